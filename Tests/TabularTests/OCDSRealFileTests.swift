import Exact
import Tabular
import Testing

/// Real release packages, which are no part of the repository. The figures were found with Python's
/// json and decimal, from the releases with the latest date of each ocid.
@Suite(
  .enabled(
    if: Shared.has("data/ocds-uk-contracts-finder"), "../shared/data is not here"))
struct OCDSRealFileTests {
  private let folder = Shared.root + "/data/ocds-uk-contracts-finder/"

  private func read(
    _ file: String, rows: String, _ headers: [String], amount: String
  ) -> JSONReading {
    let schema =
      headers.map { ColumnSchema(name: $0, headers: [$0]) }
      + [ColumnSchema(name: "amount", headers: [amount], type: .decimal(scale: 2))]
    return JSONReading(path: folder + file, .ocds(rows: rows), schema)
  }

  /// The sum of the last cells, of rows with equal first cells once.
  private func total(_ rows: [[Cell]]) throws -> Decimal {
    var seen: Set<Cell> = []
    var sum = ExactSum(scale: 2)
    for row in rows {
      guard let key = row.first, seen.insert(key).inserted, case .decimal(let amount)? = row.last
      else { continue }
      try sum.add(amount)
    }
    return sum.total
  }

  @Test func awardsOfEngland() throws {
    let found = read(
      "contracts-finder-england-awards.json", rows: "awards[].suppliers[]",
      [
        "awards.id", "ocid", "suppliers.name", "suppliers.address.streetAddress",
        "suppliers.identifier.id",
      ], amount: "awards.value.amount")
    #expect(found.errors.isEmpty, "\(found.messages)")
    #expect(found.cells.count == 250)
    #expect(Set(found.cells.map { $0[1] }).count == 141)
    #expect(try total(found.cells) == Decimal("948828821.86"))
    let suppliers = Dictionary(grouping: found.cells) { $0[0] }
    #expect(suppliers.count == 141)
    #expect(suppliers.values.map(\.count).max() == 35)
    let single = suppliers.values.filter { $0.count == 1 }.joined()
    #expect(try total(Array(single)) == Decimal("372794552.52"))
    let zeros = suppliers.values.count { $0[0].last == .decimal(Decimal(0)) }
    #expect(zeros == 7)
    #expect(found.cells.count { $0[2] == .unknown } == 1)
    // One process has two releases of one moment whose addresses differ.
    #expect(found.cells.count { $0[3] != .unknown } == 248)
    #expect(found.cells.count { $0[4] != .unknown } == 76)
    let corrected = found.cells.filter { row in
      guard case .text(let ocid) = row[1] else { return false }
      return ocid.hasSuffix("411c52e5bd34")
    }
    #expect(corrected.map(\.last) == [.decimal(Decimal(109_320))])
    #expect(found.summary?.notices.count == 3)
  }

  @Test func tendersOfWales() throws {
    let found = read(
      "sell2wales-tenders.json", rows: "releases[]", ["ocid", "buyer.address.postalCode"],
      amount: "tender.value.amount")
    #expect(found.errors.isEmpty, "\(found.messages)")
    #expect(found.cells.count == 90)
    #expect(try total(found.cells) == Decimal("1119587266.02"))
    #expect(found.cells.count { $0[2] != .unknown } == 57)
    #expect(found.cells.count { $0[1] != .unknown } == 90)
    let items = read(
      "sell2wales-tenders.json", rows: "tender.items[]", ["ocid"], amount: "tender.value.amount")
    #expect(items.cells.count == 233)
  }
}
