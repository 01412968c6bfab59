import Diagnostics
import Exact
import Tabular
import Testing

/// A published ledger and what it holds. The figures were computed apart from this code, by
/// Python's `csv` (strict) and `decimal`: records below the header, and the sum of the cells of the
/// amount column that match `-?£?-?[0-9,]+(\.[0-9]+)?` after blanks are removed.
struct RealFile: Sendable, CustomTestStringConvertible {
  let path: String
  let header: String
  let encoding: TextEncoding
  let dates: (header: String, pattern: String)
  let rows: Int
  let known: Int
  let sum: String
  /// Date cells that are neither blank nor of the pattern.
  var dateFaults = 0

  var testDescription: String { path }

  static let all = [
    RealFile(
      path: "salford-contracts-register/contracts_register_2022-07.csv", header: "Annual Value",
      encoding: .utf8, dates: ("Start Date", "yyyy-MM-dd"), rows: 360, known: 349,
      sum: "208515951.29", dateFaults: 2),
    RealFile(
      path: "nhs-spend-over-25k/KGST/KGST 07 - October.csv", header: "amount in sterling",
      encoding: .windows1252, dates: ("Date", "dd-MMM-yy"), rows: 56, known: 56, sum: "4960264.16"),
    RealFile(
      path: "nhs-spend-over-25k/IMPC/IMPC 02 - May.csv", header: "amount", encoding: .utf8,
      dates: ("Date Paid", "dd/MM/yyyy"), rows: 256, known: 256, sum: "62887718.95"),
    RealFile(
      path: "nhs-spend-over-25k/ROYF/ROYF 01-03 - April - June.csv", header: "Amount",
      encoding: .utf8, dates: ("Date", "dd/MM/yyyy"), rows: 841, known: 840, sum: "155843165.64"),
  ]
}

@Suite(.enabled(if: Shared.has("data"), "the published ledgers are not beside the repository"))
struct RealFileTests {
  @Test(arguments: RealFile.all, [HeaderRow.line(1), .auto])
  func addsUpToTheSameSum(_ file: RealFile, _ header: HeaderRow) throws {
    let schema = [
      ColumnSchema(
        name: "amount", headers: [file.header], type: .decimal(scale: 2), currency: "GBP",
        unknownTokens: ["-"]),
      ColumnSchema(
        name: "date", headers: [file.dates.header],
        type: .date(try #require(DateFormat(file.dates.pattern)))),
    ]
    let reading = Reading(
      path: Shared.root + "/data/" + file.path, schema,
      CSVFormat(encoding: .auto, header: header))
    #expect(reading.errors.isEmpty)
    #expect(reading.summary?.rows == file.rows)
    #expect(reading.summary?.encoding == file.encoding)
    var sum = ExactSum(scale: 2)
    var known = 0
    for row in reading.rows {
      guard case .decimal(let amount) = row[0] else { continue }
      try sum.add(amount)
      known += 1
    }
    #expect(sum.total.description == file.sum)
    #expect(known == file.known)
    #expect(reading.faults.count == file.dateFaults)
    #expect(reading.faults.allSatisfy { $0.column == "date" })
  }
}
