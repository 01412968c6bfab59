public import Exact

/// The time that a promise is judged over, before the as-of date is known.
public enum PeriodRule: Sendable, Hashable {
  /// The last complete fiscal year.
  case fiscalYear
  /// The running fiscal year up to as-of: provisional.
  case fiscalYearToDate
  /// The last complete calendar year.
  case calendarYear
  /// The twelve complete months before as-of's month (as-of's own where it is that month's last day).
  case last12Months
  /// Days named by the author.
  case dates(from: CivilDate, to: CivilDate)
  /// The same days a year before those of another rule.
  indirect case yearBefore(PeriodRule)

  /// The words an author writes, with the rule of each.
  public static let names: KeyValuePairs<String, PeriodRule> = [
    "fiscal_year": .fiscalYear, "fiscal_year_to_date": .fiscalYearToDate,
    "calendar_year": .calendarYear, "last_12_months": .last12Months,
  ]
}

extension PeriodRule {
  /// The rule in words, each of which another rule has not.
  public var text: String {
    switch self {
    case .dates(let from, let to): "\(from) to \(to)"
    case .yearBefore(let rule): "the year before \(rule.text)"
    case .fiscalYear, .fiscalYearToDate, .calendarYear, .last12Months:
      Self.names.first { $0.value == self }?.key ?? ""
    }
  }
}

/// The days that a promise is judged over.
public struct Period: Sendable, Hashable {
  /// The first day; nil takes every row up to the last day.
  public var from: CivilDate?
  /// The last day.
  public var to: CivilDate
  /// Whether the period is still running, so that it cannot settle a promise for good.
  public var provisional: Bool

  /// A period.
  public init(from: CivilDate?, to: CivilDate, provisional: Bool = false) {
    self.from = from
    self.to = to
    self.provisional = provisional
  }

  /// Whether a day lies in it.
  public func contains(_ day: CivilDate) -> Bool { day <= to && from.map { day >= $0 } ?? true }
}

/// When an institution's years begin.
public struct FiscalCalendar: Sendable, Hashable {
  /// The month, 1 to 12.
  public var month: Int
  /// The day, 1 to 28.
  public var day: Int

  /// A calendar whose years begin on a day of a month.
  public init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// The fiscal year's first day on or before a day.
  public func yearStart(of date: CivilDate) -> CivilDate {
    let year = date.year
    for candidate in [year, year - 1] {
      if let start = CivilDate(year: candidate, month: month, day: day), start <= date {
        return start
      }
    }
    return CivilDate.range.lowerBound
  }

  /// The last day of the fiscal year that a day lies in.
  public func yearEnd(of date: CivilDate) -> CivilDate {
    yearStart(of: date).adding(months: 12)?.adding(days: -1) ?? CivilDate.range.upperBound
  }

  /// The first day of the fiscal month that a day lies in; months begin on the fiscal year's day.
  public func monthStart(of date: CivilDate) -> CivilDate {
    let (year, month, day) = date.components
    let first = CivilDate(year: year, month: month, day: self.day) ?? date
    return day >= self.day ? first : first.adding(months: -1) ?? CivilDate.range.lowerBound
  }

  /// The period of a rule as of a day; nil takes all rows up to that day.
  public func period(_ rule: PeriodRule?, asOf: CivilDate) -> Period {
    switch rule {
    case nil: return Period(from: nil, to: asOf)
    case .fiscalYear: return lastYear(startingAt: yearStart(of: dayAfter(asOf)))
    case .fiscalYearToDate:
      return Period(from: yearStart(of: asOf), to: asOf, provisional: !isYearEnd(asOf))
    case .calendarYear:
      return FiscalCalendar(month: 1, day: 1).period(.fiscalYear, asOf: asOf)
    case .last12Months: return lastYear(startingAt: monthStart(of: dayAfter(asOf)))
    case .dates(let from, let to): return Period(from: from, to: to, provisional: to > asOf)
    case .yearBefore(let rule):
      let period = period(rule, asOf: asOf)
      // A running year is compared with as many days of the year before.
      return Period(
        from: period.from?.adding(months: -12), to: yearBefore(min(period.to, asOf)))
    }
  }

  /// A rule as of a day, with the days of a year before by their dates: where they end depends on
  /// the day.
  public func settled(_ rule: PeriodRule, asOf: CivilDate) -> PeriodRule {
    guard case .yearBefore = rule else { return rule }
    let period = period(rule, asOf: asOf)
    return .dates(from: period.from ?? CivilDate.range.lowerBound, to: period.to)
  }

  private func isYearEnd(_ date: CivilDate) -> Bool {
    let next = dayAfter(date)
    return next != date && yearStart(of: next) == next
  }

  /// The twelve months that end before a day on which months begin.
  private func lastYear(startingAt next: CivilDate) -> Period {
    Period(
      from: next.adding(months: -12) ?? CivilDate.range.lowerBound,
      to: next.adding(days: -1) ?? CivilDate.range.lowerBound)
  }

  /// The last day of a period a year before one that ends on a day.
  private func yearBefore(_ last: CivilDate) -> CivilDate {
    dayAfter(last).adding(months: -12)?.adding(days: -1) ?? CivilDate.range.lowerBound
  }

  private func dayAfter(_ date: CivilDate) -> CivilDate { date.adding(days: 1) ?? date }
}
