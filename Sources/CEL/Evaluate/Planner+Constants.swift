import Patterns

extension Planner {
  /// Calls that are faster because one argument is constant.
  func special(_ function: String, _ plans: [Plan], _ site: CallSite) -> Plan? {
    guard plans.count == 2, let constant = plans[1].constant, plans[0].constant == nil,
      site.overloads.allSatisfy({ $0.isUniversal })
    else { return nil }
    switch (function, constant) {
    case ("matches", .string(let text)): return matches(plans[0].step, text, site)
    case (Operator.isIn, .list(let elements)): return isIn(plans[0].step, elements)
    case (Operator.equals, .string(let text)): return equals(plans[0].step, text, wanted: true)
    case (Operator.notEquals, .string(let text)): return equals(plans[0].step, text, wanted: false)
    default: return nil
    }
  }

  /// A constant pattern is compiled once.
  private func matches(_ step: @escaping Step, _ text: String, _ site: CallSite) -> Plan? {
    guard let pattern = try? Pattern(text) else { return nil }
    return Plan { frame in
      let value = step(&frame)
      guard case .string(let subject) = value else {
        return value.isPlain ? site.settle(.noSuchOverload) : value
      }
      guard frame.pay(subject.utf8.count >> 6) else { return Frame.exhausted }
      return .bool(pattern.matches(subject))
    }
  }

  /// Whether a value is among constants, by hash.
  private func isIn(_ step: @escaping Step, _ elements: [Value]) -> Plan? {
    let keys = Set(elements.compactMap { MapKey($0) })
    guard elements.allSatisfy({ MapKey($0) != nil }) else { return nil }
    return Plan { frame in
      let value = step(&frame)
      guard value.isPlain else { return value }
      return .bool(MapKey(value).map { keys.contains($0) } ?? false)
    }
  }

  private func equals(_ step: @escaping Step, _ text: String, wanted: Bool) -> Plan {
    Plan { frame in
      let value = step(&frame)
      if case .string(let other) = value { return .bool(other.hasSameBytes(as: text) == wanted) }
      return value.isPlain ? .bool(!wanted) : value
    }
  }
}
