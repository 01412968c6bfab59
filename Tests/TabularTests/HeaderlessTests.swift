import Diagnostics
import Exact
import Patterns
import Tabular
import Testing

/// Files whose first line is a row.
@Suite struct HeaderlessTests {
  private static let format = CSVFormat(header: .none)
  private static let second = ColumnSchema(name: "c", origin: .position(2), type: .integer)

  private func read(
    _ text: String, _ schema: [ColumnSchema] = [HeaderlessTests.second]
  ) throws -> Reading {
    try Reading(text, schema, Self.format)
  }

  @Test(arguments: ["a,1\nb,2\n", "\u{FEFF}a,1\r\n\r\nb,2", "a,1\n,\nb,2\n\n"])
  func readsTheFirstLineToo(_ text: String) throws {
    let constant = ColumnSchema(name: "body", origin: .constant("x"))
    let name = ColumnSchema(name: "file", origin: .fileName(try Pattern("^[a-z]")))
    let reading = try read(text, [Self.second, constant, name])
    #expect(reading.errors.isEmpty && reading.faults.isEmpty)
    #expect(
      reading.rows == [1, 2].map { [.integer(Int64($0)), .text("x"), .text("t")] })
    #expect(reading.lines.first == 1)
    let summary = try #require(reading.summary)
    #expect(summary.rows == 2 && summary.headerLine == nil && summary.unmapped.isEmpty)
    #expect(summary.mapped.first?.place == .field(position: 2, header: ""))
  }

  /// Nothing but the first row says how many cells there are.
  @Test(arguments: [
    ("a,1\nb\n", 1), ("a,1\nb,2,3\n", 1), ("a,1\nb,2,\nc,3,\n", 2), ("a,6,000\nb,2\n", 1),
    ("a,1,x\nb,2\nc,3\n", 2),
  ])
  func refusesUnevenRows(_ text: String, _ count: Int) throws {
    let errors = try read(text).errors
    #expect(errors.count == count)
    #expect(errors.allSatisfy { $0.message.contains("and the first record") })
  }

  @Test(arguments: ["a\n", "\n", "\na,1\n"]) func refusesPositionsPastTheEnd(
    _ text: String
  ) throws {
    let reading = try read(text)
    #expect(
      reading.errors.map(\.message)
        == ["the column 'c' should be number 2, and the first row has 1 cell"])
  }

  @Test func keepsBlankLinesOfASingleColumn() throws {
    let column = ColumnSchema(name: "c", origin: .position(1))
    #expect(try read("a\n\nb\n", [column]).rows == [[.text("a")], [.unknown], [.text("b")]])
  }

  @Test func readsARowLikeTheFirstOne() throws {
    #expect(try read("a,1\na,1\n").rows == [[.integer(1)], [.integer(1)]])
  }

  @Test func limitsTheNumberOfCells() throws {
    let commas = String(repeating: ",", count: 16_384) + "\n"
    #expect(try read("1" + commas).errors.map(\.message).first?.contains("16385") == true)
  }
}

@Suite struct HeaderlessSheetTests {
  private func read(_ dimension: String) throws -> XLSXReading {
    var sample = XLSXSample("")
    let rows =
      "<row r=\"2\"><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row><row/>"
      + "<row><c><v>1</v></c></row>"
    sample.sheets[0].xml = "<dimension ref=\"\(dimension)\"/><sheetData>\(rows)</sheetData>"
    return try XLSXReading(
      sample.bytes(), .xlsx(XLSXFormat(header: .none)),
      schema: [ColumnSchema(name: "c", origin: .position(1))])
  }

  /// Of the rows of a sheet blank cells at the end are left out.
  @Test func readsTheFirstRowToo() throws {
    let reading = try read("A2:B5")
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [["1", ""], ["2", "3"], ["1"]])
    #expect(reading.lines == [2, 3, 5])
    #expect(reading.summary?.headerLine == nil && reading.summary?.rows == 3)
  }

  @Test func refusesCellsBeyondTheFirstRow() throws {
    let reading = try read("A2")
    #expect(reading.message?.contains("2 cells and the first record 1 cell") == true)
  }

  @Test func needsPositions() throws {
    let reading = try XLSXReading(
      XLSXSample("<row><c><v>1</v></c></row>").bytes(), .xlsx(XLSXFormat(header: .none)),
      schema: [ColumnSchema(name: "c")])
    #expect(reading.message?.contains("declared to have no headers") == true)
  }
}

@Suite struct RepeatedHeaderTests {
  private static let schema = [ColumnSchema(name: "a"), ColumnSchema(name: "b")]

  @Test(arguments: ["a,b\n1,2\na,b\n3,4\n", "a,b,\n1,2,\na,b,\n", "a,b\n\"a\",b\n"])
  func areNoRow(_ text: String) throws {
    #expect(
      try Reading(text, Self.schema).errors.map(\.message) == ["the record repeats the headers"])
  }

  @Test func areNoRowOnTwoRows() throws {
    let column = [ColumnSchema(name: "c", headers: ["A x"])]
    let text = "A,B\nx,y\n1,2\nA,B\nx,y\n"
    let reading = try Reading(text, column, CSVFormat(headerRows: 2))
    #expect(reading.errors.map(\.message).count == 2)
  }

  @Test(arguments: ["a,b\nb,a\n", "a,b\nab,\n", "a,b\n,ab\n", "a,b\na,c\n", "a,b\nA,B\n"])
  func areOnlyThoseAlike(_ text: String) throws {
    #expect(try Reading(text, Self.schema).errors.isEmpty)
  }

  @Test func mayBeACellOfASingleColumn() throws {
    #expect(try Reading("a\na\n", [ColumnSchema(name: "a")]).rows == [[.text("a")]])
  }
}
