package import Exact
package import HoldfastModel

/// Finds the least change of an award that turns what a commitment decides.
///
/// The change is one of what counts: so much more of the award inside the condition of a floor, so
/// much less inside that of a ceiling, its value being the same. A value reaches a line where
/// numerator less line times denominator is not below zero, and the change moves just that, so that
/// it is exact: a step less does not turn the decision.
package struct GateTurn {
  private let before: Finding?
  private let after: Finding

  /// For the findings of one commitment and group.
  package init(before: Finding?, after: Finding) {
    self.before = before
    self.after = after
  }

  /// The change; nil where the commitment measures nothing that such a change moves exactly.
  package func change() throws(ExactError) -> GateChange? {
    guard let measurement = after.measurement, let line = after.target,
      let isFloor = line.isFloor, let end = line.minimum ?? line.maximum, line.lenient == nil,
      measurement.form == .quotient || (measurement.form == .sum && !isFloor),
      let assignments = measurement.assignments, !measurement.isWithheld
    else { return nil }
    var needed = Rational.zero
    var isStrict = false
    for want in try wants(isFloor, end) {
      let reach = try assignments.excess(over: want.line)
      let amount =
        isFloor
        ? try Rational.zero.subtracting(want.isCertain ? reach.least : reach.most)
        : want.isCertain ? reach.most : reach.least
      if amount > needed || (amount == needed && want.isStrict) {
        (needed, isStrict) = (amount, want.isStrict)
      }
    }
    let settler = Settler(measurement: measurement, line: line)
    let amount = try settler.step(needed, isStrict: isStrict)
    guard amount.signum > 0 else { return nil }
    return GateChange(
      amount: amount, isMore: isFloor, isPossible: try amount <= available(isFloor, measurement))
  }

  /// A line that a bound has to reach.
  private struct Want {
    let line: Rational
    /// Whether whatever the unknowns turn out to be, and not only where they turn out well.
    let isCertain: Bool
    let isStrict: Bool
  }

  /// What has to hold for the decision to be an approval.
  private func wants(_ isFloor: Bool, _ end: TargetLine.End) throws(ExactError) -> [Want] {
    let pass = Want(line: end.value, isCertain: true, isStrict: end.strict)
    guard let before, let bounds = before.measurement?.bounds,
      before.verdict == .fail || before.verdict == .indeterminate
    else { return [pass] }
    let notWorse = Want(
      line: isFloor ? bounds.lower : bounds.upper, isCertain: true, isStrict: false)
    if before.verdict == .fail { return [notWorse] }
    return [notWorse, Want(line: end.value, isCertain: false, isStrict: end.strict)]
  }

  /// How much of the award could be moved: what is not known of it may turn out either way.
  private func available(
    _ isFloor: Bool, _ measurement: Measurement
  ) throws(ExactError) -> Decimal {
    let old = before?.measurement
    let counted = try measurement.numerator.subtracting(old?.numerator ?? .zero)
    guard isFloor else {
      return try counted.adding(measurement.unknown.subtracting(old?.unknown ?? .zero))
    }
    let whole = try (measurement.denominator ?? .zero).subtracting(old?.denominator ?? .zero)
    return try whole.subtracting(counted)
  }
}
