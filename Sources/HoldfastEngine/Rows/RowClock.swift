import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// Says when a row holds: on its day, or between the days of a register.
struct RowClock {
  private let asOf: CivilDate
  private let date: Int?
  private let interval: (from: Int, to: Int, isOpen: Bool, mayTurn: Bool)?
  private let snapshot: CivilDate?
  private var buckets: Buckets
  /// The last day of the period of each commitment.
  private let days: [CivilDate]

  init(
    _ dataset: Dataset, _ calendar: FiscalCalendar, asOf: CivilDate, periods: [PeriodRule?]
  ) {
    self.asOf = asOf
    date = dataset.place(of: dataset.periodBy)
    snapshot = dataset.snapshot
    interval = dataset.interval.map { interval in
      (
        dataset.place(of: interval.from) ?? 0, dataset.place(of: interval.to) ?? 0,
        interval.blankTo == .open, interval.reversed == .unknown
      )
    }
    buckets = Buckets(calendar, periods.compactMap { $0 }, asOf: asOf)
    days = periods.map { min(calendar.period($0, asOf: asOf).to, asOf) }
  }

  /// The first day of the bucket of a day.
  var bucketStart: (CivilDate) -> CivilDate {
    let own = Box(buckets)
    return { own.buckets.start(of: $0) }
  }

  /// Buckets that remember the last day they were asked for.
  private final class Box {
    var buckets: Buckets

    init(_ buckets: Buckets) { self.buckets = buckets }
  }

  /// The day that references and rates are looked up for; nil where the row does not say.
  func day(of cells: [Cell]) -> CivilDate? {
    if let date { return cells[date].date }
    if let interval { return cells[interval.from].date }
    return snapshot ?? asOf
  }

  /// The first day on which the row may be known.
  func firstDay(of cells: [Cell]) -> CivilDate {
    date.flatMap { cells[$0].date } ?? CivilDate.range.lowerBound
  }

  /// Whether the row is not dated after the day of the run.
  func isKnownByNow(_ cells: [Cell]) -> Bool {
    guard let date, let day = cells[date].date else { return true }
    return day <= asOf
  }

  /// Notes the day of a row that belongs to the institution.
  mutating func note(_ cells: [Cell], _ tally: inout DatasetTally) {
    guard let date, let day = cells[date].date else { return }
    let start = buckets.start(of: day)
    if tally.dated[start]?.add(day) == nil { tally.dated[start] = DatedRows(day) }
  }

  /// The stretch of time in which the row counts for a commitment; nil where it is not in force.
  mutating func bucket(
    of cells: [Cell], for commitment: Int, _ tally: inout DatasetTally
  ) -> Tally.Bucket? {
    if interval != nil {
      switch isInForce(cells, on: days[commitment]) {
      case true?: return .undated
      case nil: return .dateUnknown
      case false?:
        // Commitments about the same day count the same rows.
        if days.firstIndex(of: days[commitment]) == commitment {
          tally.outOfForce[days[commitment], default: 0] += 1
        }
        return nil
      }
    }
    guard let date else { return .undated }
    guard let day = cells[date].date else { return .dateUnknown }
    return .starting(buckets.start(of: day))
  }

  /// Whether a row of a register is in force on a day; nil where it does not say.
  private func isInForce(_ cells: [Cell], on day: CivilDate) -> Bool? {
    guard let interval else { return true }
    if isReversed(cells) { return nil }
    let begun = cells[interval.from].date.map { $0 <= day }
    var isBlank = false
    if case .unknown = cells[interval.to] { isBlank = true }
    let lasts =
      cells[interval.to].date.map { $0 >= day } ?? (isBlank && interval.isOpen ? true : nil)
    if begun == false || lasts == false { return false }
    return begun == true && lasts == true ? true : nil
  }

  /// What is wrong with the days of a row.
  func problem(
    with cells: [Cell], _ file: String, _ line: Int, _ tally: inout DatasetTally
  ) -> Diagnostic? {
    guard let interval, isReversed(cells) else { return nil }
    tally.reversed += 1
    guard !interval.mayTurn, let from = cells[interval.from].date, let to = cells[interval.to].date
    else { return nil }
    return Diagnostic(
      .error, "the row ends on \(to), before it begins on \(from)",
      at: .record(file: file, line: line, column: nil, shown: nil),
      help: "correct one of the two days; where nobody knows them, say reversed: unknown under "
        + "period_by")
  }

  private func isReversed(_ cells: [Cell]) -> Bool {
    guard let interval, let from = cells[interval.from].date, let to = cells[interval.to].date
    else { return false }
    return to < from
  }
}
