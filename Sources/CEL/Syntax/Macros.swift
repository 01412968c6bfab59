/// Calls that stand for something no function could do.
enum Macros {
  /// How many variables and further arguments a macro over a list or map may have.
  private static let forms: [String: (macro: Comprehension.Macro, counts: [Int: Int])] = [
    // By the number of all arguments: the number of variables among them.
    "all": (.all, [2: 1, 3: 2]), "exists": (.exists, [2: 1, 3: 2]),
    "exists_one": (.existsOne, [2: 1, 3: 2]), "existsOne": (.existsOne, [2: 1, 3: 2]),
    "filter": (.filter, [2: 1]), "map": (.map, [2: 1, 3: 1]), "sortBy": (.sortBy, [2: 1]),
    "transformList": (.transformList, [3: 2, 4: 2]),
    "transformMap": (.transformMap, [3: 2, 4: 2]),
    "transformMapEntry": (.transformMapEntry, [3: 2, 4: 2]),
    "optMap": (.optMap, [2: 1]), "optFlatMap": (.optFlatMap, [2: 1]),
  ]

  /// What `range.name(arguments)` stands for; nil where it is an ordinary call.
  static func expand(
    _ name: String, on range: Expression, _ arguments: [Expression], in parser: inout Parser
  ) throws(Issue) -> Expression.Kind? {
    if case .identifier(let prefix) = range.kind,
      let kind = try qualified(prefix + "." + name, arguments, in: &parser)
    {
      return kind
    }
    guard let form = forms[name], let count = form.counts[arguments.count] else { return nil }
    var variables: [String] = []
    for argument in arguments.prefix(count) {
      let variable = try simpleName(argument, of: name)
      guard !variables.contains(variable) else {
        throw Messages.sameVariable(variable, at: argument.range)
      }
      variables.append(variable)
    }
    return .comprehension(
      Comprehension(
        macro: form.macro, range: range, variables: variables,
        arguments: Array(arguments.dropFirst(count))))
  }

  /// The names of all macros.
  static let names = forms.keys.sorted() + ["has", "cel.bind", "cel.block"]

  /// How a macro is written; nil for a name that is none.
  static func form(of name: String) -> String? {
    switch name {
    case "has": return "has(m.field)"
    case "cel.bind": return "cel.bind(x, value, ... x ...)"
    case "cel.block": return "cel.block([a, b], ...)"
    case "optMap", "optFlatMap": return "optional.\(name)(x, ... x ...)"
    default:
      guard let variables = forms[name]?.counts.values.min() else { return nil }
      return variables == 1 ? "list.\(name)(x, ... x ...)" : "map.\(name)(k, v, ... v ...)"
    }
  }

  /// Macros whose name has a dot.
  private static func qualified(
    _ name: String, _ arguments: [Expression], in parser: inout Parser
  ) throws(Issue) -> Expression.Kind? {
    switch (name, arguments.count) {
    case ("cel.bind", 3):
      let variable = try simpleName(arguments[0], of: name)
      return .comprehension(
        Comprehension(
          macro: .bind, range: arguments[1], variables: [variable], arguments: [arguments[2]]))
    case ("cel.block", 2): return try block(arguments, in: &parser)
    case ("cel.index", 1), ("cel.iterVar", 2), ("cel.accuVar", 2):
      return .identifier(try BlockName(name, arguments).identifier)
    case ("math.greatest", 3...), ("math.least", 3...):
      guard let first = arguments.first, let last = arguments.last else { return nil }
      let all = first.range.lowerBound..<last.range.upperBound
      return .call(
        function: String(name.dropFirst(5)),
        target: try parser.node(.identifier("math"), all.lowerBound..<all.lowerBound),
        arguments: [try parser.node(.list(arguments), all)])
    default: return nil
    }
  }

  /// `cel.block([a, b], body)`: names for values that later ones may use, one within the other.
  private static func block(
    _ arguments: [Expression], in parser: inout Parser
  ) throws(Issue) -> Expression.Kind {
    guard case .list(let values, let optionals) = arguments[0].kind, optionals.isEmpty else {
      throw Messages.noBlockList(at: arguments[0].range)
    }
    guard let first = values.first else { return arguments[1].kind }
    // It stands for values within each other, and is printed so.
    let height = values.count + (arguments.map(\.height).max() ?? 0)
    guard parser.nesting + height <= parser.limits.nesting else {
      throw Messages.tooDeep(parser.limits.nesting, at: arguments[0].range)
    }
    var body = arguments[1]
    for (place, value) in values.enumerated().dropFirst().reversed() {
      body = try parser.node(
        .comprehension(bound(value, at: place, in: body)),
        value.range.lowerBound..<arguments[1].range.upperBound)
    }
    return .comprehension(bound(first, at: 0, in: body))
  }

  private static func bound(
    _ value: Expression, at place: Int, in body: Expression
  ) -> Comprehension {
    Comprehension(
      macro: .bind, range: value, variables: [BlockName.index(place).identifier], arguments: [body])
  }

  private static func simpleName(
    _ argument: Expression, of macro: String
  ) throws(Issue) -> String {
    guard case .identifier(let variable) = argument.kind, !variable.hasPrefix(".") else {
      throw Messages.noVariable(of: macro, at: argument.range)
    }
    return variable
  }

  /// What `name(arguments)` stands for; nil where it is an ordinary call.
  static func expand(
    _ name: String, _ arguments: [Expression]
  ) throws(Issue) -> Expression.Kind? {
    guard name == "has", arguments.count == 1 else { return nil }
    guard case .select(let operand, let field, false) = arguments[0].kind else {
      throw Messages.badHas(at: arguments[0].range)
    }
    return .select(operand: operand, field: field, testOnly: true)
  }
}
