extension Planner {
  /// A name stands for a value within an expression; where it is not used, an error in it does no
  /// harm.
  func bound(_ value: @escaping Step, to body: @escaping Step) -> Plan {
    Plan { frame in
      let depth = frame.locals.count
      frame.locals.append(value(&frame))
      defer { frame.locals.removeLast(frame.locals.count - depth) }
      return body(&frame)
    }
  }

  /// `optMap` and `optFlatMap`: what becomes of the value that an optional value holds.
  func opened(
    _ operand: @escaping Step, _ body: @escaping Step, isFlat: Bool, _ range: Range<Int>
  ) -> Plan {
    Plan { frame in
      let value = operand(&frame)
      guard case .optional(let held) = value else {
        return value.isPlain ? .error(EvaluationError("no such overload", range: range)) : value
      }
      guard let held else { return value }
      let depth = frame.locals.count
      frame.locals.append(held)
      defer { frame.locals.removeLast(frame.locals.count - depth) }
      let result = body(&frame)
      guard result.isPlain else { return result }
      if !isFlat { return .optional(result) }
      if case .optional = result { return result }
      return .noSuchOverload
    }
  }

  /// `a.or(b)` and `a.orValue(b)`: the second is looked at only where the first holds nothing.
  func alternative(_ plans: [Plan], gives isValue: Bool, _ range: Range<Int>) -> Plan {
    let (first, second) = (plans[0].step, plans[1].step)
    return Plan { frame in
      let value = first(&frame)
      guard case .optional(let held) = value else {
        return value.isPlain ? .error(EvaluationError("no such overload", range: range)) : value
      }
      if let held { return isValue ? held : value }
      let other = second(&frame)
      if isValue || !other.isPlain { return other }
      if case .optional = other { return other }
      return .error(EvaluationError("no such overload", range: range))
    }
  }

  /// `operand.?field`.
  mutating func optionalSelect(_ operand: Expression, _ field: Expression) -> Plan {
    let step = plan(operand).step
    guard case .literal(.string(let name)) = field.kind else {
      return Plan(constant: .noSuchOverload)
    }
    let range = field.range
    return Plan { frame in step(&frame).optionalField(name, range) }
  }

  /// `google.protobuf.Int64Value{value: 1}`.
  mutating func message(_ fields: [Field], _ node: Expression) -> Plan {
    guard case .message(let form)? = reference(node) else {
      return Plan(constant: .failure("undeclared reference"))
    }
    let steps = fields.map { ($0.name, $0.isOptional, plan($0.value).step) }
    let range = node.range
    return Plan { frame in
      var values: [String: Value] = [:]
      var obstacle = Obstacle()
      for (name, isOptional, step) in steps {
        let value = step(&frame)
        guard let held = isOptional ? value.held : value else { continue }
        obstacle.note(held)
        guard form.fields[name] != nil else {
          return .error(EvaluationError("no such field '\(name)'", range: range))
        }
        guard frame.pay(for: held, .all) else { return Frame.exhausted }
        values[name] = held
      }
      guard obstacle.value == nil else { return obstacle.value ?? .noSuchOverload }
      let value = form.make(values)
      if case .error(let error) = value { return .error(error.at(range)) }
      return value
    }
  }
}

extension Value {
  /// A field of a map that may be absent.
  fileprivate func optionalField(_ name: String, _ range: Range<Int>) -> Value {
    switch self {
    case .map(let map): .optional(map[.string(name)])
    case .optional(nil): self
    case .optional(let inner?): inner.optionalField(name, range)
    case .unknown, .error: self
    default: .error(EvaluationError("no such overload", range: range))
    }
  }
}
