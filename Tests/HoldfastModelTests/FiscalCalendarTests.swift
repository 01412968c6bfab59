import Exact
import HoldfastModel
import Testing

/// The period of a rule as of a day, in a calendar whose years start on a day of a month.
struct PeriodCase: Sendable, CustomTestStringConvertible {
  let start: (month: Int, day: Int)
  let rule: PeriodRule?
  let asOf: String
  let from: String?
  let to: String
  let isProvisional: Bool
  var testDescription: String { "\(start) \(rule.map { "\($0)" } ?? "no rule") as of \(asOf)" }

  init(
    _ start: (month: Int, day: Int), _ rule: PeriodRule?, _ asOf: String, _ from: String?,
    _ to: String, provisional: Bool = false
  ) {
    self.start = start
    self.rule = rule
    self.asOf = asOf
    self.from = from
    self.to = to
    isProvisional = provisional
  }

  private static let april = (month: 4, day: 1)
  private static let tax = (month: 4, day: 6)
  private static let january = (month: 1, day: 1)
  private static let named = PeriodRule.dates(from: day("2024-05-15"), to: day("2024-06-14"))

  static let all = years + toDate + months + others

  private static let years = [
    PeriodCase(april, .fiscalYear, "2025-03-30", "2023-04-01", "2024-03-31"),
    PeriodCase(april, .fiscalYear, "2025-03-31", "2024-04-01", "2025-03-31"),
    PeriodCase(april, .fiscalYear, "2025-04-01", "2024-04-01", "2025-03-31"),
    PeriodCase(april, .fiscalYear, "2025-09-17", "2024-04-01", "2025-03-31"),
    PeriodCase(april, .fiscalYear, "2024-02-29", "2022-04-01", "2023-03-31"),
    PeriodCase(tax, .fiscalYear, "2025-04-04", "2023-04-06", "2024-04-05"),
    PeriodCase(tax, .fiscalYear, "2025-04-05", "2024-04-06", "2025-04-05"),
    PeriodCase(tax, .fiscalYear, "2025-04-06", "2024-04-06", "2025-04-05"),
    PeriodCase(january, .fiscalYear, "2024-12-31", "2024-01-01", "2024-12-31"),
    PeriodCase(january, .fiscalYear, "2024-12-30", "2023-01-01", "2023-12-31"),
    PeriodCase(january, .fiscalYear, "2025-01-01", "2024-01-01", "2024-12-31"),
    PeriodCase(april, .calendarYear, "2024-12-31", "2024-01-01", "2024-12-31"),
    PeriodCase(tax, .calendarYear, "2024-12-30", "2023-01-01", "2023-12-31"),
  ]

  private static let toDate = [
    PeriodCase(
      april, .fiscalYearToDate, "2025-03-30", "2024-04-01", "2025-03-30", provisional: true),
    PeriodCase(april, .fiscalYearToDate, "2025-03-31", "2024-04-01", "2025-03-31"),
    PeriodCase(
      april, .fiscalYearToDate, "2025-04-01", "2025-04-01", "2025-04-01", provisional: true),
    PeriodCase(
      april, .fiscalYearToDate, "2024-02-29", "2023-04-01", "2024-02-29", provisional: true),
    PeriodCase(tax, .fiscalYearToDate, "2025-04-05", "2024-04-06", "2025-04-05"),
    PeriodCase(
      tax, .fiscalYearToDate, "2025-04-06", "2025-04-06", "2025-04-06", provisional: true),
    PeriodCase(january, .fiscalYearToDate, "2024-12-31", "2024-01-01", "2024-12-31"),
  ]

  private static let months = [
    PeriodCase(april, .last12Months, "2024-08-15", "2023-08-01", "2024-07-31"),
    PeriodCase(april, .last12Months, "2024-08-31", "2023-09-01", "2024-08-31"),
    PeriodCase(april, .last12Months, "2024-02-28", "2023-02-01", "2024-01-31"),
    PeriodCase(april, .last12Months, "2024-02-29", "2023-03-01", "2024-02-29"),
    PeriodCase(january, .last12Months, "2025-02-28", "2024-03-01", "2025-02-28"),
    PeriodCase(tax, .last12Months, "2024-08-04", "2023-07-06", "2024-07-05"),
    PeriodCase(tax, .last12Months, "2024-08-05", "2023-08-06", "2024-08-05"),
    PeriodCase(tax, .last12Months, "2024-01-03", "2022-12-06", "2023-12-05"),
  ]

  private static let others = [
    PeriodCase(april, nil, "2024-08-15", nil, "2024-08-15"),
    PeriodCase(april, named, "2024-06-14", "2024-05-15", "2024-06-14"),
    PeriodCase(april, named, "2024-06-13", "2024-05-15", "2024-06-14", provisional: true),
  ]
}

@Suite struct FiscalCalendarTests {
  @Test(arguments: PeriodCase.all) func period(_ c: PeriodCase) {
    let calendar = FiscalCalendar(month: c.start.month, day: c.start.day)
    let period = calendar.period(c.rule, asOf: day(c.asOf))
    #expect(
      period == Period(from: c.from.map(day), to: day(c.to), provisional: c.isProvisional))
  }

  @Test(arguments: [
    (4, 1, "2024-03-31", "2023-04-01", "2024-03-01"),
    (4, 1, "2024-04-01", "2024-04-01", "2024-04-01"),
    (4, 6, "2024-04-05", "2023-04-06", "2024-03-06"),
    (4, 6, "2024-04-06", "2024-04-06", "2024-04-06"),
    (4, 6, "2024-01-05", "2023-04-06", "2023-12-06"),
    (1, 1, "2024-12-31", "2024-01-01", "2024-12-01"),
    (4, 28, "2024-02-29", "2023-04-28", "2024-02-28"),
  ])
  func yearsAndMonthsStart(
    _ month: Int, _ dayOfMonth: Int, _ date: String, _ year: String, _ monthStart: String
  ) {
    let calendar = FiscalCalendar(month: month, day: dayOfMonth)
    #expect(calendar.yearStart(of: day(date)) == day(year))
    #expect(calendar.monthStart(of: day(date)) == day(monthStart))
  }

  /// Twelve months end the day before they began, and every month that a period touches is whole.
  @Test(arguments: [(4, 1), (4, 6), (1, 1), (10, 28)]) func periodsAreWholeMonthsOnEveryDay(
    _ month: Int, _ dayOfMonth: Int
  ) throws {
    let calendar = FiscalCalendar(month: month, day: dayOfMonth)
    var asOf = day("2023-12-01")
    while asOf < day("2025-03-01") {
      for rule in [PeriodRule.fiscalYear, .last12Months] {
        let period = calendar.period(rule, asOf: asOf)
        let from = try #require(period.from)
        let next = try #require(period.to.adding(days: 1))
        #expect(from.adding(months: 12) == next)
        #expect(calendar.monthStart(of: from) == from && calendar.monthStart(of: next) == next)
        #expect(period.to <= asOf && !period.provisional)
      }
      asOf = try #require(asOf.adding(days: 1))
    }
  }

  @Test(arguments: [CivilDate.range.lowerBound, CivilDate.range.upperBound])
  func standsTheEndsOfTime(_ asOf: CivilDate) {
    let rules: [PeriodRule?] = [
      nil, .fiscalYear, .fiscalYearToDate, .calendarYear, .last12Months,
    ]
    for rule in rules {
      let period = FiscalCalendar(month: 4, day: 6).period(rule, asOf: asOf)
      #expect(period.to <= asOf)
    }
  }

  @Test(arguments: [
    ("2024-03-31", false), ("2024-04-01", true), ("2025-03-31", true), ("2025-04-01", false),
  ])
  func contains(_ date: String, _ isInside: Bool) {
    let period = Period(from: day("2024-04-01"), to: day("2025-03-31"))
    #expect(period.contains(day(date)) == isInside)
    #expect(Period(from: nil, to: day("2025-03-31")).contains(day(date)) == (date != "2025-04-01"))
  }
}
