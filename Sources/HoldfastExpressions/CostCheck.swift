import CEL

extension CheckedExpression {
  /// That the expression may take too many steps on a row, at the part that takes most of them;
  /// nil where it may not. A run stops at the same limit, but by then the report waits for it.
  func excess(over limits: Limits) -> CEL.Issue? {
    let most = cost().most
    guard most > limits.steps, let part = costliestPart() else { return nil }
    let count = most == .max ? "more steps than can be counted" : "\(most) steps"
    return CEL.Issue(
      "this may take \(count) on a row, over the limit of \(limits.steps)", at: part.range,
      help: "go through a shorter list, or through one list instead of one within another")
  }
}
