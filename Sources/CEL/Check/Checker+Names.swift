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
      if let value = WellKnownType.constants[candidate] {
        references[node.id] = .constant(value)
        return value.type
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
    guard let inner = type.wrapped else {
      let found = self.field(of: type, operand, node)
      return testOnly && found != .error ? .bool : found
    }
    // What is selected from an optional value is one itself.
    let found = self.field(of: inner, operand, node)
    return found == .error ? .error : testOnly ? .bool : .optional(found)
  }

  /// The type of a field of a value.
  mutating func field(
    of type: CELType, _ operand: Expression, _ node: Expression
  ) -> CELType {
    switch type {
    case .map(_, let value): return value
    case .dyn: return .dyn
    case .parameter:
      // What has fields may be anything; no later use may make a text of it, say.
      _ = substitution.assign(.dyn, to: type)
      return .dyn
    case .error: return isLenient ? .dyn : .error
    default: return fail(Messages.noFields(type, source(operand), at: node.mark), node)
    }
  }

  /// `operand.?field`: the field of a map or of a map that may be absent.
  mutating func optionalSelect(
    _ operand: Expression, _ field: Expression, _ node: Expression
  ) -> CELType {
    visit(field)
    let type = visit(operand)
    let found = self.field(of: type.wrapped ?? type, operand, node)
    return found == .error ? .error : .optional(found)
  }

  /// Whether a chain of names begins with the variable of a macro.
  private func isLocal(_ operand: Expression) -> Bool {
    switch operand.kind {
    case .identifier(let name): locals.contains { $0.name == name }
    case .select(let inner, _, _): isLocal(inner)
    default: false
    }
  }
}
