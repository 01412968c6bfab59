import Diagnostics
import Exact
import Tabular
import Testing

/// Decodes one cell of a column.
private func decoded(_ cell: String, _ column: ColumnSchema) throws -> (Cell, CellFault?) {
  let quoted =
    "\""
    + cell.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "\"\"") + "\""
  let reading = try Reading("c,other\n\(quoted),x\n", [column])
  #expect(reading.errors.isEmpty)
  return (try #require(reading.rows.first?.first), reading.faults.first)
}

private func column(_ type: CellType) -> ColumnSchema { ColumnSchema(name: "c", type: type) }

@Suite struct NumberCellTests {
  @Test(arguments: [
    ("1234.5", "1234.50"), ("61637", "61637.00"), ("-567", "-567.00"), ("1,234.50", "1234.50"),
    ("£1,234.50", "1234.50"), ("$1,234", "1234.00"), ("€0.99", "0.99"), ("-£5", "-5.00"),
    ("£-5", "-5.00"), ("(1,234.50)", "-1234.50"), ("(£5)", "-5.00"), ("£ 1,234.50", "1234.50"),
    ("£\u{A0}5", "5.00"), ("-£ 5", "-5.00"), ("£ -5", "-5.00"), ("(£ 5)", "-5.00"),
    (" 765.00 ", "765.00"),
    ("\u{A0}765.00\u{A0}", "765.00"), ("1,697,956.30", "1697956.30"), ("0", "0.00"), ("-0", "0.00"),
    ("007", "7.00"), ("1.500000", "1.50"), ("12,345", "12345.00"), ("123,456,789", "123456789.00"),
    ("1.00000000000000000000000000000000000000000000", "1.00"),
    ("9999999999999999999999999.99", "9999999999999999999999999.99"),
  ])
  func readsAmounts(_ cell: String, _ value: String) throws {
    let (read, _) = try decoded(cell, column(.decimal(scale: 2)))
    guard case .decimal(let decimal) = read else {
      Issue.record("\(read)")
      return
    }
    #expect(decimal.description == value)
  }

  static let notAmounts = [
    "1.234,56", "1e3", "1E3", "12.", ".5", "5-", "--5", "1,23", "1,2345", "12,34,567", "1234,567",
    "0,123", "1,234,56", ",5", "5,", "-", "£", "()", "(5", "5)", "(-5)", "-(5)", "-£-5", "- £5",
    "£- 5", "£ x",
    "£5£", "5£", "1 234", "1'234", "+5", "0x10", "NaN", "inf", "1.2.3", "1_000", "٣", "½", "12%",
    "(1,234.50 )", "1,,234", "-.5", "£(5)", "1,234.5,0", "1;2",
  ]

  @Test(arguments: notAmounts)
  func refusesOtherShapes(_ cell: String) throws {
    let (read, fault) = try decoded(cell, column(.decimal(scale: 2)))
    #expect(read == .fault(0))
    #expect(fault?.message == "the cell is not a number in a form that can be read for certain")
    #expect(fault?.shown == cell)
    #expect(fault?.help != nil)
  }

  @Test(arguments: [
    ("1.234,56", "it seems to have a decimal comma: export the file with points, as in 1234.56"),
    ("1,23", "it seems to have a decimal comma: export the file with points, as in 1234.56"),
    ("0,123", "it seems to have a decimal comma: export the file with points, as in 1234.56"),
    ("1.2E+06", "a spreadsheet shortened it: format the column as a number before saving"),
    ("-", "add '-' to unknown_tokens if it says nothing, or declare its value under values"),
    (
      "n/a",
      "write it as in 1234.50, 1,234.50, -567, £1,234.50 or (1,234.50); "
        + "add it to unknown_tokens if it says nothing"
    ),
  ])
  func saysWhatToDo(_ cell: String, _ help: String) throws {
    #expect(try decoded(cell, column(.decimal(scale: 2))).1?.help == help)
  }

  @Test func asksForTheScale() throws {
    let (_, fault) = try decoded("1.2340", column(.decimal(scale: 2)))
    #expect(
      fault?.message == "the number has 3 digits behind the point, and the column's scale is 2")
    #expect(fault?.help == "raise `scale` to 3 under columns.c, or correct the cell")
  }

  @Test(arguments: [
    ("10000000000000000000000000.01", 2), ("10000000000000000000000000000", 0),
    ("-10000000000000000000000000.01", 2), ("2", 27),
    (String(repeating: "9", count: 100), 2),
  ])
  func refusesWhatCannotBeAdded(_ cell: String, _ scale: Int) throws {
    let (_, fault) = try decoded(cell, column(.decimal(scale: scale)))
    #expect(fault?.message == "the number is too large to be added up exactly")
  }

  @Test func refusesTheSignOfAnotherCurrency() throws {
    let pounds = ColumnSchema(name: "c", type: .decimal(scale: 2), currency: "GBP")
    #expect(try decoded("£5", pounds).0 == .decimal(Decimal(5)))
    #expect(try decoded("5", pounds).0 == .decimal(Decimal(5)))
    let (read, fault) = try decoded("€5", pounds)
    #expect(read == .fault(0))
    #expect(fault?.message == "the amount has the sign €, and the column is in GBP")
  }

  @Test(arguments: [
    ("12.5", true, "0.125"), ("12.5%", true, "0.125"), ("12.5 %", true, "0.125"),
    ("-3", true, "-0.03"), ("100", true, "1.00"), ("0.125", false, "0.125"), ("1", false, "1"),
    ("1,200%", true, "12.00"),
  ])
  func readsPercentages(_ cell: String, _ points: Bool, _ value: String) throws {
    let (read, _) = try decoded(cell, column(.percent(points: points)))
    guard case .decimal(let decimal) = read else {
      Issue.record("\(read)")
      return
    }
    #expect(decimal.description == value)
  }

  @Test(arguments: [("12.5%", false), ("%", true), ("12%%", true), ("£5", true), ("(5)", true)])
  func refusesPercentages(_ cell: String, _ points: Bool) throws {
    #expect(try decoded(cell, column(.percent(points: points))).0 == .fault(0))
  }

  @Test(arguments: [
    ("7", 7), ("-7", -7), ("+7", 7), ("1,234", 1234), ("007", 7), (" 12 ", 12),
    ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
  ])
  func readsIntegers(_ cell: String, _ value: Int64) throws {
    #expect(try decoded(cell, column(.integer)).0 == .integer(value))
  }

  @Test(arguments: [
    "1.0", "1.", "£5", "(5)", "x", "1,23", "9223372036854775808", "-9223372036854775809",
    String(repeating: "9", count: 60), "1e3",
  ])
  func refusesOtherIntegers(_ cell: String) throws {
    #expect(try decoded(cell, column(.integer)).0 == .fault(0))
  }
}
