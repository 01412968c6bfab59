import Exact
import Testing

@Suite struct CivilDateTests {
  @Test(
    arguments: civilDateTable.split(whereSeparator: { $0 == "," || $0 == "\n" }).map(String.init))
  func countsDaysAsPythonDoes(entry: String) throws {
    let parts = entry.split(separator: " ")
    let (text, days) = (parts[0], try #require(Int(parts[1])))
    let date = try #require(CivilDate(days: days))
    #expect(date.description == text)
    #expect(CivilDate(text) == date)
    let (year, month, day) = date.components
    #expect(CivilDate(year: year, month: month, day: day) == date)
    #expect((date.year, date.month, date.day) == (year, month, day))
  }

  @Test func countsEveryDayOnce() throws {
    var previous = try #require(CivilDate(days: -719_163 + 1)).components
    for days in stride(from: -719_161, through: 2_932_896, by: 1) {
      guard let next = CivilDate(days: days)?.components else {
        Issue.record("no day \(days)")
        return
      }
      let last = previous.day == CivilDate.days(inMonth: previous.month, of: previous.year)
      let expected =
        !last
        ? (previous.year, previous.month, previous.day + 1)
        : previous.month < 12 ? (previous.year, previous.month + 1, 1) : (previous.year + 1, 1, 1)
      guard next == expected else {
        Issue.record("\(next) after \(previous)")
        return
      }
      previous = next
    }
    #expect(previous == (9999, 12, 31))
  }

  @Test(arguments: rows(addingMonthsTable))
  func addsMonthsAsPythonDoes(row: [String]) throws {
    let date = try #require(CivilDate(row[0]))
    #expect(try date.adding(months: #require(Int(row[1])))?.description ?? "none" == row[2])
  }

  @Test func addsDaysWithinTheRange() {
    let (first, last) = (CivilDate.range.lowerBound, CivilDate.range.upperBound)
    #expect(first.description == "0001-01-01" && last.description == "9999-12-31")
    #expect(first.adding(days: -1) == nil && last.adding(days: 1) == nil)
    #expect(first.adding(days: 3_652_058) == last)
    for date in [first, last] {
      for count in [Int.min, .max] {
        #expect(date.adding(days: count) == nil && date.adding(months: count) == nil)
      }
    }
    #expect(CivilDate(days: .min) == nil && CivilDate(days: .max) == nil)
  }

  @Test(arguments: [
    "", "2024-4-01", "2024-04-1", "24-04-01", "2024/04/01", "2024-04-01 ", " 2024-04-01",
    "2024-04-01T00:00", "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-01",
    "2024-01-00", "0000-01-01", "-024-01-01", "2024-0a-01", "２０２４-04-01", "20240401",
  ])
  func readsNothingElse(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: [
    (2024, 2, 30), (2023, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0),
    (2024, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (.max, .max, .max), (.min, .min, .min),
  ])
  func refusesDaysThatAreNone(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }
}
