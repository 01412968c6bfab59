extension Planner {
  mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> Plan {
    let range = plan(macro.range).step
    let steps = macro.arguments.map { plan($0).step }
    let place = macro.range.range
    let body: @Sendable ([Value], inout Frame) -> Value
    switch (macro.name, steps.count) {
    case ("all", 1): body = quantifier(steps[0], deciding: false)
    case ("exists", 1): body = quantifier(steps[0], deciding: true)
    case ("exists_one", 1), ("existsOne", 1): body = exactlyOne(steps[0])
    case ("filter", 1): body = transform(condition: steps[0], result: nil)
    case ("map", 1): body = transform(condition: nil, result: steps[0])
    case ("map", 2): body = transform(condition: steps[0], result: steps[1])
    default: return Plan(constant: .failure("'\(macro.name)' is not a macro"))
    }
    return Plan { frame in
      let value = range(&frame)
      switch value {
      case .list(let list): return body(list, &frame)
      case .map(let map): return body(map.keys, &frame)
      case .error, .unknown: return value
      default: return .error(EvaluationError("no such overload", range: place))
      }
    }
  }

  private func quantifier(
    _ condition: @escaping Step, deciding: Bool
  ) -> @Sendable ([Value], inout Frame) -> Value {
    { elements, frame in
      var outcome = Outcome(deciding: deciding)
      for element in elements {
        guard frame.pay(1) else { return Frame.exhausted }
        if outcome.add(frame.value(of: condition, with: element)) { return .bool(deciding) }
      }
      return outcome.value
    }
  }

  private func exactlyOne(_ condition: @escaping Step) -> @Sendable ([Value], inout Frame) -> Value
  {
    { elements, frame in
      var count = 0
      var obstacle = Obstacle()
      for element in elements {
        guard frame.pay(1) else { return Frame.exhausted }
        let value = frame.value(of: condition, with: element)
        if case .bool(let bool) = value {
          count += bool ? 1 : 0
        } else {
          obstacle.note(value.orError)
        }
      }
      return obstacle.value ?? .bool(count == 1)
    }
  }

  /// The elements that fulfil a condition, or what becomes of them.
  private func transform(
    condition: Step?, result: Step?
  ) -> @Sendable ([Value], inout Frame) -> Value {
    { elements, frame in
      var values: [Value] = []
      var obstacle = Obstacle()
      for element in elements {
        guard frame.pay(1) else { return Frame.exhausted }
        if let condition {
          let value = frame.value(of: condition, with: element)
          guard case .bool(let bool) = value else {
            obstacle.note(value.orError)
            continue
          }
          guard bool else { continue }
        }
        let value = result.map { frame.value(of: $0, with: element) } ?? element
        obstacle.note(value)
        values.append(value)
      }
      return obstacle.value ?? .list(values)
    }
  }
}

extension Frame {
  /// The value of a step while a macro's variable stands for an element.
  fileprivate mutating func value(of step: Step, with element: Value) -> Value {
    locals.append(element)
    defer { locals.removeLast() }
    return step(&self)
  }
}

extension Value {
  /// The value itself where it is unknown or an error, else an error: it is no condition.
  fileprivate var orError: Value { isPlain ? .noSuchOverload : self }
}
