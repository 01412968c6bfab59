import Diagnostics
import Patterns
import Tabular
import Testing

@Suite struct ExtractTests {
  private func read(
    _ cell: String, _ extract: CellExtract, _ type: CellType = .text
  ) throws -> Reading {
    var column = ColumnSchema(
      name: "c", type: type, unknownTokens: ["n/a"], values: [("ONE", .value(.text("first")))])
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

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
