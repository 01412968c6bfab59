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
  /// What draws the lines that rest on measurements.
  let draw: LineDrawing
  /// The checkers outside the program.
  var outside: OutsideCheckers
  /// What was counted.
  let aggregates: Set<Aggregate>
  /// What such a checker made of the rows, where it reads them.
  let claim: RowClaim?
  /// Whether something is withheld of one of those whose rows are judged together.
  var hasFewInParts = false
  /// Groups that are hidden since another commitment hides them.
  var hiddenElsewhere: Set<TextKey> = []
  /// How `missing:` is taken, where not as written.
  var missing: MissingRule?

  var promise: Commitment { commitment.commitment }
  var isPersonal: Bool { commitment.isPersonal(in: dataset) }

  /// The findings, by group.
  func findings(_ tally: Tally) -> [Finding] {
    if let cause = commitment.outOfForce(asOf) { return [finding(nil, .notApplicable, cause)] }
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
    guard promise.per != nil, promise.outside?.comparesGroups != true else {
      return [judged(tally, "", step?.aim, period)]
    }
    return grouped(tally, step?.aim, period)
  }

  private func failed() -> Finding {
    var result = finding(nil, .error, .errors)
    (result.errors, result.unsaidErrors) = errors.shown
    result.errorCount = errors.count
    return result
  }

  /// The finding of one group, or of the whole where the group is empty.
  func judged(
    _ tally: Tally, _ group: String, _ aim: Aim?, _ period: Period
  ) -> Finding {
    var result = finding(group.isEmpty ? nil : group, .indeterminate, nil, period)
    do throws(ExactError) {
      let time = dataset.periodBy == nil ? nil : period
      let comparesGroups = promise.outside?.comparesGroups == true
      let slice = try comparesGroups ? tally.slice(of: time) : tally.slice(of: time, group: group)
      let groups =
        try comparesGroups
        ? comparedGroups(tally, period) : [OutsideGroup(group.isEmpty ? nil : group, slice)]
      try conclude(slice, groups, aim, period, into: &result)
      guard result.verdict != .error else { return result }
      if time != nil { result.outside = try outside(period, group, tally) }
      doubt(&result, period)
      result.isAboutPersons = isPersonal
      if isPersonal { Privacy(slice: slice).apply(to: &result) }
      if promise.isJointOnly { result.leaveToOthers() }
    } catch {
      result.fail(tooLarge)
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
    result.score = nil
  }

  func conclude(
    _ slice: Slice, _ groups: [OutsideGroup], _ aim: Aim?, _ period: Period,
    into result: inout Finding
  ) throws(ExactError) {
    let direction = aim?.isFloor.map { $0 ? CheckerContext.Direction.high : .low }
    var measurement: Measurement
    if promise.outside != nil {
      do throws(Diagnostic) {
        measurement = try claimed(slice, groups, missing ?? promise.missing, direction)
      } catch {
        return result.fail(error)
      }
    } else {
      guard let found = try measured(slice, direction) else { return }
      measurement = found
    }
    if isPersonal { try Privacy(slice: slice, hasFewInParts: hasFewInParts).round(&measurement) }
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
    if let missingLiteral {
      result.measurement = measurement
      if case .line(let line)? = aim { result.target = line }
      result.cause = missingLiteral
      return
    }
    try Holding(commitment: commitment, asOf: asOf, period: period, draw: draw)
      .hold(measurement, against: aim, into: &result)
  }

  /// What a checker that is built in measures.
  private func measured(
    _ slice: Slice, _ direction: CheckerContext.Direction?
  ) throws(ExactError) -> Measurement? {
    guard let checker = Checkers.counting(promise.check.value) else { return nil }
    let unit = commitment.currency.map(Measurement.Unit.money) ?? .number
    var context = CheckerContext(
      promise, missing: missing ?? promise.missing, direction: direction, measureUnit: unit)
    context.isPersonal = isPersonal
    var measurement = try checker.conclude(slice, context)
    measurement.countsRows = measurement.countsRows || promise.measure == nil
    return measurement
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
