import Diagnostics
import Tabular
import Testing

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
