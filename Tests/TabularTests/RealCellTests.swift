import Diagnostics
import Exact
import Patterns
import Tabular
import Testing

/// Cells as published files have them.
@Suite struct RealCellTests {
  private func cell(
    _ text: String, _ type: CellType, _ change: (inout ColumnSchema) -> Void = { _ in }
  ) throws -> Cell? {
    var column = ColumnSchema(name: "c", type: type)
    change(&column)
    let reading = try Reading("c,d\n\"\(text)\",1\n", [column])
    #expect(reading.errors.isEmpty)
    return reading.rows.first?.first
  }

  /// Somebody's guard against formulas.
  @Test(arguments: ["\t-1.50", "-1.50\t", " \t-1.50", "-1.50"])
  func takesATabForABlank(_ text: String) throws {
    #expect(
      try cell(text, .decimal(scale: 2)) == .decimal(Decimal(coefficient: -150, scale: 2)))
    #expect(try cell(text, .percent(points: true)) != .fault(0))
  }

  @Test(arguments: ["2022-09-31", "22/04/222", "TBC", "X"])
  func takesATokenBeforeADate(_ text: String) throws {
    let type = CellType.date(.iso)
    #expect(try cell(text, type) == .fault(0))
    #expect(try cell(text, type) { $0.unknownTokens = [text] } == .unknown)
    let pattern = try Pattern("[^a-z]*")
    #expect(try cell(text, type) { $0.unknownPatterns = [pattern] } == .unknown)
  }

  /// Bytes of windows-1252 that were taken for Latin-1 are control letters.
  @Test func matchesControlLetters() throws {
    let redacted = try Pattern("Redacted . Personal Data")
    let reading = try cell("Redacted \u{96} Personal Data", .text) {
      $0.redactedPatterns = [redacted]
    }
    #expect(reading == .unknown)
    #expect(try cell("Don\u{92}t", .text) == .text("Don\u{92}t"))
  }

  @Test(arguments: [
    ("dd/MM/yyyy", "31/02/2020", true), ("dd/MM/yyyy", "29/02/2023", true),
    ("yyyy-MM-dd", "2022-09-31", true), ("d MMM yyyy", "30 Feb 2024", true),
    ("yyyyMMdd", "20230431", true), ("dd/MM/yyyy", "32/01/2020", false),
    ("dd/MM/yyyy", "04/13/2029", false), ("dd/MM/yyyy", "31/02/20", false),
    ("MM/yyyy", "31/2020", false), ("serial", "30", false), ("dd/MM/yyyy", "2931", false),
  ])
  func knowsDaysThatAreNone(_ pattern: String, _ text: String, _ isNone: Bool) throws {
    let column = ColumnSchema(name: "c", type: .date(try #require(DateFormat(pattern))))
    let fault = try #require(try Reading("c,d\n\(text),1\n", [column]).faults.first)
    #expect((fault.message == "there is no such day") == isNone)
  }
}
