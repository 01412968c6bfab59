import Exact
import Patterns

extension Planner {
  /// Calls that are faster because their second argument is constant. What such a step does not
  /// know how to do is left to the function itself, so that it has the same answers.
  func special(_ function: String, _ plans: [Plan], _ site: CallSite) -> Plan? {
    guard plans.count == 2, site.overloads.allSatisfy(\.isUniversal) else { return nil }
    if function == "matches" { return matches(plans[0], plans[1], site) }
    guard let constant = plans[1].constant, plans[0].constant == nil else { return nil }
    if let relation = Relation(function), case .binary(let rest)? = site.overloads.first?.body {
      return ordered(plans[0], relation, constant) { site.settle(rest($0, constant)) }
    }
    switch (function, constant) {
    case (Operator.isIn, .list(let elements)): return isIn(plans[0], elements)
    case (Operator.equals, .string(let text)): return equals(plans[0], text, wanted: true)
    case (Operator.notEquals, .string(let text)): return equals(plans[0], text, wanted: false)
    default: return nil
    }
  }

  /// Whether a value is among constants: few texts one by one, others by hash.
  private func isIn(_ operand: Plan, _ elements: [Value]) -> Plan? {
    let texts = elements.compactMap(\.text)
    if texts.count == elements.count, texts.count <= 8 {
      return operand.then { value in
        guard case .string(let text) = value else { return .bool(false) }
        return .bool(texts.contains { $0.hasSameBytes(as: text) })
      }
    }
    let keys = Set(elements.compactMap { MapKey($0) })
    guard elements.allSatisfy({ MapKey($0) != nil }) else { return nil }
    // A longer text is none of them; nobody pays for making its hash.
    let longest = texts.map(\.utf8.count).max() ?? 0
    return operand.then { value in
      if case .string(let text) = value, text.utf8.count > longest { return .bool(false) }
      return .bool(MapKey(value).map { keys.contains($0) } ?? false)
    }
  }

  private func equals(_ operand: Plan, _ text: String, wanted: Bool) -> Plan {
    operand.then { value in
      guard case .string(let other) = value else { return .bool(!wanted) }
      return .bool(other.hasSameBytes(as: text) == wanted)
    }
  }

  private func ordered(
    _ operand: Plan, _ relation: Relation, _ constant: Value,
    rest: @escaping @Sendable (Value) -> Value
  ) -> Plan? {
    switch constant {
    case .decimal(let limit):
      operand.then { value in
        guard case .decimal(let number) = value else { return rest(value) }
        return .bool(relation.holds(number.compared(to: limit)))
      }
    case .int(let limit):
      operand.then { value in
        guard case .int(let number) = value else { return rest(value) }
        return .bool(relation.holds(number < limit ? -1 : number > limit ? 1 : 0))
      }
    case .date(let limit):
      operand.then { value in
        guard case .date(let date) = value else { return rest(value) }
        return .bool(relation.holds(date < limit ? -1 : limit < date ? 1 : 0))
      }
    default: nil
    }
  }
}

/// An operator that asks for an order.
private enum Relation {
  case less, lessOrEqual, greater, greaterOrEqual

  init?(_ function: String) {
    switch function {
    case Operator.less: self = .less
    case Operator.lessOrEqual: self = .lessOrEqual
    case Operator.greater: self = .greater
    case Operator.greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }

  /// Whether it holds where the left side is below (−1), the same (0) or above (1).
  @inline(__always)
  func holds(_ sign: Int) -> Bool {
    switch self {
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .greater: sign > 0
    case .greaterOrEqual: sign >= 0
    }
  }
}

extension Planner.Plan {
  /// What becomes of the value, unless it is unknown or an error.
  fileprivate func then(_ body: @escaping @Sendable (Value) -> Value) -> Planner.Plan {
    if let slot {
      return Planner.Plan { frame in
        let value = frame.activation.value(of: slot)
        return value.isPlain ? body(value) : value
      }
    }
    let step = step
    return Planner.Plan { frame in
      let value = step(&frame)
      return value.isPlain ? body(value) : value
    }
  }
}

extension Value {
  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
