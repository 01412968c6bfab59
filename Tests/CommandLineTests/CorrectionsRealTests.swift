import Foundation
import Testing

/// Published data, asked about and answered as an officer would do it.
@Suite struct CorrectionsRealTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")
  private static let data = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data").standardizedFileURL
  private static let ledgers = "nhs-spend-over-25k/KGST"
  static let hasLedgers = FileManager.default.fileExists(
    atPath: data.appending(path: ledgers).path(percentEncoded: false))

  /// A folder with the files of a body, so that answers can be put beside them.
  private static func workdir(_ fixture: String, _ files: [String: String]) throws -> Workdir {
    let workdir = try Workdir()
    for name in ["pack.yaml", "institution.yaml"] {
      let place = fixtures.appending(path: "\(fixture)/\(name)")
      try workdir.write(name == "pack.yaml" ? name : "data/\(name)", bytes: Data(contentsOf: place))
    }
    for (from, to) in files {
      try workdir.write("data/\(to)", bytes: Data(contentsOf: data.appending(path: from)))
    }
    return workdir
  }

  private static func arguments(_ command: String, _ day: String, _ more: String...) -> [String] {
    [command, "pack.yaml", "--data", "data", "--as-of", day] + more
  }

  /// A ledger whose suppliers table does not exist: ten answers are most of its value.
  @Test(.enabled(if: hasLedgers, "the published ledgers are not beside the repository"))
  func tenSuppliersNarrowTheBounds() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.data.appending(path: Self.ledgers).path(percentEncoded: false))
    let files = names.filter { $0.hasSuffix(".csv") }.map { ("\(Self.ledgers)/\($0)", $0) }
    let workdir = try Self.workdir("kingston", Dictionary(uniqueKeysWithValues: files))
    try workdir.run(Self.arguments("check", "2021-04-30")).expect(
      exit: 2, ["between 0.00% and 100.00%", "498 rows (£57.8m)"])
    try workdir.run(Self.arguments("unknowns", "2021-04-30", "--csv=u.csv")).expect(exit: 0)
    var table = SavedTable(try workdir.read("u.csv"))
    let shares = try table.column("cumulative_share")
    #expect(shares.count == 119)
    #expect(
      [shares[9], shares[19], shares[39], shares[118]] == ["62.17%", "78.89%", "91.60%", "100.00%"])
    #expect(try table.column("rows").compactMap { Int($0) }.reduce(0, +) == 498)
    // Every second one is local, by decree of this test.
    let places = (0..<10).map { $0 % 2 == 0 ? "KT2 7QB" : "SW1A 1AA" }
    try table.answer(places, on: "2021-04-20")
    let style = try #require(SavedTable.Style.all.first { $0.delimiter == ";" })
    try workdir.write("data/corrections.csv", table.text(style))
    let amounts = try table.column("amount").compactMap { Foundation.Decimal(string: $0) }
    let local = stride(from: 0, to: 10, by: 2).reduce(Foundation.Decimal(0)) { $0 + amounts[$1] }
    let known = amounts.prefix(10).reduce(0, +)
    let json = try workdir.run(Self.arguments("check", "2021-04-30", "--report", "json")).json()
    let measured = try #require(json.at("result/findings/0/measurement"))
    #expect(measured["numerator"].flatMap { Foundation.Decimal(string: $0) } == local)
    #expect(
      measured["unknown"].flatMap { Foundation.Decimal(string: $0) }
        == amounts.reduce(0, +) - known)
    #expect(json["result/corrections/cells"] == "10")
    #expect(json["result/corrections/unanswered"] == "109")
    #expect(json["result/corrections/changes_verdict"] == "true")
    try workdir.run(Self.arguments("check", "2021-04-30")).expect(
      exit: 0,
      [
        "Corrections from corrections.csv: 10 cells, 109 not answered",
        "suppliers.postcode: 10 cells",
        "by J. Shah, 2021-04-20; because: supplier's invoice", "another verdict on local-spend/LOC",
      ])
  }

  /// A contracts register of which two rows settle the verdict, one way or the other.
  @Test(
    .enabled(if: SalfordTests.hasData, "the published register is not beside the repository"),
    arguments: [("M5 4WT", Int32(0), "PASS: between 27.50%"), ("SW1A 1AA", 1, "and 21.30%")])
  func twoContractsSettleTheVerdict(_ place: String, _ exit: Int32, _ said: String) throws {
    let register = "salford-contracts-register/contracts_register_2022-07.csv"
    let lookup = "geography/postcode-area-lookup/M.csv"
    let workdir = try Self.workdir("salford", [register: register, lookup: lookup])
    try workdir.run(Self.arguments("unknowns", "2022-07-31", "--csv=u.csv")).expect(exit: 0)
    var table = SavedTable(try workdir.read("u.csv"))
    #expect(try table.column("rows").count == 20)
    try table.answer([place, place], on: "2022-07-30")
    let style = try #require(SavedTable.Style.all.first)
    try workdir.write("data/corrections.csv", table.text(style))
    try workdir.run(Self.arguments("check", "2022-07-31")).expect(
      exit: exit,
      [
        said, "Corrections from corrections.csv: 2 cells, 18 not answered",
        "2 rows of contracts, £28.2m; by J. Shah",
        "Without them another verdict on local-contracts/LOC-1.",
      ])
  }
}
