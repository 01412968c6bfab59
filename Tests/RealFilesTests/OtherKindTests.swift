import Foundation
import Testing

/// A published CSV file says the same in every other kind of file that Holdfast reads.
@Suite(
  "Real files in other kinds",
  .enabled(if: RealData.isHere, "the published files are not beside the repository"),
  .enabled(if: Python.isHere, "python3, which converts, is missing"))
struct OtherKindTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    let name: String
    let format: String

    var testDescription: String { name }

    static let texts = [
      Kind(name: "gzip", format: "{ kind: csv }"), Kind(name: "tsv", format: "{ kind: tsv }"),
      Kind(name: "ndjson", format: "{ kind: ndjson }"),
      Kind(name: "json", format: "{ kind: json, rows: 'data.items[]' }"),
    ]
    static let workbook = Kind(name: "xlsx", format: "{ kind: xlsx }")
  }

  private static let ledger = "council-spend-over-500/calderdale/clean/2022-08-card.csv"

  @Test(arguments: Kind.texts)
  func saysTheSame(_ kind: Kind) throws { try compare(kind) }

  @Test(.enabled(if: Python.readsWorkbooks, "openpyxl is missing: pip install openpyxl"))
  func saysTheSameAsAWorkbook() throws { try compare(.workbook) }

  private func compare(_ kind: Kind) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let ledger = RealData.folder + "/" + Self.ledger
    try Python.convert(ledger, to: kind.name, folder.appending(path: "ledger"))
    try Data(Self.institution(kind).utf8).write(to: folder.appending(path: "institution.yaml"))
    let pack =
      "pack: same\nversion: 1.0.0\ncommitments:\n"
      + Body.commitment("rows", of: "spend", "check: count")
      + Body.commitment("sum", of: "spend", "check: total, measure: amount")
      + Body.commitment(
        "before", of: "spend",
        "check: total, measure: amount, period: { from: 2021-11-01, to: 2022-07-31 }")
    let (report, outcome) = try Holdfast.check(
      RealData.path(folder.appending(path: "institution.yaml")), data: RealData.path(folder),
      pack: pack)
    let counted = try #require(try Python.count("calderdale")["card"])
    let findings = report.findings
    #expect(report.run.errors.isEmpty, "\(outcome.err)")
    #expect(findings["rows"]?.measurement?.numerator == String(counted.rows))
    #expect(findings["sum"]?.measurement?.numerator == counted.sum)
    let months = counted.months ?? [:]
    let before = try months.filter { $0.key <= "2022-07" }.values
      .reduce(Decimal.zero) { try $0 + #require(Decimal(string: $1.sum)) }
    #expect(findings["before"]?.measurement?.numerator.flatMap { Decimal(string: $0) } == before)
  }

  private static func institution(_ kind: Kind) -> String {
    """
    institution: Calderdale Metropolitan Borough Council
    currency: GBP
    datasets:
      spend:
        files: ledger
        format: \(kind.format)
        period_by: date
        columns:
          date: { from: Transaction Date, type: date }
          amount: { from: Net Amount, type: decimal, basis: net }

    """
  }
}
