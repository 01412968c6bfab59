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
  /// The buckets that every dataset has, whatever is asked of it.
  private var months: Buckets
  /// The buckets of all aggregates at once.
  private let finest: Buckets
  /// The buckets of aggregates, each kind once, and the kind of each aggregate.
  private var kinds: [Buckets] = []
  private var kind: [Int] = []
  /// The day for which each aggregate counts the rows in force.
  private let days: [CivilDate]

  init(
    _ dataset: Dataset, _ calendar: FiscalCalendar, asOf: CivilDate, _ aggregates: [AggregatePlan]
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
    months = Buckets(calendar, BucketCuts(), asOf: asOf)
    days = aggregates.map { $0.day ?? asOf }
    let cuts = aggregates.reduce(BucketCuts()) { $0.union($1.cuts) }
    finest = Buckets(calendar, cuts, asOf: asOf)
    var places: [BucketCuts: Int] = [:]
    for aggregate in aggregates {
      if places[aggregate.cuts] == nil {
        places[aggregate.cuts] = kinds.count
        kinds.append(Buckets(calendar, aggregate.cuts, asOf: asOf))
      }
      kind.append(places[aggregate.cuts] ?? 0)
    }
  }

  /// The first day of the finest bucket of a day, none of which any aggregate's bucket cuts.
  var finestStart: (CivilDate) -> CivilDate {
    let own = Box(finest)
    return { own.buckets.start(of: $0) }
  }

  /// Buckets that remember the last day they were asked for.
  private final class Box {
    var buckets: Buckets

    init(_ buckets: Buckets) { self.buckets = buckets }
  }

  /// The bucket of an aggregate in which a finest one lies.
  mutating func bucket(around finest: Tally.Bucket, for aggregate: Int) -> Tally.Bucket {
    guard case .starting(let day) = finest else { return finest }
    return .starting(kinds[kind[aggregate]].start(of: day))
  }

  /// Notes rows of a finest bucket that belong to the institution.
  mutating func note(_ rows: DatedRows, in start: CivilDate, _ tally: inout DatasetTally) {
    tally.dated.merge([months.start(of: start): rows]) { $0.merged(with: $1) }
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
    let start = months.start(of: day)
    if tally.dated[start]?.add(day) == nil { tally.dated[start] = DatedRows(day) }
  }

  /// The stretch of time in which the row counts for an aggregate; nil where it is not in force.
  mutating func bucket(
    of cells: [Cell], for aggregate: Int, _ tally: inout DatasetTally
  ) -> Tally.Bucket? {
    if interval != nil {
      switch isInForce(cells, on: days[aggregate]) {
      case true?: return .undated
      case nil: return .dateUnknown
      case false?:
        // Aggregates about the same day count the same rows.
        if days.firstIndex(of: days[aggregate]) == aggregate {
          tally.outOfForce[days[aggregate], default: 0] += 1
        }
        return nil
      }
    }
    guard let date else { return .undated }
    guard let day = cells[date].date else { return .dateUnknown }
    return .starting(kinds[kind[aggregate]].start(of: day))
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
