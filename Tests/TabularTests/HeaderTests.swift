import Diagnostics
import Exact
import Tabular
import Testing

@Suite struct HeaderTests {
  private static let amount = ColumnSchema(
    name: "amount", headers: ["Amount", "Payment Amount"], type: .integer)
  private static let body = ColumnSchema(name: "body", headers: ["Body Name"])

  @Test(arguments: [
    "Amount", " amount ", "AMOUNT", "payment_amount", "Payment-Amount", "Amount (£)",
    "\"Payment\nAmount\"", "\u{FEFF}Amount",
  ])
  func matchesHeadersButForCaseAndSigns(_ header: String) throws {
    let reading = try Reading("\(header),x\n7,y\n", [Self.amount])
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [[.integer(7)]])
    #expect(reading.summary?.unmapped == ["x"])
    #expect(reading.summary?.mapped.map(\.column) == ["amount"])
  }

  @Test func takesColumnsInTheOrderOfTheSchema() throws {
    let reading = try Reading("#,Amount,Body Name,,#\n1,2,b,,3\n", [Self.body, Self.amount])
    #expect(reading.rows == [[.text("b"), .integer(2)]])
    #expect(reading.summary?.mapped.map(\.header) == ["Body Name", "Amount"])
    #expect(reading.summary?.unmapped == ["#", "#"])
  }

  @Test func findsHeadersWithoutLetters() throws {
    let number = ColumnSchema(name: "number", headers: ["#"], type: .integer)
    #expect(try Reading("%,#\n1,2\n", [number]).rows == [[.integer(2)]])
  }

  @Test func prefersTheHeaderAsDeclared() throws {
    let reading = try Reading("Amount (net),Amount,AMOUNT\n1,2,3\n", [Self.amount])
    #expect(reading.rows == [[.integer(2)]])
    #expect(reading.summary?.unmapped == ["Amount (net)", "AMOUNT"])
  }

  @Test func letsTwoColumnsShareAHeader() throws {
    let id = ColumnSchema(name: "id", headers: ["Body Name"])
    #expect(try Reading("Body Name\nb\n", [Self.body, id]).rows == [[.text("b"), .text("b")]])
  }

  @Test func decodesNothingWithoutColumns() throws {
    let reading = try Reading("a,b\n1,2\n", [])
    #expect(reading.rows == [[]])
    #expect(reading.summary?.rows == 1)
  }

  @Test(arguments: [
    (
      "Paymnt Amount,Body Name\n1,2\n",
      """
      t.csv:1: error: the column 'amount' has no header: looked for 'Amount', 'Payment Amount', found 'Paymnt Amount', 'Body Name'
        help: if 'Paymnt Amount' is meant, add it under columns.amount.from

      """
    ),
    (
      "Cost,Body Name\n1,2\n",
      """
      t.csv:1: error: the column 'amount' has no header: looked for 'Amount', 'Payment Amount', found 'Cost', 'Body Name'
        help: add the header of the file under columns.amount.from

      """
    ),
    (
      "Amount,x,Payment Amount,Body Name\n1,2,3,4\n",
      """
      t.csv:1: error: 2 headers match the column 'amount': 'Amount', 'Payment Amount'
        help: write one of them exactly under columns.amount.from

      """
    ),
    (
      "Amount,Amount,Body Name\n1,2,3\n",
      """
      t.csv:1: error: 2 headers match the column 'amount': 'Amount', 'Amount'
        help: write { header: 'Amount', nth: 2 } or { position: 2 } for one of them under columns.amount.from

      """
    ),
    (
      "",
      "t.csv: error: the file is empty\n  help: export it again, with its headers\n"
    ),
    (
      "\u{FEFF}",
      "t.csv: error: the file is empty\n  help: export it again, with its headers\n"
    ),
  ])
  func refusesHeaders(_ text: String, _ message: String) throws {
    let reading = try Reading(text, [Self.amount, Self.body])
    #expect(reading.errors.map { $0.rendered() } == [message])
    #expect(reading.rows.isEmpty)
  }

  @Test func limitsTheNumberOfHeaders() throws {
    let most = String(repeating: "x,", count: 16_383)
    #expect(try Reading(most + "Amount\n", [Self.amount]).errors.isEmpty)
    #expect(
      try Reading(most + ",Amount\n", [Self.amount]).error?.message
        == "the file has 16385 headers or columns, more than the 16384 that are allowed")
  }

  @Test func readsAFileOfHeadersOnly() throws {
    for text in ["Amount", "Amount\r\n", "Amount,b\n\n\n"] {
      let reading = try Reading(text, [Self.amount])
      #expect(reading.errors.isEmpty)
      #expect(reading.summary?.rows == 0)
    }
  }

  @Test(arguments: [HeaderRow.line(3), .auto])
  func skipsAPreamble(_ header: HeaderRow) throws {
    let text = "SELECT \"x\"y, 'é'\r\n\r\nAmount,Body Name\r\n1,b\r\n"
    let reading = try Reading(text, [Self.amount, Self.body], CSVFormat(header: header))
    #expect(reading.rows == [[.integer(1), .text("b")]])
    #expect(reading.lines == [4])
    #expect(reading.summary?.headerLine == 3)
  }

  @Test func looksForTheLineWithEveryColumn() throws {
    let text = "Amount\nAmount,Body\n\"Amount\",\"Body\nName\"\n1,b\n"
    let reading = try Reading(text, [Self.amount, Self.body], CSVFormat(header: .auto))
    #expect(reading.summary?.headerLine == 3)
    #expect(reading.lines == [5])
  }

  @Test func saysWhichLineComesNearest() throws {
    let text = "Report\nAmount,Entity\n1,b\n"
    let reading = try Reading(text, [Self.amount, Self.body], CSVFormat(header: .auto))
    #expect(
      reading.error?.rendered()
        == """
        t.csv:2: error: none of the first 50 lines holds a header for every declared column; line 2 comes nearest but has none for 'body'
          help: it has 'Amount', 'Entity': add the right ones under `from`

        """)
    let late = String(repeating: "\n", count: 50) + "Amount,Body Name\n1,b\n"
    #expect(try !Reading(late, [Self.amount], CSVFormat(header: .auto)).errors.isEmpty)
  }

  @Test(arguments: [(3, 2), (9, 2), (2, 1)])
  func refusesAHeaderLinePastTheEnd(_ line: Int, _ lines: Int) throws {
    let text = lines == 2 ? "Amount\n1" : "Amount"
    let reading = try Reading(text, [Self.amount], CSVFormat(header: .line(line)))
    #expect(
      reading.error?.message
        == "the headers should be on line \(line), and the file has "
        + (lines == 1 ? "1 line" : "\(lines) lines"))
  }
}

@Suite struct RecordShapeTests {
  private static let schema = [ColumnSchema(name: "a", unknownTokens: ["#N/A"])]

  @Test func reportsShortRecordsAndGoesOn() throws {
    let reading = try Reading("a,b,c\n1,2\n1,2,3\n\n\"x\ny\"\n", Self.schema)
    #expect(reading.rows == [[.text("1")]])
    #expect(
      reading.errors.map { $0.rendered() } == [
        """
        t.csv:2: error: the record has 2 cells and the file 3 headers; the first one without a cell is 'c'
          2 | 1 ¦ 2
          help: look for a line break inside a cell, or a missing comma

        """,
        """
        t.csv:5: error: the record has 1 cell and the file 3 headers; the first one without a cell is 'b'
          5 | x\\u{a}y
          help: remove it if it is a note and no row; else look for a line break inside a cell, or a missing comma

        """,
      ])
  }

  @Test func toleratesExtraCellsThatSayNothing() throws {
    let reading = try Reading("a,b\n1,2, \n1,2,#N/A\n1,2,\n", Self.schema)
    #expect(reading.errors.isEmpty)
    #expect(reading.rows.count == 3)
    #expect(reading.summary?.rowsWithExtraCells == 3)
  }

  /// A thousands comma without quotes makes one cell more, and shifts those before it.
  @Test(arguments: ["a,b\n1,2\n1,6,000\n1,6,\n", "a,b\n1,6,\n1,2\n"])
  func refusesExtraCellsOfSomeRowsOnly(_ text: String) throws {
    let reading = try Reading(text, Self.schema)
    #expect(!reading.errors.isEmpty)
    #expect(reading.errors.allSatisfy { $0.help?.contains("in quotes") == true })
  }

  @Test func passesOverRowsOfNothingButDelimiters() throws {
    let reading = try Reading("a,b\n1,2\n , \n,\n", Self.schema)
    #expect(reading.errors.isEmpty)
    #expect(reading.rows.count == 1)
  }

  @Test func reportsExtraCellsThatSaySomething() throws {
    let reading = try Reading("a,b\n1,2,3\n", Self.schema)
    #expect(
      reading.error?.message
        == "the record has 3 cells and the file 2 headers, and the extra cells are not blank")
  }

  @Test func needsNoCellsUnderNamelessHeadersAtTheEnd() throws {
    let reading = try Reading("a,b,,\n1,2\n1,2,\n1,2,,\n", Self.schema)
    #expect(reading.errors.isEmpty)
    #expect(reading.summary?.rows == 3)
  }

  @Test func skipsBlankLines() throws {
    let reading = try Reading("a,b\n\n1,2\r\n\r\n   \n\n", Self.schema)
    #expect(reading.errors.isEmpty)
    #expect(reading.summary?.rows == 1)
    #expect(reading.summary?.blankLines == 4)
    #expect(reading.lines == [3])
  }

  @Test func countsBlankLinesOfASingleColumn() throws {
    #expect(
      try Reading("a\n1\n\n2\n", Self.schema).rows == [[.text("1")], [.unknown], [.text("2")]])
  }

  @Test func keepsTwentyAndCountsAll() throws {
    let text = "a,b\n" + String(repeating: "1\n", count: 27) + "1,\"2\n"
    let errors = try Reading(text, Self.schema).errors
    #expect(errors.count == 22)
    #expect(errors.first?.message == "27 records cannot be used; the first 20 are listed")
    #expect(errors.last?.message == "the quote opened on line 29, column 3, is never closed")
  }

  @Test func passesOnWhatTheCallerThrows() throws {
    let folder = try Workdir()
    let path = try folder.write("t.csv", Array("a\n1\n2\n".utf8))
    let reader = TableReader(path: path, shownAs: "t.csv", schema: Self.schema)
    var rows = 0
    #expect(throws: DiagnosticList.self) {
      _ = try reader.read { _ throws(DiagnosticList) in
        rows += 1
        throw DiagnosticList([
          Diagnostic("enough", at: SourceSpan(source: .init(name: "x", text: ""), range: 0..<0))
        ])
      }
    }
    #expect(rows == 1)
  }

  @Test func refusesImpossibleFormatsAndScales() throws {
    for format in [
      CSVFormat(delimiter: 0x22), CSVFormat(delimiter: 0x0A), CSVFormat(quote: 0xA3),
      CSVFormat(delimiter: 0), CSVFormat(header: .line(0)),
    ] {
      #expect(try !Reading("a\n1\n", Self.schema, format).errors.isEmpty)
    }
    for scale in [-1, 28, Int.max] {
      let column = ColumnSchema(name: "a", type: .decimal(scale: scale))
      #expect(try !Reading("a\n1\n", [column]).errors.isEmpty)
    }
  }
}
