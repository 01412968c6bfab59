extension Checker {
  mutating func identifier(_ name: String, _ node: Expression) -> CELType {
    if let type = local(name, node) { return type }
    if let type = declared(name, node) { return type }
    return fail(
      Messages.undeclared(
        name, chain: chain ?? name, container: environment.container, at: node.mark,
        known: environment.variables.map(\.name) + environment.definitions.keys), node)
  }

  /// The variable of a macro around the node.
  private mutating func local(_ name: String, _ node: Expression) -> CELType? {
    guard let place = locals.lastIndex(where: { $0.name == name }) else { return nil }
    references[node.id] = .local(place)
    return locals[place].type
  }

  /// What a name with or without dots is declared as.
  private mutating func declared(_ name: String, _ node: Expression) -> CELType? {
    for candidate in environment.candidates(for: name) {
      if let definition = environment.definitions[candidate] {
        references[node.id] = .definition(CheckedDefinition(definition: definition))
        return definition.expression.type
      }
      if let slot = environment.slots[candidate] {
        references[node.id] = .variable(candidate)
        return environment.variables[slot].type
      }
      if let type = environment.types[candidate] {
        references[node.id] = .type(type)
        return .type(type)
      }
    }
    return nil
  }

  /// `operand.field`: a name with dots where one is declared, else a field of a map.
  mutating func select(
    _ operand: Expression, _ field: String, testOnly: Bool, _ node: Expression
  ) -> CELType {
    let name = operand.qualifiedName.map { $0 + "." + field }
    let outer = chain
    defer { chain = outer }
    if let name, !isLocal(operand) {
      if !testOnly, let type = declared(name, node) { return type }
      chain = outer ?? name
    } else {
      chain = nil
    }
    let type = visit(operand)
    switch type {
    case .map(_, let value): return testOnly ? .bool : value
    case .dyn, .parameter: return testOnly ? .bool : .dyn
    case .error: return isLenient ? .dyn : .error
    default: return fail(Messages.noFields(type, source(operand), at: node.mark), node)
    }
  }

  /// Whether a chain of names begins with the variable of a macro.
  private func isLocal(_ operand: Expression) -> Bool {
    switch operand.kind {
    case .identifier(let name): locals.contains { $0.name == name }
    case .select(let inner, _, _): isLocal(inner)
    default: false
    }
  }

  mutating func comprehension(_ macro: Comprehension) -> CELType {
    let element = elementType(of: macro.range)
    locals += macro.variables.map { ($0, element) }
    defer { locals.removeLast(macro.variables.count) }
    let results = macro.arguments.map { visit($0) }
    guard let last = results.last else { return .error }
    // The last argument of `map` is what becomes of an element, every other one a condition.
    let conditions = zip(macro.arguments, results).dropLast(macro.name == "map" ? 1 : 0)
    for (argument, type) in conditions where !substitution.assign(type, to: .bool) {
      _ = fail(Messages.noCondition(type, of: macro.name, at: argument.range), argument)
    }
    switch macro.name {
    case "map": return .list(last)
    case "filter": return .list(element)
    default: return .bool
    }
  }

  /// What a macro's variable stands for: an element of a list, a key of a map.
  private mutating func elementType(of range: Expression) -> CELType {
    let type = visit(range)
    switch type {
    case .list(let element): return element
    case .map(let key, _): return key
    case .dyn, .parameter: return .dyn
    case .error: return .error
    default: return fail(Messages.noRange(type, at: range.range), range)
    }
  }
}
