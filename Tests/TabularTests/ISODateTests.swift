import Exact
import Tabular
import Testing

/// Sources that write true dates write them `yyyy-MM-dd`, and so does whoever fills in a cell.
@Suite struct ISODateTests {
  private func cell(_ text: String, _ type: CellType) throws(CellFault) -> Cell {
    try CellParser(ColumnSchema(name: "c", type: type)).cell(text, line: 1)
  }

  @Test(arguments: [
    ("d/M/yyyy", "3/4/2020", "2020-04-03"), ("d/M/yyyy", "2020-04-03", "2020-04-03"),
    ("MMM-yy", "2020-04-03", "2020-04-01"), ("MMM-yy", "Apr-20", "2020-04-01"),
    ("serial", "2020-11-01", "2020-11-01"), ("serial", "44136", "2020-11-01"),
  ])
  func areTakenBesideTheDeclaredForm(_ pattern: String, _ text: String, _ date: String) throws {
    let type = CellType.date(try #require(DateFormat(pattern)))
    #expect(try cell(text, type) == .date(try #require(CivilDate(date))))
  }

  @Test(arguments: ["2020-04-31", "2020-4-3", "2020-04-03T10:00:00"])
  func areRefusedWhereTheyAreNone(_ text: String) throws {
    let type = CellType.date(try #require(DateFormat("d/M/yyyy")))
    #expect(throws: CellFault.self) { try cell(text, type) }
  }

  @Test(arguments: [
    ("2024-04-01", 1_711_929_600), ("2024-04-01T09:30:00", 1_711_963_800),
    ("2024-04-01T09:30:00Z", 1_711_963_800),
  ])
  func areTimesToo(_ text: String, _ seconds: Int64) throws {
    #expect(try cell(text, .timestamp) == .timestamp(seconds: seconds, nanos: 0))
  }
}
