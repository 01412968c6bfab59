import Patterns

extension Planner {
  /// `matches`: a constant pattern is compiled once. The work is that of the text times that of the
  /// pattern.
  func matches(_ operand: Plan, _ pattern: Plan, _ site: CallSite) -> Plan? {
    if let constant = pattern.constant {
      guard case .string(let text) = constant, let compiled = try? Pattern(text) else { return nil }
      return constantPattern(operand.step, compiled, site)
    }
    let (subject, source) = (operand.step, pattern.step)
    return Plan { frame in
      let (value, other) = (subject(&frame), source(&frame))
      var obstacle = Obstacle()
      obstacle.note(value)
      obstacle.note(other)
      if let obstacle = obstacle.value { return obstacle }
      guard case .string(let text) = value, case .string(let source) = other else {
        return site.settle(.noSuchOverload)
      }
      guard frame.pay(source.utf8.count) else { return Frame.exhausted }
      do throws(PatternError) {
        return frame.matches(try Pattern(source, isFromData: true), text)
      } catch {
        return site.settle(.failure("the pattern is not valid: \(error.message)"))
      }
    }
  }

  private func constantPattern(
    _ step: @escaping Step, _ pattern: Pattern, _ site: CallSite
  ) -> Plan {
    Plan { frame in
      let value = step(&frame)
      guard case .string(let text) = value else {
        return value.isPlain ? site.settle(.noSuchOverload) : value
      }
      return frame.matches(pattern, text)
    }
  }
}

extension Frame {
  fileprivate mutating func matches(_ pattern: Pattern, _ text: String) -> Value {
    let work = (text.utf8.count + 1).saturatedProduct(pattern.size) >> 6
    guard work == 0 || pay(work) else { return Frame.exhausted }
    return .bool(pattern.matches(text))
  }
}
