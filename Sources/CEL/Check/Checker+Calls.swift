extension Checker {
  mutating func call(
    _ function: String, _ target: Expression?, _ arguments: [Expression], _ node: Expression
  ) -> CELType {
    if function == Operator.optionalSelect, arguments.count == 2 {
      return optionalSelect(arguments[0], arguments[1], node)
    }
    if let target, let (name, overloads) = qualified(function, on: target) {
      return apply(name, overloads, arguments, node)
    }
    if let target, let name = missing(function, on: target) {
      return apply(name, [], arguments, node)
    }
    if let target {
      let overloads = environment.overloads[function]?.filter(\.isMember) ?? []
      return apply(function, overloads, [target] + arguments, node, isMember: true)
    }
    for name in environment.candidates(for: function) {
      guard let all = environment.overloads[name] else { continue }
      return apply(name, all.filter { !$0.isMember }, arguments, node)
    }
    return apply(function, [], arguments, node)
  }

  /// A function whose name has dots: `math.least(a, b)`. Variables do not hide functions.
  private func qualified(_ function: String, on target: Expression) -> (String, [Overload])? {
    guard let prefix = target.qualifiedName else { return nil }
    for name in environment.candidates(for: prefix + "." + function) {
      if let overloads = environment.overloads[name]?.filter({ !$0.isMember }), !overloads.isEmpty {
        return (name, overloads)
      }
    }
    return nil
  }

  private mutating func apply(
    _ function: String, _ overloads: [Overload], _ arguments: [Expression], _ node: Expression,
    isMember: Bool = false
  ) -> CELType {
    // The variables of a macro that was meant are no mistakes of their own.
    let isMacro = overloads.isEmpty && !isLenient && meansMacro(function)
    for argument in isMacro ? arguments.prefix(isMember ? 1 : 0) : arguments[...] {
      visit(argument)
    }
    if let unknown = undeclaredFunction(function, isMember: isMember, node) { return unknown }
    // The index of a list stays a whole number, whatever the list holds.
    let isKey = function == Operator.index && arguments.first.map { types[$0.id].isMap } ?? false
    if isKey || Self.alikeOperators.contains(function) { readAsDecimals(arguments) }
    if function == Operator.conditional { readAsDecimals(Array(arguments.dropFirst())) }
    if isLenient {
      references[node.id] = .function(
        overloads.filter { $0.parameters.count == arguments.count || function.isChain })
      return .dyn
    }
    if function.isChain { return logic(overloads, arguments, node) }
    let given = arguments.map { types[$0.id] }
    guard !given.contains(.error) else { return overloads.commonResult }
    let result = resolve(overloads, given, node) ?? resolveWithDecimals(overloads, arguments, node)
    guard let result else {
      let call = Messages.FailedCall(
        function: function, types: given.map { substitution.resolved($0) }, isMember: isMember,
        sources: arguments.map(source), isLiteral: arguments.map(\.isLiteral))
      return fail(Messages.noOverload(call, candidates: overloads, at: node.mark), node)
    }
    checkConstants(function, arguments, node)
    return result
  }

  /// Operators whose operands are read as decimals as soon as one of them is a decimal.
  private static let alikeOperators: Set<String> = [
    Operator.equals, Operator.notEquals, Operator.less, Operator.lessOrEqual, Operator.greater,
    Operator.greaterOrEqual, Operator.add, Operator.subtract, Operator.multiply, Operator.isIn,
  ]

  /// `&&` and `||` with all operands of a chain.
  private mutating func logic(
    _ overloads: [Overload], _ arguments: [Expression], _ node: Expression
  ) -> CELType {
    references[node.id] = .function(overloads)
    for argument in arguments where !substitution.assign(types[argument.id], to: .bool) {
      issues.append(Messages.noTruth(substitution.resolved(types[argument.id]), at: argument.range))
    }
    return .bool
  }

  /// Notes the overloads that take these types and gives their result.
  private mutating func resolve(
    _ overloads: [Overload], _ given: [CELType], _ node: Expression
  ) -> CELType? {
    var matching: [Overload] = []
    var result: CELType?
    for overload in overloads {
      let (parameters, type) = substitution.instantiate(overload)
      guard substitution.assign(given, to: parameters) else { continue }
      matching.append(overload)
      let resolved = substitution.resolved(type)
      result = result.map { $0 == resolved ? $0 : .dyn } ?? resolved
    }
    guard !matching.isEmpty else { return nil }
    references[node.id] = .function(matching)
    return result
  }
}

extension String {
  /// Whether it is the name of `&&` or `||`, whose nodes have any number of operands.
  var isChain: Bool { self == Operator.and || self == Operator.or }
}

extension [Overload] {
  /// The result that all have, so that a mistake in an argument is not reported again further up.
  fileprivate var commonResult: CELType {
    guard let first, allSatisfy({ $0.result == first.result }) else { return .error }
    switch first.result {
    case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .decimal, .date:
      return first.result
    default: return .error
    }
  }
}
