package import Exact
package import HoldfastModel

/// The stretches of time whose rows are summed together: fiscal months, cut again where a period
/// begins or ends, and behind the day of the run.
package struct Buckets {
  private let calendar: FiscalCalendar
  private let cutsCalendarMonths: Bool
  private let boundaries: [CivilDate]
  private var last: (date: CivilDate, start: CivilDate)?

  /// For the periods that commitments ask for, and the day of the run.
  package init(_ calendar: FiscalCalendar, _ rules: [PeriodRule], asOf: CivilDate? = nil) {
    self.init(calendar, BucketCuts(calendar, rules), asOf: asOf)
  }

  /// For the cuts of an aggregate, and the day of the run.
  package init(_ calendar: FiscalCalendar, _ cuts: BucketCuts, asOf: CivilDate?) {
    self.calendar = calendar
    cutsCalendarMonths = cuts.calendarMonths
    boundaries = cuts.days.union(asOf?.adding(days: 1).map { [$0] } ?? []).sorted()
  }

  /// The first day of the bucket of a day.
  package mutating func start(of date: CivilDate) -> CivilDate {
    if let last, last.date == date { return last.start }
    var start = calendar.monthStart(of: date)
    if cutsCalendarMonths {
      start = max(start, FiscalCalendar(month: 1, day: 1).monthStart(of: date))
    }
    if let boundary = boundaries.last(where: { $0 <= date }) { start = max(start, boundary) }
    last = (date, start)
    return start
  }
}
