extension Planner {
  mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> Plan {
    let range = plan(macro.range)
    let turns = [.bind, .optMap, .optFlatMap].contains(macro.macro) ? 0 : 1
    loops += turns
    let steps = macro.arguments.map { plan($0).step }
    loops -= turns
    switch macro.macro {
    case .bind: return bound(range.step, to: steps[0])
    case .optMap: return opened(range.step, steps[0], isFlat: false, macro.range.range)
    case .optFlatMap: return opened(range.step, steps[0], isFlat: true, macro.range.range)
    default: break
    }
    let body = body(macro, steps, node)
    let isPair = macro.variables.count == 2
    let price = macro.arguments.reduce(1) { $0 + $1.size }
    let place = macro.range.range
    let step = range.step
    return Plan { frame in
      let value = step(&frame)
      guard let elements = Elements(value) else {
        return value.isPlain ? .error(EvaluationError("no such overload", range: place)) : value
      }
      return body(Loop(elements: elements, isPair: isPair, price: price), &frame)
    }
  }

  typealias Body = @Sendable (Loop, inout Frame) -> Value

  private func body(_ macro: Comprehension, _ steps: [Step], _ node: Expression) -> Body {
    let (condition, result) = (steps.count == 2 ? steps[0] : nil, steps[steps.count - 1])
    switch macro.macro {
    case .all: return quantifier(result, deciding: false)
    case .exists: return quantifier(result, deciding: true)
    case .existsOne: return exactlyOne(result)
    case .filter: return transform(condition: result, result: nil)
    case .transformMap, .transformMapEntry:
      let isWhole = macro.macro == .transformMapEntry
      return entries(condition: condition, result: result, isWhole: isWhole, node.range)
    case .sortBy: return sortBy(result)
    default: return transform(condition: condition, result: result)
    }
  }

  private func quantifier(_ condition: @escaping Step, deciding: Bool) -> Body {
    { loop, frame in
      var outcome = Outcome(deciding: deciding)
      for place in 0..<loop.elements.count {
        guard frame.pay(loop.price) else { return Frame.exhausted }
        if outcome.add(loop.value(of: condition, at: place, &frame)) { return .bool(deciding) }
      }
      return outcome.value
    }
  }

  private func exactlyOne(_ condition: @escaping Step) -> Body {
    { loop, frame in
      var count = 0
      var obstacle = Obstacle()
      for place in 0..<loop.elements.count {
        guard frame.pay(loop.price) else { return Frame.exhausted }
        let value = loop.value(of: condition, at: place, &frame)
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
  private func transform(condition: Step?, result: Step?) -> Body {
    { loop, frame in
      var values: [Value] = []
      let obstacle = loop.each(condition, &frame) { place, frame in
        let value =
          result.map { loop.value(of: $0, at: place, &frame) } ?? loop.elements.single(place)
        values.append(value)
        return value
      }
      return obstacle ?? .list(values)
    }
  }

  private func sortBy(_ key: @escaping Step) -> Body {
    { loop, frame in
      guard case .list(let elements) = loop.elements else { return .noSuchOverload }
      var keys: [Value] = []
      let obstacle = loop.each(nil, &frame) { place, frame in
        keys.append(loop.value(of: key, at: place, &frame))
        return keys[place]
      }
      guard frame.pay(for: .list(keys), .all) else { return Frame.exhausted }
      return obstacle ?? sorted(elements, by: keys)
    }
  }
}

extension Loop {
  /// Does something with each element that fulfils a condition; gives what kept it from an end.
  func each(
    _ condition: Step?, _ frame: inout Frame, _ body: (Int, inout Frame) -> Value
  ) -> Value? {
    var obstacle = Obstacle()
    for place in 0..<elements.count {
      guard frame.pay(price) else { return Frame.exhausted }
      if let condition {
        let value = value(of: condition, at: place, &frame)
        guard case .bool(let holds) = value else {
          obstacle.note(value.orError)
          continue
        }
        guard holds else { continue }
      }
      obstacle.note(body(place, &frame))
    }
    return obstacle.value
  }
}

extension Value {
  /// The value itself where it is unknown or an error, else an error: it is no condition.
  var orError: Value { isPlain ? .noSuchOverload : self }
}
