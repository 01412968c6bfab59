extension CheckedExpression {
  /// What is left of the expression once all that is known has its value: `false || (u && 2 > 1)`
  /// leaves `u`. Definitions stand where their names stood. Within macros nothing is put in.
  ///
  /// Where the value is known, what is left is that value, if the language can write it. Where a
  /// check would refuse what is left, because a value shows more than the type of its name did, the
  /// expression stays as it is.
  public func residual(
    in environment: Environment, over activation: any Activation
  ) throws(IssueList) -> Expression {
    var pruner = try Pruner(self, environment, activation)
    let rest = try pruner.prune(tree)
    let value = try environment.program(self).evaluate(activation)
    return rest.says(value, in: environment, over: activation) ? rest : tree
  }
}

extension Expression {
  /// Whether it can be compiled, and has a value over a row.
  fileprivate func says(
    _ value: Value, in environment: Environment, over activation: any Activation
  ) -> Bool {
    guard let checked = try? environment.compile(description),
      let program = try? environment.program(checked), !value.isLarger(than: 1 << 16)
    else { return false }
    let own = program.evaluate(activation)
    return !own.isLarger(than: 1 << 16) && own.description == value.description
  }
}

/// Puts values in the place of what is known.
private struct Pruner: TreeWriter {
  let checked: CheckedExpression
  let environment: Environment
  let activation: any Activation
  /// The values of the nodes that were evaluated, by `Expression.id`.
  let values: [Value?]
  var nextID: Int
  /// Whether an element of the list or map around a node is a decimal.
  private var isBesideDecimals = false

  init(
    _ checked: CheckedExpression, _ environment: Environment, _ activation: any Activation,
    from id: Int = 0
  ) throws(IssueList) {
    self.checked = checked
    self.environment = environment
    self.activation = activation
    values = try environment.values(of: checked, over: activation)
    nextID = id
  }

  mutating func prune(_ node: Expression) throws(IssueList) -> Expression {
    // What a check would now say of the parts of an error is no matter of the reader's.
    if case .error? = values[node.id] { return copy(node) }
    if let constant = constant(node) { return constant }
    if case .definition(let used)? = checked.references[node.id] {
      var inner = try Pruner(used.expression, environment, activation, from: nextID)
      let result = try inner.prune(used.expression.tree)
      nextID = inner.nextID
      return result
    }
    if checked.references[node.id].isName { return copy(node) }
    if case .call(let function, nil, let arguments) = node.kind {
      switch function {
      case Operator.and: return try chain(arguments, dropping: true, node)
      case Operator.or: return try chain(arguments, dropping: false, node)
      case Operator.conditional where arguments.count == 3:
        if case .bool(let holds)? = values[arguments[0].id] {
          return dynamic(try prune(arguments[holds ? 1 : 2]), as: node)
        }
      default: break
      }
    }
    let outer = isBesideDecimals
    defer { isBesideDecimals = outer }
    isBesideDecimals = holdsDecimals(node)
    // Of a macro only what it goes through is known as a whole; its arguments differ each time.
    var below = node.kind.children.count
    if case .comprehension = node.kind { below = 1 }
    return try rebuilt(node) { (pruner, child) throws(IssueList) in
      below -= 1
      return below < 0
        ? pruner.copy(child) : pruner.askedLater(try pruner.prune(child), child, node)
    }
  }

  /// A text that became a pattern, in such a way that a check does not judge it before its time.
  private mutating func askedLater(
    _ other: Expression, _ node: Expression, _ around: Expression
  ) -> Expression {
    guard case .literal(.string) = other.kind, around.kind.function == "matches" else {
      return other
    }
    if case .literal = node.kind { return other }
    return call("dyn", other, node)
  }

  /// Whether a node is a list or map with a decimal in it.
  private func holdsDecimals(_ node: Expression) -> Bool {
    switch node.kind {
    case .list, .map: node.kind.children.contains { checked.types[$0.id].holdsDecimals }
    default: false
    }
  }

  /// The value of a node where it is known and can be written. What is written out already stays so;
  /// what has a dynamic type keeps it, or a check would take it for less.
  private mutating func constant(_ node: Expression) -> Expression? {
    if case .literal = node.kind { return copy(node) }
    guard let value = values[node.id], let written = WrittenValue(value) else { return nil }
    let constant = made(written, node)
    guard node.id != checked.tree.id else { return constant }
    if case .wrapper = checked.types[node.id] { return call("dyn", constant, node) }
    guard !checked.types[node.id].mentionsDyn else { return call("dyn", constant, node) }
    // Numbers that are written out beside a decimal would be read as decimals.
    guard isBesideDecimals, constant.isNumberLiteral else { return constant }
    return call(constant.isLiteral ? "int" : "dyn", constant, node)
  }

  /// What took the place of a node, of a dynamic type where that was.
  private mutating func dynamic(_ other: Expression, as node: Expression) -> Expression {
    let isOpen = checked.types[node.id].mentionsDyn && node.id != checked.tree.id
    return isOpen ? call("dyn", other, node) : other
  }

  private mutating func call(
    _ function: String, _ argument: Expression, _ node: Expression
  ) -> Expression {
    made(.call(function: function, target: nil, arguments: [argument]), node)
  }

  /// A chain without the operands that do not decide it. The last of them stays beside an operand
  /// that might be no condition, so that it is still asked to be one.
  private mutating func chain(
    _ operands: [Expression], dropping neutral: Bool, _ node: Expression
  ) throws(IssueList) -> Expression {
    var rest: [Expression] = []
    for operand in operands {
      if case .bool(neutral)? = values[operand.id] { continue }
      rest.append(try prune(operand))
    }
    guard let only = rest.first else { return made(WrittenValue.literal(.bool(neutral)), node) }
    if rest.count == 1 {
      if operands.allSatisfy({ checked.types[$0.id] == .bool }) { return only }
      rest.insert(made(WrittenValue.literal(.bool(neutral)), node), at: 0)
    }
    return made(.call(function: node.kind.function, target: nil, arguments: rest), node)
  }

  private mutating func made(_ constant: WrittenValue, _ node: Expression) -> Expression {
    switch constant {
    case .literal(let literal): return made(Expression.Kind.literal(literal), node)
    case .name(let name): return made(.identifier(name), node)
    case .call(let function, let argument):
      let inner = made(Expression.Kind.literal(.string(argument)), node)
      return made(.call(function: function, target: nil, arguments: [inner]), node)
    case .list(let elements):
      return made(.list(elements.map { made($0, node) }), node)
    case .map(let entries):
      let result = entries.map { Entry(key: made($0.0, node), value: made($0.1, node)) }
      return made(.map(result), node)
    }
  }
}

extension Expression.Kind {
  fileprivate var function: String {
    if case .call(let function, _, _) = self { function } else { "" }
  }
}

extension CheckedExpression.Reference? {
  /// Whether the node is a name as a whole, dots included.
  fileprivate var isName: Bool {
    switch self {
    case .variable, .local, .type, .constant: true
    default: false
    }
  }
}
