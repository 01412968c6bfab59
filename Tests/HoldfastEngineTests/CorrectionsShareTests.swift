import Exact
import HoldfastModel
import Testing

@Suite("Cells worth asking about")
struct CorrectionsShareTests {
  private static func cell(_ key: String, _ amount: String, rows: Int = 1) throws -> UnknownCell {
    UnknownCell(
      dataset: "spend", key: key, column: "postcode", rows: rows,
      amount: try #require(Decimal(amount)), what: "", commitments: [])
  }

  private static func listed(_ cells: [UnknownCell]) throws -> UnknownCells {
    let day = try #require(CivilDate("2025-03-31"))
    return try UnknownCells(cells, asOf: day, institution: "Northgate", currency: "GBP")
  }

  @Test func standHeaviestFirst() throws {
    let cells = try Self.listed([
      Self.cell("b", "1.00"), Self.cell("c", "5.00"), Self.cell("a", "1.00"),
      Self.cell("d", "1.00", rows: 3), Self.cell("e", "0.00", rows: 9),
    ])
    #expect(cells.items.map(\.key) == ["c", "d", "a", "b", "e"])
    #expect(
      cells.items.map(\.share.description) == ["0.6250", "0.1250", "0.1250", "0.1250", "0.0000"])
    #expect(cells.items.map(\.cumulativeShare.description).suffix(2) == ["1.0000", "1.0000"])
  }

  /// Halves go to the even digit, of the running sum and not of sums of rounded parts.
  @Test func areRoundedHalfEven() throws {
    let cells = try Self.listed([
      Self.cell("a", "19999.0"), Self.cell("b", "0.5"), Self.cell("c", "0.5"),
    ])
    #expect(cells.items.map(\.cumulativeShare.description) == ["1.0000", "1.0000", "1.0000"])
    let small = try Self.listed([Self.cell("a", "12345"), Self.cell("b", "7655")])
    #expect(small.items.map(\.share.description) == ["0.6172", "0.3828"])
  }

  @Test func areWeighedByRowsWithoutAmounts() throws {
    let cells = try Self.listed([Self.cell("a", "0", rows: 1), Self.cell("b", "0", rows: 3)])
    #expect(cells.items.map(\.key) == ["b", "a"])
    #expect(cells.items.map(\.cumulativeShare.description) == ["0.7500", "1.0000"])
    #expect(try Self.listed([]).items.isEmpty)
  }
}
