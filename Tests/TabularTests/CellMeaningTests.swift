import Diagnostics
import Exact
import Patterns
import Tabular
import Testing

@Suite struct CellMeaningTests {
  @Test func knowsTokensByPatterns() throws {
    var column = ColumnSchema(
      name: "c", type: .integer, unknownTokens: ["N/A"], values: ["TBC (2)": .value(.integer(2))])
    column.unknownPatterns = [try Pattern("(?i)not yet available.*"), try Pattern("TBC.*")]
    let text = "c,d\nNot yet available (May),1\nN/A,1\nTBC,1\nTBC (2),1\n7,1\nSee TBC,1\n"
    let reading = try Reading(text, [column])
    #expect(
      reading.rows
        == [[.unknown], [.unknown], [.unknown], [.integer(2)], [.integer(7)], [.fault(0)]])
    #expect(reading.summary?.redacted == [:])
  }

  @Test(arguments: [
    (BlankMeaning.exclude, Cell.excluded), (.value(.text("none")), .text("none")),
    (.unknown, .unknown),
  ])
  func takesTokensForWhatIsDeclared(_ meaning: BlankMeaning, _ cell: Cell) throws {
    var column = ColumnSchema(name: "c", unknownTokens: ["-"], blank: meaning)
    column.unknownPatterns = [try Pattern("n\\.?a\\.?")]
    column.tokensMean = meaning
    column.redacted = ["REDACTED"]
    let reading = try Reading("c,d\n-,1\nn.a.,1\n,1\nREDACTED,1\n", [column])
    #expect(reading.rows == [[cell], [cell], [cell], [.unknown]])
  }

  @Test func countsWhatWasBlackedOut() throws {
    var name = ColumnSchema(name: "name", unknownTokens: ["REDACTED PERSONAL DATA"])
    name.redacted = ["REDACTED PERSONAL DATA"]
    name.redactedPatterns = [try Pattern("(?i)details redacted.*")]
    var other = ColumnSchema(name: "other")
    other.redacted = ["x"]
    let text =
      "name,other\nREDACTED PERSONAL DATA,1\nREDACTA LIMITED,2\nDetails redacted (FOI),3\n"
    let reading = try Reading(text, [name, other])
    #expect(reading.rows.map(\.first) == [.unknown, .text("REDACTA LIMITED"), .unknown])
    #expect(reading.summary?.redacted == ["name": 2])
  }

  @Test(arguments: [
    ("a,b\n-,1\n,2\n", ["a"]), ("a,b\n-,\n,\n-,-\n", ["a", "b"]), ("a,b\n", []),
    ("a,b\nx,1\n-,1\n", []), ("a,b\nHID,1\n-,1\n", ["a"]), ("a,b\nHID,1\nx,1\n", []),
    ("a,b\n-,1\nVarious,1\n", ["a"]),
    ("a,b\nzero,1\n-,1\n", []),
  ])
  func saysWhichColumnsAreNotAvailable(_ text: String, _ columns: [String]) throws {
    var a = ColumnSchema(
      name: "a", unknownTokens: ["-"],
      values: ["Various": .unknown, "zero": .value(.text("0"))])
    a.redacted = ["HID"]
    let reading = try Reading(text, [a, ColumnSchema(name: "b", unknownTokens: ["-"])])
    #expect(reading.summary?.unavailable == columns)
  }

  @Test func passesOverExtraCellsOfAPattern() throws {
    var column = ColumnSchema(name: "a", blank: .exclude)
    column.unknownPatterns = [try Pattern("#.*")]
    column.tokensMean = .exclude
    column.redacted = ["REDACTED"]
    let reading = try Reading("a\n1,#N/A\n2,#REF!\n3,REDACTED\n", [column])
    #expect(reading.errors.isEmpty)
    #expect(reading.summary?.rowsWithExtraCells == 3)
    #expect(reading.summary?.redacted == [:])
    #expect(try !Reading("a\n1,x\n", [column]).errors.isEmpty)
  }
}

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

@Suite struct ExtractTests {
  private func read(
    _ cell: String, _ extract: CellExtract, _ type: CellType = .text
  ) throws -> Reading {
    var column = ColumnSchema(
      name: "c", type: type, unknownTokens: ["n/a"], values: ["ONE": .value(.text("first"))])
    column.redacted = ["HIDDEN"]
    column.extract = extract
    return try Reading("c,d\n\"\(cell)\",1\n", [column])
  }

  /// The whole cell goes first, then the part that was taken out, then the type.
  @Test(arguments: [
    ("a : 12 ", Cell.integer(12)), ("n/a", .unknown), ("a : n/a", .unknown), ("", .unknown),
    ("a : HIDDEN", .unknown), ("HIDDEN", .unknown), ("ONE", .text("first")),
    ("a : ONE", .text("first")), ("a : x", .fault(0)), ("a", .fault(0)), ("a :  ", .fault(0)),
  ])
  func readsThePart(_ cell: String, _ wanted: Cell) throws {
    let extract = CellExtract.pattern(try Pattern("^a : (.*)$"), noMatch: .fault)
    let reading = try read(cell, extract, .integer)
    #expect(reading.rows == [[wanted]])
    #expect(reading.summary?.redacted == (cell.hasSuffix("HIDDEN") ? ["c": 1] : [:]))
    #expect(reading.faults.first?.shown ?? cell.trimmed == cell.trimmed)
  }

  @Test(arguments: [
    (CellExtract.NoMatch.unknown, Cell.unknown), (.whole, .text("other")), (.fault, .fault(0)),
  ])
  func doesAsDeclaredWithoutAMatch(_ noMatch: CellExtract.NoMatch, _ wanted: Cell) throws {
    let reading = try read("other", .pattern(try Pattern("a(b)"), noMatch: noMatch))
    #expect(reading.rows == [[wanted]])
    #expect(reading.summary?.unavailable == [])
    guard noMatch == .fault else { return }
    #expect(reading.faults.map(\.message) == ["the pattern 'a(b)' finds nothing in the cell"])
  }

  @Test(arguments: [
    ("1 High St, Leeds, LS157HX", "LS15 7HX"), ("M5 4WT,", "M5 4WT"), ("m5 4wt", "M5 4WT"),
    ("HU1 3RE", "HU1 3RE"), ("London EC1A 1BB, UK", "EC1A 1BB"), ("(W1A 0AX)", "W1A 0AX"),
    ("M5 4WT; again M54WT", "M5 4WT"), ("M5\u{A0}4WT", "M5 4WT"), ("M5   4WT", "M5 4WT"),
    ("Unit B2 3rd Floor, Leeds LS1 4AB", "LS1 4AB"), ("UNIT B2 3RD FLOOR LS1 4AB", "LS1 4AB"),
    ("Unit B2 3rd storey LS1 4AB", "LS1 4AB"),
    ("LS1 4TH", "LS1 4TH"), ("Flat 2\nLS1 4AB", "LS1 4AB"), ("GIR0 1AA", nil),
    ("LS1, 4AB", nil), ("LS1-4AB", nil), ("A99 AA99", nil), ("T12 VP94", nil), ("M5", nil),
    ("M5 4WT or M6 5AB", nil), ("XXM5 4WT", nil), ("M5 4WTX", nil), ("M5 4W", nil),
    ("éM5 4WT", nil),
    ("B2 3rd Floor", nil), ("no postcode", nil), ("12345", nil), ("M5\n4WT", nil),
  ])
  func findsPostcodes(_ cell: String, _ postcode: String?) throws {
    let reading = try read(cell, .postcode, .postcode)
    #expect(reading.rows == [[postcode.map { Cell.text($0) } ?? .unknown]])
  }
}

@Suite struct CompanyNumberTests {
  private func read(_ cell: String) throws -> Reading {
    try Reading("c,d\n\"\(cell)\",1\n", [ColumnSchema(name: "c", type: .companyNumber)])
  }

  @Test(arguments: [
    ("01234567", "01234567"), ("1234567", "01234567"), ("6", "00000006"), ("RS1234", "RS001234"),
    ("sc 12345", "SC012345"), ("SC012345", "SC012345"), ("IP1234R", "IP01234R"),
    ("IP01234R", "IP01234R"), ("sp12rs", "SP0012RS"), ("sp 12r", "SP00012R"),
    ("R0000123", "R0000123"), ("IP120C", "IP00120C"), ("IP12345F", "IP12345F"),
    ("np1b", "NP00001B"), ("NO12345R", "NO12345R"), ("SP1899RS", "SP1899RS"),
    ("SP12345B", "SP12345B"),
    (" NI 1 ", "NI000001"),
    ("0123 4567", "01234567"), ("OC\u{A0}301540", "OC301540"), ("ce004321", "CE004321"),
  ])
  func normalises(_ cell: String, _ number: String) throws {
    #expect(try read(cell).rows == [[.text(number)]])
  }

  @Test(arguments: [
    "123456789", "Various", "Ireland", "SC0123456", "RS", "0", "00000000", "SC000000", "R123",
    "R00001234", "IP012345R", "RS01234R", "SP12345RS", "SP12RSR", "IPRS", "SC12345B", "IP123456C",
    "IP12BC", "IP12SR", "1234567R", "1234.0",
    "ABC12345", "12-34567",
    "GB123456789",
    "S1234567", "IPR", "SC 12 A", "１２３４５６７", String(repeating: "1 ", count: 100),
  ])
  func refuses(_ cell: String) throws {
    let reading = try read(cell)
    #expect(reading.rows == [[.fault(0)]])
    #expect(reading.faults.map(\.message) == ["the cell is not a British company number"])
    #expect(reading.faults.first?.help?.contains("unknown_tokens") == true)
  }
}

@Suite struct HintTests {
  private static let schema = ["Date", "Amount"].map { ColumnSchema(name: "x", headers: [$0]) }

  @Test(arguments: [
    ("Date;Amount\n1;2\n", "semicolons: declare format: { kind: csv, delimiter: \";\" }"),
    ("Date\tAmount\n1\t2\n", "tabs: declare format: { kind: tsv }"),
    ("Date|Amount\n1|2\n", "bars: declare format: { kind: csv, delimiter: \"|\" }"),
  ])
  func seesAnotherDelimiter(_ text: String, _ hint: String) throws {
    let errors = try Reading(text, Self.schema).errors
    #expect(errors.map(\.help) == ["the cells seem to be separated by " + hint])
  }

  @Test func seesCommasInATableOfTabs() throws {
    let reading = try Reading("Date,Amount\n1,2\n", Self.schema, CSVFormat(delimiter: 0x09))
    #expect(
      reading.error?.help
        == "the cells seem to be separated by commas: declare format: { kind: csv }")
  }

  @Test func findsTheHeadersBelowATitle() throws {
    let text = "Spend over 25k,\n\n\nDate,Amount\n1,2\n"
    let errors = try Reading(text, Self.schema).errors
    #expect(
      errors.map(\.help)
        == ["the headers seem to stand on line 4: declare format: { header_row: 4 }"])
    let above = try Reading("Date,Amount\n1,2\n3,4\n", Self.schema, CSVFormat(header: .line(2)))
    #expect(
      above.error?.help == "the headers seem to stand on line 1: declare format: { header_row: 1 }")
    let nowhere = try Reading("Title\nDate,Sum\n1,2\n", Self.schema)
    #expect(nowhere.error?.help == "add the header of the file under columns.x.from")
  }

  @Test func needsAHeaderToFindTheirLine() throws {
    let column = ColumnSchema(name: "c", origin: .position(1))
    let reading = try Reading("a\n1\n", [column], CSVFormat(header: .auto))
    #expect(reading.error?.help == "set header_row to the line of the headers")
  }

  @Test(arguments: [true, false]) func showsTheLineUnlessItIsPersonal(_ isPersonal: Bool) throws {
    for (text, message) in [
      ("a,b\n1,2\n3,\"Ann\"y\n", "text follows the closing quote of a cell, at column 7"),
      ("a,b\n1,2\n3,\"Anny\n", "the quote opened on line 3, column 3, is never closed"),
      (
        "a,b\n1,2\n3,Anny\r4,5\n",
        "the file uses old Mac line ends, or a cell holds half of one, at column 7"
      ),
      (
        "a,b\n1,2\nAnny\n",
        "the record has 1 cell and the file 2 headers; the first one without a cell is 'b'"
      ),
    ] {
      let reading = try Reading(Array(text.utf8), [], isPersonal: isPersonal)
      #expect(reading.error?.message == message)
      #expect(reading.error?.rendered().contains("Ann") == !isPersonal)
    }
  }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

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
