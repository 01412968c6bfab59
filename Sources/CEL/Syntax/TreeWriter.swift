/// Makes a tree out of another one, with other nodes in the place of some.
protocol TreeWriter {
  /// The number of the next node.
  var nextID: Int { get set }
}

extension TreeWriter {
  /// A node at the place of another.
  mutating func made(_ kind: Expression.Kind, _ node: Expression) -> Expression {
    defer { nextID += 1 }
    return Expression(id: nextID, range: node.range, mark: node.mark, kind: kind)
  }

  /// The node with all below it, numbered anew.
  mutating func copy(_ node: Expression) -> Expression {
    rebuilt(node) { writer, child in writer.copy(child) }
  }

  /// The node with others below it.
  mutating func rebuilt<Failure: Error>(
    _ node: Expression, _ child: (inout Self, Expression) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    let kind: Expression.Kind
    switch node.kind {
    case .literal, .identifier: kind = node.kind
    case .select(let operand, let field, let testOnly):
      kind = .select(operand: try child(&self, operand), field: field, testOnly: testOnly)
    case .call(let function, let target, let arguments):
      var receiver: Expression?
      if let target { receiver = try child(&self, target) }
      let rest = try all(arguments, child)
      kind = .call(function: function, target: receiver, arguments: rest)
    case .list(let elements, let optionals):
      kind = .list(try all(elements, child), optionals: optionals)
    case .map(let entries): kind = .map(try rebuilt(entries, child))
    case .message(let name, let fields):
      kind = .message(name: name, fields: try rebuilt(fields, child))
    case .comprehension(let macro):
      let range = try child(&self, macro.range)
      kind = .comprehension(
        Comprehension(
          macro: macro.macro, range: range, variables: macro.variables,
          arguments: try all(macro.arguments, child)))
    }
    return made(kind, node)
  }

  private mutating func all<Failure: Error>(
    _ nodes: [Expression], _ child: (inout Self, Expression) throws(Failure) -> Expression
  ) throws(Failure) -> [Expression] {
    var result: [Expression] = []
    for node in nodes { result.append(try child(&self, node)) }
    return result
  }

  private mutating func rebuilt<Failure: Error>(
    _ entries: [Entry], _ child: (inout Self, Expression) throws(Failure) -> Expression
  ) throws(Failure) -> [Entry] {
    var result: [Entry] = []
    for entry in entries {
      let key = try child(&self, entry.key)
      let value = try child(&self, entry.value)
      result.append(Entry(key: key, value: value, isOptional: entry.isOptional))
    }
    return result
  }

  private mutating func rebuilt<Failure: Error>(
    _ fields: [Field], _ child: (inout Self, Expression) throws(Failure) -> Expression
  ) throws(Failure) -> [Field] {
    var result: [Field] = []
    for field in fields {
      let value = try child(&self, field.value)
      result.append(
        Field(name: field.name, value: value, isOptional: field.isOptional, range: field.range))
    }
    return result
  }
}
