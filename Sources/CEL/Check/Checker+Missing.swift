extension Checker {
  /// The whole name of a function that is not there, where others begin like it: `math.leest(a)`.
  func missing(_ function: String, on target: Expression) -> String? {
    guard case .identifier(let prefix) = target.kind, !isLenient else { return nil }
    let isVariable =
      locals.contains { $0.name == prefix }
      || environment.candidates(for: prefix).contains {
        environment.slots[$0] != nil || environment.definitions[$0] != nil
      }
    let name = prefix + "." + function
    let isNameSpace =
      prefix == "cel" || environment.functions.contains { $0.name.hasPrefix(prefix + ".") }
    return isNameSpace && !isVariable ? name : nil
  }

  /// Whether a name that is no function is a macro's, which takes other arguments, or nearly so.
  func meansMacro(_ name: String) -> Bool {
    guard environment.candidates(for: name).allSatisfy({ environment.overloads[$0] == nil }) else {
      return false
    }
    let meant = Messages.nearestFunction(to: name, in: environment.functions.map(\.name))
    return Macros.form(of: name) != nil || meant.flatMap(Macros.form) != nil
  }

  mutating func undeclaredFunction(
    _ function: String, isMember: Bool, _ node: Expression
  ) -> CELType? {
    let all = environment.candidates(for: function).compactMap { environment.overloads[$0] }.first
    if let all, all.contains(where: { $0.isMember == isMember }) { return nil }
    let call = Messages.MissingFunction(
      name: function, isMember: isMember, existsOtherwise: all != nil,
      isType: environment.types[function] != nil, container: environment.container)
    let known = environment.functions.map(\.name)
    return fail(Messages.undeclaredFunction(call, at: node.mark, known: known), node)
  }
}
