extension Planner {
  /// A map by the places or keys of the elements with other values, or one that is joined from the
  /// map that each element becomes.
  func entries(
    condition: Step?, result: @escaping Step, isWhole: Bool, _ range: Range<Int>
  ) -> @Sendable (Loop, inout Frame) -> Value {
    { loop, frame in
      var entries: [(key: Value, value: Value)] = []
      let obstacle = loop.each(condition, &frame) { place, frame in
        let value = loop.value(of: result, at: place, &frame)
        if !isWhole {
          entries.append((loop.elements.pair(place).0, value))
        } else if case .map(let map) = value {
          guard frame.pay(map.count) else { return Frame.exhausted }
          entries += map.entries
        } else {
          return value.orError
        }
        return value
      }
      return obstacle ?? Value(entries: entries, range)
    }
  }

  mutating func map(_ entries: [Entry], _ node: Expression) -> Plan {
    let steps = entries.map {
      (key: plan($0.key).step, value: plan($0.value).step, isOptional: $0.isOptional)
    }
    let range = node.range
    return Plan { frame in
      var values: [(key: Value, value: Value)] = []
      var obstacle = Obstacle()
      for step in steps {
        let (key, value) = (step.key(&frame), step.value(&frame))
        obstacle.note(key)
        guard let held = step.isOptional ? value.held : value else { continue }
        obstacle.note(held)
        values.append((key, held))
      }
      return obstacle.value ?? Value(entries: values, range)
    }
  }
}

extension Value {
  /// A map, or the error that it cannot be one.
  fileprivate init(entries: [(key: Value, value: Value)], _ range: Range<Int>) {
    do throws(EvaluationError) {
      self = .map(try MapValue(entries))
    } catch {
      self = .error(error.at(range))
    }
  }

  /// What an optional value holds, nil where that is nothing; an error for other values.
  var held: Value? {
    switch self {
    case .optional(let value): value
    case .unknown, .error: self
    default: .noSuchOverload
    }
  }
}
