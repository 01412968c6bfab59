import CEL

extension CheckedExpression {
  /// A `known(...)` that asks for a constant, `known("category")`, which is always known; nil where
  /// there is none.
  var knownConstant: CEL.Issue? { knownConstant(tree) }

  private func knownConstant(_ node: Expression) -> CEL.Issue? {
    if case .call("known", nil, let arguments) = node.kind, let cell = arguments.first,
      case .literal(let literal) = cell.kind
    {
      let name = if case .string(let text) = literal { text } else { "column" }
      return CEL.Issue(
        "this is a constant, and always known", at: cell.range,
        help: "name the column without quotes: known(\(name))")
    }
    return node.kind.children.lazy.compactMap(knownConstant).first
  }
}
