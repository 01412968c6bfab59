import Diagnostics
import Exact
import Tabular
import Testing

@Suite struct CellTests {
  private func decoded(_ cell: String, _ column: ColumnSchema) throws -> (Cell, CellFault?) {
    let reading = try Reading("c,other\n\"\(cell)\",x\n", [column])
    return (try #require(reading.rows.first?.first), reading.faults.first)
  }

  private func column(_ type: CellType) -> ColumnSchema { ColumnSchema(name: "c", type: type) }

  @Test(arguments: [
    (CellType.text, "  Zürich  ", "Zürich"), (.text, "a  b", "a  b"), (.text, "007", "007"),
    (.postcode, "02134", "02134"), (.postcode, " M5 4WT", "M5 4WT"),
    (.companyNumber, "02535986", "02535986"), (.text, "REDACTA LIMITED", "REDACTA LIMITED"),
  ])
  func keepsTextsAsWritten(_ type: CellType, _ cell: String, _ text: String) throws {
    #expect(try decoded(cell, column(type)).0 == .text(text))
  }

  @Test func comparesTextsByBytes() {
    #expect(Cell.text("\u{E9}") != Cell.text("e\u{301}"))
    #expect(Set([Cell.text("\u{E9}"), .text("e\u{301}"), .text("\u{E9}")]).count == 2)
  }

  @Test(arguments: [
    ("true", true), ("Yes", true), ("YES", true), ("no", false), ("False", false),
  ])
  func readsTruthValues(_ cell: String, _ value: Bool) throws {
    #expect(try decoded(cell, column(.bool)).0 == .bool(value))
  }

  @Test(arguments: ["y", "n", "1", "0", "on", "ja", "yess", "t", "truE5", "\u{1B}es"])
  func refusesOtherTruthValues(_ cell: String) throws {
    #expect(
      try decoded(cell, column(.bool)).1?.message
        == "the cell is not 'true', 'false', 'yes' or 'no'")
  }

  @Test func readsDeclaredMeanings() throws {
    let sme = ColumnSchema(
      name: "c", type: .bool, unknownTokens: ["-", " N/A "],
      values: [("Y", .value(.bool(true))), ("Various", .unknown), ("-", .value(.bool(false)))])
    #expect(try decoded("Y", sme).0 == .bool(true))
    #expect(try decoded(" Various ", sme).0 == .unknown)
    #expect(try decoded("-", sme).0 == .bool(false))
    #expect(try decoded("N/A", sme).0 == .unknown)
    #expect(try decoded("yes", sme).0 == .bool(true))
    #expect(try decoded("various", sme).0 == .fault(0))
    #expect(try decoded("n/a", sme).0 == .fault(0))
  }

  @Test(arguments: [
    (BlankMeaning.unknown, Cell.unknown), (.exclude, .excluded),
    (.value(.text("none")), .text("none")),
  ])
  func readsBlanks(_ blank: BlankMeaning, _ cell: Cell) throws {
    for text in ["", "  ", "\u{A0}"] {
      let column = ColumnSchema(name: "c", unknownTokens: [""], blank: blank)
      #expect(try decoded(text, column).0 == cell)
    }
  }

  @Test func readsChoices() throws {
    let choice = column(.choice(allowed: ["Open", "Restricted"]))
    #expect(try decoded("Open", choice).0 == .text("Open"))
    let (read, fault) = try decoded("open", choice)
    #expect(read == .fault(0))
    #expect(fault?.message == "the cell is none of the values declared for the column")
    #expect(
      fault?.help == "did you mean 'Open'? if not, add the value under columns.c.values")
    #expect(try decoded("xyzzy", choice).1?.help == "add the value under columns.c.values")
  }

  @Test(arguments: [
    ("yyyy-MM-dd", "2024-02-29", "2024-02-29"), ("d/M/yyyy", "13/4/2020", "2020-04-13"),
    ("d-MMM-yy", "07-SEP-20 ", "2020-09-07"), ("M/d/yyyy", "4/13/2020", "2020-04-13"),
  ])
  func readsDates(_ pattern: String, _ cell: String, _ date: String) throws {
    let type = CellType.date(try #require(DateFormat(pattern)))
    #expect(try decoded(cell, column(type)).0 == .date(try #require(CivilDate(date))))
  }

  @Test(arguments: [
    (
      "M/d/yyyy", "13/04/2020",
      "it fits d/M/yyyy: if all cells do, declare that as columns.c.format"
    ),
    (
      "yyyy-MM-dd", "3/4/2020",
      "it fits d/M/yyyy and M/d/yyyy: if all cells do, declare that as columns.c.format"
    ),
    (
      "d/M/yyyy", "44136",
      "it seems to be a spreadsheet's number for a day: if all cells are, declare serial as "
        + "columns.c.format"
    ),
    (
      "d/M/yyyy", "13/04/2020 00:00",
      "it is a date of the form d/M/yyyy and more: declare that as its format, and "
        + "extract: '^([^ T]+)' under columns.c"
    ),
    ("d/M/yyyy", "31-April", "correct the cell, or add it to unknown_tokens if it says nothing"),
  ])
  func refusesOtherDates(_ pattern: String, _ cell: String, _ help: String) throws {
    let (_, fault) = try decoded(cell, column(.date(try #require(DateFormat(pattern)))))
    #expect(fault?.message == "the cell is not a date of the form \(pattern)")
    #expect(fault?.help == help)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, 0), ("2024-04-01 09:30:00", 1_711_963_800, 0),
    ("2024-04-01T09:30:00.5+01:00", 1_711_960_200, 500_000_000),
    ("1969-12-31t23:59:59.000000001z", -1, 1), ("2024-04-01T09:30:00-00:30", 1_711_965_600, 0),
    ("0001-01-01T00:00:00Z", -62_135_596_800, 0), ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
  ])
  func readsTimestamps(_ cell: String, _ seconds: Int64, _ nanos: Int32) throws {
    #expect(try decoded(cell, column(.timestamp)).0 == .timestamp(seconds: seconds, nanos: nanos))
  }

  @Test(arguments: [
    "2024-04-01", "2024-04-01T09:30:00", "2024-04-01T24:00:00Z", "2024-04-01T09:60:00Z",
    "2024-04-01T09:30:60Z", "2024-02-30T09:30:00Z", "2024-04-01T09:30Z", "2024-04-01T09:30:00.Z",
    "2024-04-01T09:30:00.1234567891Z", "2024-04-01T09:30:00+24:00", "2024-04-01T09:30:00Zx",
    "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2024-4-1T09:30:00Z",
  ])
  func refusesOtherTimestamps(_ cell: String) throws {
    #expect(
      try decoded(cell, column(.timestamp)).1?.message == "the cell is not a date with a time")
  }

  @Test func showsAFaultWithItsPlace() throws {
    let reading = try Reading(
      "Supplier,Amount (£)\nA,1\n\"B\nC\",n/k\n",
      [ColumnSchema(name: "amount", headers: ["amount"], type: .decimal(scale: 2))])
    #expect(reading.rows == [[.decimal(Decimal(1))], [.fault(0)]])
    #expect(reading.summary?.faultCount == 1)
    #expect(
      reading.faults.first?.diagnostic(file: "t.csv").rendered()
        == """
        t.csv:3: column 'Amount (£)': error: the cell is not a number in a form that can be read for certain
          3 | n/k
          help: write it as in 1234.50, 1,234.50, -567, £1,234.50 or (1,234.50); add it to unknown_tokens if it says nothing

        """)
  }

  @Test(arguments: [true, false])
  func neverShowsPersonalCells(wholeFile: Bool) throws {
    let secret = "Siobhan"
    let types: [CellType] = [
      .bool, .integer, .decimal(scale: 2), .percent(points: true), .date(.iso), .timestamp,
      .choice(allowed: ["Siobhán", "Siobham"]),
    ]
    for type in types {
      let column = ColumnSchema(name: "c", type: type, isPersonal: !wholeFile)
      let reading = try Reading(Array("c\n\(secret)\n".utf8), [column], isPersonal: wholeFile)
      let fault = try #require(reading.faults.first)
      #expect(fault.shown == nil)
      #expect(!fault.diagnostic(file: "t.csv").rendered().contains("Siobh"))
    }
    let header = ColumnSchema(name: "c", headers: ["Siobham"], isPersonal: !wholeFile)
    let reading = try Reading(Array("\(secret)\nx\n".utf8), [header], isPersonal: wholeFile)
    #expect(reading.error?.rendered().contains(secret) == false)
  }

  @Test func cutsLongCells() throws {
    let long = String(repeating: "é", count: 5000)
    #expect(try decoded(long, column(.integer)).1?.shown == String(repeating: "é", count: 200))
  }
}
