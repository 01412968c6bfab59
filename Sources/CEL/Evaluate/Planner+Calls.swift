extension Planner {
  mutating func call(
    _ function: String, _ target: Expression?, _ arguments: [Expression], _ node: Expression
  ) -> Plan {
    if function == Operator.optionalSelect, arguments.count == 2 {
      return optionalSelect(arguments[0], arguments[1])
    }
    guard case .function(let overloads)? = reference(node) else {
      return Plan(constant: .error(EvaluationError("no such overload", range: node.mark)))
    }
    switch (function, arguments.count) {
    case (Operator.and, 2...): return logic(arguments, deciding: false)
    case (Operator.or, 2...): return logic(arguments, deciding: true)
    case (Operator.conditional, 3): return conditional(arguments, node)
    default: break
    }
    let isMember = overloads.first?.isMember ?? false
    let all = (isMember ? target.map { [$0] } ?? [] : []) + arguments
    let plans = all.map { plan($0) }
    if isMember, plans.count == 2, ["or", "orValue"].contains(function) {
      return alternative(plans, gives: function == "orValue", node.mark)
    }
    let site = CallSite(
      overloads: overloads, others: others(function, target, all.count, isMember),
      work: Work.of(function), range: node.mark, names: names(of: all),
      isSettled: overloads.count == 1 && all.allSatisfy { type($0).isSettled })
    if let quick = special(function, plans, site) { return quick }
    return folded(planned(site, plans), plans, overloads)
  }

  /// All overloads of a function, those that the types ruled out included: what was concluded from a
  /// dynamic type need not hold.
  private func others(
    _ function: String, _ target: Expression?, _ count: Int, _ isMember: Bool
  ) -> [Overload] {
    let prefix = isMember ? nil : target?.qualifiedName.map { $0 + "." }
    for name in environment.candidates(for: (prefix ?? "") + function) {
      guard let all = environment.overloads[name] else { continue }
      return all.filter { $0.isMember == isMember && $0.parameters.count == count }
    }
    return []
  }

  /// The names of the variables that nodes read, definitions followed.
  private func names(of nodes: [Expression]) -> [String] {
    var names: Set<String> = []
    var open = nodes
    while let node = open.popLast() {
      switch reference(node) {
      case .variable(let name): names.insert(name)
      case .definition(let used): names.formUnion(used.expression.variables)
      default: open += node.kind.children
      }
    }
    return names.sorted()
  }

  private func planned(_ site: CallSite, _ plans: [Plan]) -> Plan {
    let steps = plans.map(\.step)
    switch (steps.count, site.direct) {
    case (1, .unary(let function)):
      let step = steps[0]
      return Plan { frame in
        let value = step(&frame)
        guard value.isPlain else { return value }
        guard frame.pay(for: value, site.work) else { return Frame.exhausted }
        return site.settle(function(value))
      }
    case (2, .binary(let function)):
      if let constant = plans[1].constant, constant.isPlain, let slot = plans[0].slot {
        return Plan { frame in
          let left = frame.activation.value(of: slot)
          guard left.isPlain else { return left }
          guard frame.pay(for: left, site.work) else { return Frame.exhausted }
          return site.settle(function(left, constant))
        }
      }
      return binary(site, steps[0], steps[1], function)
    default: return general(site, steps)
    }
  }

  private func binary(
    _ site: CallSite, _ left: @escaping Step, _ right: @escaping Step,
    _ function: @escaping @Sendable (Value, Value) -> Value
  ) -> Plan {
    Plan { frame in
      let (a, b) = (left(&frame), right(&frame))
      guard a.isPlain, b.isPlain else {
        var obstacle = Obstacle()
        obstacle.note(a)
        obstacle.note(b)
        return obstacle.value ?? .noSuchOverload
      }
      guard frame.pay(for: a, site.work), frame.pay(for: b, site.work) else {
        return Frame.exhausted
      }
      return site.settle(function(a, b))
    }
  }

  private func general(_ site: CallSite, _ steps: [Step]) -> Plan {
    Plan { frame in
      var values: [Value] = []
      values.reserveCapacity(steps.count)
      var obstacle = Obstacle()
      for step in steps {
        let value = step(&frame)
        obstacle.note(value)
        guard frame.pay(for: value, site.work) else { return Frame.exhausted }
        values.append(value)
      }
      let result = site.evaluate(values, obstacle.value)
      guard frame.pay(for: result, .surface) else { return Frame.exhausted }
      return site.settle(result)
    }
  }

  /// A pure call with constant arguments is made now, unless it fails: that is for the row to say.
  private mutating func folded(_ plan: Plan, _ plans: [Plan], _ overloads: [Overload]) -> Plan {
    guard plans.allSatisfy({ $0.constant?.isPlain ?? false }), overloads.allSatisfy(\.isStrict)
    else {
      return plan
    }
    var frame = Frame(activation: NoVariables(), steps: foldingSteps)
    let value = plan.step(&frame)
    foldingSteps = frame.steps
    return value.isPlain && frame.steps >= 0 ? Plan(constant: value) : plan
  }
}

private struct NoVariables: Activation {
  func value(of slot: Int) -> Value { .failure("there are no variables") }
}

extension CELType {
  /// Whether all that is known of a value at run time is known from its type.
  fileprivate var isSettled: Bool {
    switch self {
    case .dyn, .parameter, .error: false
    default: true
    }
  }
}
