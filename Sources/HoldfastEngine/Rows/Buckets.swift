package import Exact
package import HoldfastModel

/// The stretches of time whose rows are summed together: fiscal months, cut again where a
/// commitment of the run names a day, and behind the day of the run.
package struct Buckets {
  private let calendar: FiscalCalendar
  private let cutsCalendarMonths: Bool
  private let boundaries: [CivilDate]
  private var last: (date: CivilDate, start: CivilDate)?

  /// For the periods that the commitments of a run ask for, and its day.
  package init(_ calendar: FiscalCalendar, _ rules: [PeriodRule], asOf: CivilDate? = nil) {
    self.calendar = calendar
    cutsCalendarMonths = rules.contains(.calendarYear)
    var days: Set<CivilDate> = []
    for case .dates(let from, let to) in rules {
      days.insert(from)
      if let next = to.adding(days: 1) { days.insert(next) }
    }
    if let next = asOf?.adding(days: 1) { days.insert(next) }
    boundaries = days.sorted()
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
