/// Finds what every name means and every type, and all that does not fit.
struct Checker {
  let environment: Environment
  let text: [UInt8]
  /// Whether types are left to evaluation and what fits nothing becomes an error there.
  let isLenient: Bool
  var issues: [Issue] = []
  var substitution = Substitution()
  var types: [CELType] = []
  var references: [CheckedExpression.Reference?] = []
  /// The variables of the macros around a node.
  var locals: [(name: String, type: CELType)] = []
  /// Whether numbers are read as exact decimals because of what stands beside them.
  var readsDecimals = false
  /// The whole chain of names of which a part is being looked at.
  var chain: String?

  init(environment: Environment, text: String, isLenient: Bool) {
    self.environment = environment
    self.text = Array(text.utf8)
    self.isLenient = isLenient
  }

  mutating func check(_ tree: Expression) throws(IssueList) -> CheckedExpression {
    types = Array(repeating: .error, count: tree.id + 1)
    references = Array(repeating: nil, count: tree.id + 1)
    visit(tree)
    let known = substitution
    types = types.map { known.resolved($0, open: .dyn) }
    let size = totalSize(tree)
    if size.nodes > environment.limits.nodes || size.height > 2 * environment.limits.height {
      issues.append(Messages.definitionsTooLarge(at: tree.range))
    }
    guard issues.isEmpty else { throw IssueList(issues) }
    return CheckedExpression(
      text: String(decoding: text, as: UTF8.self), tree: tree, type: types[tree.id], types: types,
      references: references, variables: variablesRead.sorted(),
      definitions: Set(definitionsUsed.map(\.name)).sorted(), size: size)
  }

  private var definitionsUsed: [CheckedDefinition] {
    references.compactMap {
      if case .definition(let definition) = $0 { definition } else { nil }
    }
  }

  private var variablesRead: Set<String> {
    var names = Set(definitionsUsed.flatMap(\.expression.variables))
    for case .variable(let name)? in references { names.insert(name) }
    return names
  }

  private func totalSize(_ tree: Expression) -> (nodes: Int, height: Int) {
    let used = definitionsUsed.map(\.expression.size)
    return (
      used.reduce(tree.id + 1) { $0 + $1.nodes }, tree.height + (used.map(\.height).max() ?? 0)
    )
  }

  /// Checks a node and what is below, and notes its type.
  @discardableResult
  mutating func visit(_ node: Expression) -> CELType {
    let type = infer(node)
    types[node.id] = isLenient ? .dyn : substitution.resolved(type)
    return types[node.id]
  }

  private mutating func infer(_ node: Expression) -> CELType {
    switch node.kind {
    case .literal(let literal): return readsDecimals ? literal.exactType : literal.type
    case .identifier(let name): return identifier(name, node)
    case .select(let operand, let field, let testOnly):
      return select(operand, field, testOnly: testOnly, node)
    case .call(let function, let target, let arguments):
      return call(function, target, arguments, node)
    case .list(let elements, let optionals): return .list(joined(elements, optionals))
    case .map(let entries):
      let key = joined(entries.map(\.key))
      let optionals = Set(entries.indices.filter { entries[$0].isOptional })
      return .map(key.asKey, joined(entries.map(\.value), optionals))
    case .message(let name, let fields): return message(name, fields, node)
    case .comprehension(let macro): return comprehension(macro, node)
    }
  }

  /// The type of the elements of a list or map; of those at some places what they hold.
  private mutating func joined(
    _ elements: [Expression], _ optionals: Set<Int> = []
  ) -> CELType {
    for element in elements { visit(element) }
    readAsDecimals(elements)
    var result: CELType?
    for (place, element) in elements.enumerated() {
      let type = optionals.contains(place) ? held(by: element) : types[element.id]
      result = result.map { substitution.joined($0, type) } ?? type
    }
    return result ?? substitution.freshParameter()
  }

  /// What an optional value holds.
  mutating func held(by node: Expression) -> CELType {
    let type = types[node.id]
    if let inner = type.wrapped { return inner }
    guard type != .dyn, type != .error, !type.isParameter else { return .dyn }
    return fail(Messages.noOptional(type, at: node.range), node)
  }

  /// Reports a mistake, or leaves it to evaluation.
  mutating func fail(_ issue: Issue, _ node: Expression) -> CELType {
    if isLenient {
      references[node.id] = .unresolved(issue.message)
    } else {
      issues.append(issue)
    }
    return .error
  }

  /// The text of a node, as messages show it.
  func source(_ node: Expression) -> String {
    let range = node.range.clamped(to: 0..<text.count)
    let shown = String(decoding: text[range], as: UTF8.self)
    return shown.unicodeScalars.count > 40
      ? String(String.UnicodeScalarView(shown.unicodeScalars.prefix(37))) + "..." : shown
  }
}

extension Literal {
  fileprivate var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }

  /// The type where numbers are read as exact decimals.
  fileprivate var exactType: CELType {
    switch self {
    case .int, .double: .decimal
    default: type
    }
  }
}
