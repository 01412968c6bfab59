import Exact
import HoldfastEngine
import HoldfastModel
import Testing

@Suite("Stretches of time")
struct BucketTests {
  @Test(arguments: [
    (4, 1, "2024-04-01", "2024-04-01"), (4, 1, "2024-04-30", "2024-04-01"),
    (4, 6, "2024-04-05", "2024-03-06"), (4, 6, "2024-04-06", "2024-04-06"),
    (1, 1, "2024-02-29", "2024-02-01"), (4, 28, "2024-03-01", "2024-02-28"),
  ])
  func beginOnTheFiscalDay(_ month: Int, _ day: Int, _ date: String, _ start: String) throws {
    var buckets = Buckets(FiscalCalendar(month: month, day: day), [])
    let date = try #require(CivilDate(date))
    #expect(buckets.start(of: date) == CivilDate(start))
    #expect(buckets.start(of: date) == CivilDate(start), "the answer is remembered rightly")
  }

  /// Whatever periods are asked for, no bucket reaches across the beginning or end of one.
  @Test func nestInEveryPeriod() throws {
    let calendar = FiscalCalendar(month: 4, day: 6)
    let from = try #require(CivilDate("2023-12-24"))
    let to = try #require(CivilDate("2024-02-10"))
    let rules: [PeriodRule] = [
      .fiscalYear, .calendarYear, .last12Months, .dates(from: from, to: to),
    ]
    var buckets = Buckets(calendar, rules)
    let first = try #require(CivilDate("2022-01-01"))
    for asOf in ["2024-04-05", "2024-04-06", "2024-12-31", "2025-02-28"] {
      let day = try #require(CivilDate(asOf))
      for rule in rules {
        let period = calendar.period(rule, asOf: day)
        for offset in 0..<1300 {
          let date = try #require(first.adding(days: offset))
          let start = buckets.start(of: date)
          #expect(start <= date)
          #expect(period.contains(start) == period.contains(date), "\(rule) \(date) \(start)")
        }
      }
    }
  }
}
