package import Exact
package import HoldfastModel

/// Where the fiscal months of an aggregate are cut again, for the periods that are asked of it.
package struct BucketCuts: Sendable, Hashable {
  /// Whether calendar months are told apart that fiscal months are not.
  package var calendarMonths = false
  /// Further days on which a bucket begins.
  package var days: Set<CivilDate> = []

  package init() {}

  /// The cuts that some periods need.
  package init(_ calendar: FiscalCalendar, _ rules: [PeriodRule]) {
    for rule in rules { add(rule, yearsBefore: 0) }
    calendarMonths = calendarMonths && calendar.day != 1
    days = days.filter { calendar.monthStart(of: $0) != $0 }
  }

  private mutating func add(_ rule: PeriodRule, yearsBefore years: Int) {
    switch rule {
    case .calendarYear: calendarMonths = true
    case .dates(let from, let to):
      for day in [from, to.adding(days: 1)] {
        if let day = day?.adding(months: -12 * years) { days.insert(day) }
      }
    case .yearBefore(let other): add(other, yearsBefore: years + 1)
    case .fiscalYear, .fiscalYearToDate, .last12Months: break
    }
  }

  /// Whether every bucket that begins for others begins here too.
  package func covers(_ other: BucketCuts) -> Bool {
    (calendarMonths || !other.calendarMonths) && days.isSuperset(of: other.days)
  }

  /// All cuts of both.
  package func union(_ other: BucketCuts) -> BucketCuts {
    var result = self
    result.calendarMonths = calendarMonths || other.calendarMonths
    result.days.formUnion(other.days)
    return result
  }
}

extension BucketCuts: CustomStringConvertible {
  /// The cuts as a reader knows them.
  package var description: String {
    let months = calendarMonths ? ["fiscal and calendar months"] : ["fiscal months"]
    return (months + days.sorted().map(\.description)).joined(separator: ", ")
  }
}
