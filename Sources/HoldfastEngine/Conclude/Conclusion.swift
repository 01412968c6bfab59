import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// Turns the tally of a commitment into its findings.
struct Conclusion {
  let commitment: CheckedCommitment
  let definition: FindingDefinition
  let dataset: Dataset
  let calendar: FiscalCalendar
  let asOf: CivilDate
  /// The first literal that its column never holds, with the nearest value it does.
  let missingLiteral: Cause?
  /// Why some periods cannot be judged.
  let doubts: [Doubt]
  /// What could not be evaluated.
  let errors: ErrorTally
  /// How `missing:` is taken, where not as written.
  var missing: MissingRule?

  var promise: Commitment { commitment.commitment }
  var isPersonal: Bool { commitment.isPersonal(in: dataset) }

  /// The findings, by group.
  func findings(_ tally: Tally) -> [Finding] {
    if let cause = outOfForce { return [finding(nil, .notApplicable, cause)] }
    guard errors.count == 0 else { return [failed()] }
    let period = calendar.period(promise.period, asOf: asOf)
    if let day = dataset.snapshot {
      if day > asOf { return [finding(nil, .indeterminate, .snapshotAfterAsOf(day), period)] }
      if promise.period != nil, !period.contains(day) {
        return [finding(nil, .indeterminate, .snapshotOutsidePeriod(day), period)]
      }
    }
    let step = commitment.lines.last { step in step.from.map { $0 <= period.to } ?? true }
    if step == nil, let first = commitment.lines.first?.from {
      return [finding(nil, .notApplicable, .scheduleNotBegun(first), period)]
    }
    // A checker without targets draws its own line, later.
    let line = step?.line
    guard promise.per != nil else { return [judged(tally, "", line, period)] }
    return grouped(tally, line, period)
  }

  /// Why the pack says nothing on the day.
  private var outOfForce: Cause? {
    if let day = commitment.pack.effective, asOf < day { return .notYetEffective(day) }
    if let day = commitment.pack.until, asOf > day { return .noLongerEffective(day) }
    return nil
  }

  private func failed() -> Finding {
    var result = finding(nil, .error, .errors)
    (result.errors, result.unsaidErrors) = errors.shown
    result.errorCount = errors.count
    return result
  }

  /// The finding of one group, or of the whole where the group is empty.
  func judged(
    _ tally: Tally, _ group: String, _ line: TargetLine?, _ period: Period
  ) -> Finding {
    var result = finding(group.isEmpty ? nil : group, .indeterminate, nil, period)
    do throws(ExactError) {
      let time = dataset.periodBy == nil ? nil : period
      let slice = try tally.slice(of: time, group: group)
      try conclude(slice, line, period, into: &result)
      if time != nil { result.outside = try outside(period, group, tally) }
      doubt(&result, period)
      if isPersonal { Privacy(slice: slice).apply(to: &result) }
    } catch {
      result.verdict = .error
      result.cause = .errors
      result.errors = [
        Diagnostic(
          "a number of '\(promise.id)' has more than 38 digits", at: promise.span,
          help: "check the amounts, or give the measure's columns a smaller scale")
      ]
      result.errorCount = 1
    }
    return result
  }

  /// The rows of the group that are dated outside the period.
  private func outside(
    _ period: Period, _ group: String, _ tally: Tally
  ) throws(ExactError) -> RowSum {
    var result = RowSum()
    for (key, slice) in tally.slices where key.isOf(group) {
      guard case .starting(let day) = key.bucket, !period.contains(day) else { continue }
      try result.sum.merge(slice.total { _ in true }.sum)
      result.rows += slice.selected
    }
    return result
  }

  /// Takes a verdict back where data of its period is missing.
  private func doubt(_ result: inout Finding, _ period: Period) {
    guard let cause = Doubt.cause(of: doubts.filter { $0.concerns(period) }) else { return }
    result.verdict = .indeterminate
    result.cause = cause
    result.headroom = nil
    result.shortfall = nil
    result.settlesPass = nil
    result.settlesFail = nil
    result.stretch = nil
  }

  private func conclude(
    _ slice: Slice, _ given: TargetLine?, _ period: Period, into result: inout Finding
  ) throws(ExactError) {
    guard let checker = Checkers.named(promise.check.value) else { return }
    let direction = given?.isFloor.map { $0 ? CheckerContext.Direction.high : .low }
    let unit = commitment.currency.map(Measurement.Unit.money) ?? .number
    var measurement = try checker.conclude(
      slice,
      CheckerContext(
        missing: missing ?? promise.missing, direction: direction, measureUnit: unit))
    measurement.countsRows = measurement.countsRows || promise.measure == nil
    result.measurement = measurement
    result.leftOut = slice.leftOut
    if promise.missing == .exclude {
      var dropped = try slice.total { $0.condition == .unknown }
      dropped.rows += slice.unmeasured { $0.condition == .unknown }.count
      for row in RowClass.all where row.condition == .unknown {
        dropped.rows += slice.ranges[row.index]?.rows ?? 0
      }
      if dropped.rows > 0 { result.leftOut["unknown where"] = dropped }
    }
    result.unmatched = slice.unmatched
    result.unknownColumns = unknownColumns(slice, measurement.form)
    result.currency = commitment.currency
    let line = given ?? measurement.ownLine
    result.target = line
    if let missingLiteral {
      result.cause = missingLiteral
      return
    }
    guard measurement.certain > 0 else {
      // Rows that may belong elsewhere keep an empty period from being one for certain.
      let isEmpty = promise.mayBeEmpty && measurement.selected == 0
      result.verdict = isEmpty ? .notApplicable : .indeterminate
      result.cause = isEmpty ? .emptyAllowed : .nothingSelected
      return
    }
    guard let bounds = measurement.bounds, let line else {
      result.cause = .unbounded
      return
    }
    result.verdict = line.verdict(of: bounds)
    if result.verdict == .indeterminate { result.cause = .straddles }
    try temper(&result, line, period)
    try addDistances(&result, measurement, line, bounds)
  }

  /// Takes back verdicts that the day or a misspelling does not allow.
  private func temper(
    _ result: inout Finding, _ line: TargetLine, _ period: Period
  ) throws(ExactError) {
    if period.provisional {
      let isShort = result.measurement?.bounds.map { !line.isAbove($0.upper) } ?? false
      let mayStillGrow =
        result.verdict == .fail && isShort && result.measurement?.form == .sum
      if mayStillGrow || (result.verdict == .pass && promise.enforcement.check == .block) {
        result.verdict = .indeterminate
        result.cause = .provisional
      }
    }
    if result.verdict == .fail, let due = promise.due, asOf < due {
      result.enforcement = Enforcement(check: .report, gate: .report)
      result.dueBy = due
    }
  }

  private func addDistances(
    _ result: inout Finding, _ measurement: Measurement, _ line: TargetLine,
    _ bounds: Measurement.Bounds
  ) throws(ExactError) {
    let settler = Settler(measurement: measurement, line: line)
    switch (result.verdict, result.cause) {
    case (.pass, _): result.headroom = (try? settler.headroom()) ?? nil
    case (.fail, _): result.shortfall = (try? settler.shortfall()) ?? nil
    case (.indeterminate, .straddles?):
      // What cannot be worked out exactly is left unsaid: the verdict does not rest on it.
      result.settlesPass = (try? settler.settlement(pass: true)) ?? nil
      result.settlesFail = (try? settler.settlement(pass: false)) ?? nil
    default: break
    }
    guard let stretch = commitment.stretch else { return }
    let reached: Bool? =
      switch stretch.verdict(of: bounds) {
      case .pass: true
      case .fail: false
      default: nil
      }
    result.stretch = (stretch.text, reached)
  }

  func finding(
    _ group: String?, _ verdict: Verdict, _ cause: Cause?, _ period: Period? = nil
  ) -> Finding {
    var result = Finding(
      pack: commitment.pack, commitment: promise, group: group, verdict: verdict,
      definition: definition)
    result.cause = cause
    result.period = period
    return result
  }
}
