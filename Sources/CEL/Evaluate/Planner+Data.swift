import Exact

extension Planner {
  /// The value of a constant as written; numbers beside decimals from their digits.
  func value(_ literal: Literal, _ type: CELType, _ node: Expression) -> Value {
    switch literal {
    case .null: return .null
    case .bool(let bool): return .bool(bool)
    case .int(let int): return type == .decimal ? .decimal(Decimal(int)) : .int(int)
    case .uint(let uint): return .uint(uint)
    case .double(let double, let text):
      guard type == .decimal else { return .double(double) }
      guard let decimal = Decimal(literal: text) else {
        return .error(EvaluationError("the number \(text) has over 38 digits", range: node.range))
      }
      return .decimal(decimal)
    case .string(let text): return .string(text)
    case .bytes(let bytes): return .bytes(bytes)
    }
  }

  mutating func select(
    _ operand: Expression, _ field: String, testOnly: Bool, _ node: Expression
  ) -> Plan {
    if reference(node) != nil { return name(node) }
    let inner = plan(operand).step
    let range = node.mark
    return Plan { frame in
      let value = inner(&frame)
      switch value {
      case .optional(nil): return testOnly ? .bool(false) : value
      case .optional(let held?):
        let selected = held.field(field, testOnly: testOnly, range)
        if testOnly { return selected }
        if case .error = selected, case .map = held { return .optional(nil) }
        return selected.isPlain ? .optional(selected) : selected
      default: return value.field(field, testOnly: testOnly, range)
      }
    }
  }

  mutating func list(_ elements: [Expression], _ optionals: Set<Int>) -> Plan {
    let plans = elements.map { plan($0) }
    let constants = plans.compactMap(\.constant)
    if optionals.isEmpty, constants.count == plans.count, constants.allSatisfy(\.isPlain) {
      return Plan(constant: .list(constants))
    }
    let steps = plans.enumerated().map { (step: $1.step, isOptional: optionals.contains($0)) }
    return Plan { frame in
      var values: [Value] = []
      values.reserveCapacity(steps.count)
      var obstacle = Obstacle()
      for (step, isOptional) in steps {
        let value = step(&frame)
        guard let held = isOptional ? value.held : value else { continue }
        obstacle.note(held)
        values.append(held)
      }
      return obstacle.value ?? .list(values)
    }
  }
}

extension Value {
  /// The value of a key of a map, or whether there is one.
  fileprivate func field(_ name: String, testOnly: Bool, _ range: Range<Int>) -> Value {
    switch self {
    case .map(let map):
      let found = map[.string(name)]
      if testOnly { return .bool(found != nil) }
      return found ?? .error(EvaluationError("no such key: '\(name)'", range: range))
    case .error, .unknown: return self
    default: return .error(EvaluationError("no such overload", range: range))
    }
  }
}

extension Decimal {
  /// A number as an expression writes it: `12.50`, `.5`, `1.5e3`.
  init?(literal text: String) {
    let parts = text.utf8.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 | 0x20 == UInt8(ascii: "e")
    }
    let exponent = parts.count == 2 ? Int(String(Substring(parts[1]))) : 0
    var digits = String(Substring(parts[0]))
    if digits.hasPrefix("-.") { digits = "-0" + digits.dropFirst() }
    if digits.hasPrefix(".") { digits = "0" + digits }
    guard let exponent, abs(exponent) <= 80, let number = Decimal(digits) else { return nil }
    guard exponent != 0 else {
      self = number
      return
    }
    let step = Decimal(coefficient: exponent > 0 ? 10 : 1, scale: exponent > 0 ? 0 : 1)
    var result = number
    for _ in 0..<abs(exponent) {
      guard let next = try? result.multiplied(by: step), result == .zero || next != .zero else {
        return nil
      }
      result = next
    }
    self = result
  }
}
