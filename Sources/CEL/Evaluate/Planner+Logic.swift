extension Planner {
  /// `&&` and `||`: the deciding value wins wherever it stands, then unknowns, then errors.
  mutating func logic(_ arguments: [Expression], deciding: Bool) -> Plan {
    let plans = arguments.map { plan($0) }
    let constants = plans.compactMap(\.constant)
    if constants.contains(where: { if case .bool(deciding) = $0 { true } else { false } }) {
      return Plan(constant: .bool(deciding))
    }
    let steps = plans.map(\.step)
    return Plan { frame in
      for place in steps.indices {
        let value = steps[place](&frame)
        guard case .bool(let bool) = value else {
          return Outcome(deciding: deciding).after(value, steps[(place + 1)...], &frame)
        }
        if bool == deciding { return value }
      }
      return .bool(!deciding)
    }
  }

  mutating func conditional(_ arguments: [Expression], _ node: Expression) -> Plan {
    let (condition, yes, no) = (plan(arguments[0]), plan(arguments[1]), plan(arguments[2]))
    if case .bool(let bool)? = condition.constant { return bool ? yes : no }
    let range = arguments[0].range
    let isTraced = isTraced && loops == 0
    return Plan { frame in
      let value = condition.step(&frame)
      if isTraced, case .unknown = value { (_, _) = (yes.step(&frame), no.step(&frame)) }
      switch value {
      case .bool(let bool): return bool ? yes.step(&frame) : no.step(&frame)
      case .error, .unknown: return value
      default: return .error(EvaluationError("no such overload", range: range))
      }
    }
  }
}

/// What a chain of conditions has come to.
struct Outcome {
  private let deciding: Bool
  private var unknown: Unknown?
  private var error: Value?

  init(deciding: Bool) { self.deciding = deciding }

  /// What the chain comes to after a value that is no condition, and with the rest of it.
  @inline(never)
  consuming func after(_ value: Value, _ rest: ArraySlice<Step>, _ frame: inout Frame) -> Value {
    _ = add(value)
    for step in rest where add(step(&frame)) { return .bool(deciding) }
    return self.value
  }

  /// Adds a condition; true where it decides the chain.
  mutating func add(_ value: Value) -> Bool {
    switch value {
    case .bool(let bool): return bool == deciding
    case .unknown(let new): unknown = unknown?.merging(new) ?? new
    case .error: error = error ?? value
    default: error = error ?? .noSuchOverload
    }
    return false
  }

  /// The value where nothing has decided the chain.
  var value: Value { unknown.map(Value.unknown) ?? error ?? .bool(!deciding) }
}
