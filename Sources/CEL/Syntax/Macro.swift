/// Calls that stand for something no function could do.
enum Macro {
  /// Macros over a list, and how many arguments each takes, the variable included.
  private static let ranged: [String: Set<Int>] = [
    "all": [2], "exists": [2], "exists_one": [2], "existsOne": [2], "filter": [2], "map": [2, 3],
  ]

  /// What `range.name(arguments)` stands for; nil where it is an ordinary call.
  static func expand(
    _ name: String, on range: Expression, _ arguments: [Expression]
  ) throws(Issue) -> Expression.Kind? {
    guard let counts = ranged[name], counts.contains(arguments.count) else { return nil }
    guard case .identifier(let variable) = arguments[0].kind, !variable.hasPrefix(".") else {
      throw Messages.noVariable(of: name, at: arguments[0].range)
    }
    return .comprehension(
      Comprehension(
        name: name, range: range, variables: [variable], arguments: Array(arguments.dropFirst())))
  }

  /// What `name(arguments)` stands for; nil where it is an ordinary call.
  static func expand(
    _ name: String, _ arguments: [Expression], at range: Range<Int>
  ) throws(Issue) -> Expression.Kind? {
    guard name == "has" else { return nil }
    guard arguments.count == 1,
      case .select(let operand, let field, false) = arguments[0].kind
    else { throw Messages.badHas(at: arguments.first?.range ?? range) }
    return .select(operand: operand, field: field, testOnly: true)
  }
}
