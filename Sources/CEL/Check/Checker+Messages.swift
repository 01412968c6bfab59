extension Checker {
  /// `google.protobuf.Int64Value{value: 1}`: a message that stands for a value of the language.
  mutating func message(_ name: String, _ fields: [Field], _ node: Expression) -> CELType {
    for field in fields { visit(field.value) }
    let forms = environment.candidates(for: name).compactMap { WellKnownType.all[$0] }
    guard let form = forms.first else { return fail(noMessage(name, node), node) }
    if let twice = fields.indices.first(where: { place in
      fields[..<place].contains { $0.name == fields[place].name }
    }) {
      return fail(Messages.repeatedField(fields[twice].name, at: fields[twice].range), node)
    }
    references[node.id] = .message(form)
    for field in fields where !isLenient { check(field, of: form) }
    return form.type
  }

  /// What is wrong with a name that stands for no message.
  private func noMessage(_ name: String, _ node: Expression) -> Issue {
    for candidate in environment.candidates(for: name) {
      if let slot = environment.slots[candidate] {
        return Messages.noType(environment.variables[slot].type, at: node.mark)
      }
      if let definition = environment.definitions[candidate] {
        return Messages.noType(definition.expression.type, at: node.mark)
      }
      if let type = environment.types[candidate] { return Messages.noMessage(type, at: node.mark) }
    }
    return Messages.undeclaredType(name, container: environment.container, at: node.mark)
  }

  private mutating func check(_ field: Field, of form: WellKnownType) {
    guard let wanted = form.fields[field.name] else {
      issues.append(Messages.undefinedField(field.name, at: field.range))
      return
    }
    let given = field.isOptional ? held(by: field.value) : types[field.value.id]
    guard !substitution.assign(given, to: wanted) else { return }
    issues.append(
      Messages.wrongField(
        field.name, expected: wanted, found: substitution.resolved(given), at: field.value.range))
  }
}
