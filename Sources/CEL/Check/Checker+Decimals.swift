import Patterns

extension Checker {
  /// Reads the numbers among operands as exact decimals where another operand is a decimal, or a
  /// list of decimals.
  mutating func readAsDecimals(_ operands: [Expression]) {
    // Where numbers are read so already, everything below has been.
    guard !isLenient, !readsDecimals, operands.contains(where: { types[$0.id].holdsDecimals })
    else { return }
    for operand in operands where !types[operand.id].holdsDecimals && operand.isNumberLiteral {
      reread(operand)
    }
  }

  /// Overloads whose decimal parameters take a number that is written out. Where no decimal is in
  /// play, that are only functions about nothing but decimals.
  mutating func resolveWithDecimals(
    _ overloads: [Overload], _ arguments: [Expression], _ node: Expression
  ) -> CELType? {
    let candidates = overloads.filter { $0.parameters.count == arguments.count }
    guard
      arguments.contains(where: { types[$0.id].holdsDecimals })
        || candidates.allSatisfy({ $0.result == .decimal })
    else { return nil }
    for overload in candidates {
      let given = zip(arguments, overload.parameters).map { argument, parameter in
        parameter.holdsDecimals && argument.isNumberLiteral
          ? parameter : types[argument.id]
      }
      let (parameters, result) = substitution.instantiate(overload)
      guard substitution.assign(given, to: parameters) else { continue }
      for (argument, parameter) in zip(arguments, overload.parameters)
      where parameter.holdsDecimals && argument.isNumberLiteral {
        reread(argument)
      }
      references[node.id] = .function([overload])
      return substitution.resolved(result)
    }
    return nil
  }

  private mutating func reread(_ operand: Expression) {
    // What did not fit as numbers of other kinds is judged anew.
    issues.removeAll { operand.range.clamped(to: $0.range) == $0.range }
    let outer = readsDecimals
    readsDecimals = true
    visit(operand)
    readsDecimals = outer
  }

  /// Reports a constant that its function will never take: a date that does not exist, a pattern
  /// that is none.
  mutating func checkConstants(
    _ function: String, _ arguments: [Expression], _ node: Expression
  ) {
    let checked = ["date", "decimal", "timestamp", "duration"]
    guard case .literal(.string(let text))? = arguments.last?.kind, let last = arguments.last else {
      return
    }
    if function == "matches", arguments.count == 2 {
      do {
        _ = try Pattern(text)
      } catch {
        issues.append(Messages.badPattern(error, at: last.range))
      }
    } else if checked.contains(function), arguments.count == 1,
      case .function(let overloads)? = references[node.id], let overload = overloads.first,
      case .error(let error) = overload.call([.string(text)])
    {
      issues.append(Messages.badConstant(error.message, at: last.range))
    }
  }
}

extension CELType {
  /// Whether it is a decimal, a list of them or a map by them.
  var holdsDecimals: Bool {
    switch self {
    case .decimal, .list(.decimal), .map(.decimal, _): true
    default: false
    }
  }

  /// Whether it is open what it stands for.
  var isParameter: Bool {
    if case .parameter = self { true } else { false }
  }

  /// Whether it is a map.
  var isMap: Bool {
    if case .map = self { true } else { false }
  }
}

extension Expression {
  var isLiteral: Bool {
    if case .literal = kind { true } else { false }
  }

  /// Whether it is made of numbers that are written out: `5`, `-(2.50)`, `[1, 2.5]`,
  /// `100 * 1.2`.
  var isNumberLiteral: Bool {
    switch kind {
    case .literal(.int), .literal(.double): return true
    case .list(let elements, let optionals):
      return optionals.isEmpty && elements.allSatisfy(\.isNumberLiteral)
    case .call(let function, nil, let arguments):
      return [Operator.negate, Operator.add, Operator.subtract, Operator.multiply].contains(
        function)
        && arguments.allSatisfy(\.isNumberLiteral)
    default: return false
    }
  }
}
