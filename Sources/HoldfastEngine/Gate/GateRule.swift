import Exact
package import HoldfastModel

/// What a commitment decides about an award, from its findings without and with it.
package struct GateRule {
  private let before: Finding?
  private let after: Finding

  /// For the findings of one commitment and group; there may have been none of the group before.
  package init(before: Finding?, after: Finding) {
    self.before = before
    self.after = after
  }

  /// What the commitment alone decides.
  package var decision: GateDecision {
    if after.verdict == .error || before?.verdict == .error { return .error }
    switch (standing, after.verdict) {
    case (_, .pass), (_, .waived), (_, .notApplicable): return .approve
    case (.fail, .fail): return isWorse ? .reject : .approve
    case (_, .fail): return .reject
    case (.pass, _): return .refer
    case (_, .indeterminate): return isWorse ? .refer : .approve
    default: return .error
    }
  }

  /// The verdict without the award. What did not apply was not broken.
  private var standing: Verdict {
    switch before?.verdict {
    case .fail: .fail
    case .indeterminate: .indeterminate
    default: .pass
    }
  }

  /// Whether the bound on the failing side moved away from the line. Where there is no bound nobody
  /// can say that it did not.
  package var isWorse: Bool {
    guard let line = after.target, let now = after.measurement?.bounds else { return true }
    // Where there was nothing, there was nothing to move away from.
    guard let old = before?.target, let then = before?.measurement?.bounds else {
      return after.verdict != .pass
    }
    do throws(ExactError) {
      return try line.distance(of: now) > old.distance(of: then)
    } catch { return true }
  }
}

extension TargetLine {
  /// How far the bound on the failing side lies beyond the line; below zero on its good side.
  fileprivate func distance(of bounds: Measurement.Bounds) throws(ExactError) -> Rational {
    let below = try minimum.map { end throws(ExactError) in
      try end.value.subtracting(bounds.lower)
    }
    let above = try maximum.map { end throws(ExactError) in
      try bounds.upper.subtracting(end.value)
    }
    return [below, above].compactMap { $0 }.max() ?? .zero
  }
}
