import Patterns
import Tabular
import Testing

@Suite struct CellMeaningTests {
  @Test func knowsTokensByPatterns() throws {
    var column = ColumnSchema(
      name: "c", type: .integer, unknownTokens: ["N/A"], values: [("TBC (2)", .value(.integer(2)))])
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
      values: [("Various", .unknown), ("zero", .value(.text("0")))])
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
