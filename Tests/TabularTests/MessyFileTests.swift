import Diagnostics
import Exact
import Patterns
import Tabular
import Testing

/// Published files that need more than a header and a type. The figures were computed apart from
/// this code, by Python's `csv`, `decimal` and `re`.
@Suite(.enabled(if: Shared.has("data"), "the published files are not beside the repository"))
struct MessyFileTests {
  private func read(
    _ path: String, _ schema: [ColumnSchema], _ format: CSVFormat = CSVFormat()
  ) -> Reading {
    Reading(path: Shared.root + "/data/" + path, schema, format)
  }

  private func amount(_ header: String) -> ColumnSchema {
    ColumnSchema(
      name: "amount", headers: [header], type: .decimal(scale: 2), unknownTokens: ["#N/A"])
  }

  private func sum(_ reading: Reading, _ column: Int) throws -> String {
    var sum = ExactSum(scale: 2)
    for case .decimal(let amount) in reading.rows.map({ $0[column] }) { try sum.add(amount) }
    return sum.total.description
  }

  @Test(arguments: [HeaderRow.line(1), .auto])
  func headersOnTwoRows(_ header: HeaderRow) throws {
    let reading = read(
      "council-spend-over-500/salford/clean/2018-04.csv",
      [
        amount("Amount Gross"), amount("Amount Net"),
        ColumnSchema(name: "s", headers: ["Supplier Name"]),
      ],
      CSVFormat(header: header, headerRows: 2))
    #expect(reading.errors.isEmpty && reading.faults.isEmpty)
    #expect(reading.rows.count == 1248)
    #expect(try sum(reading, 0) == "16774197.82")
    #expect(try sum(reading, 1) == "15595061.35")
  }

  @Test func aPreambleOfSQL() throws {
    let reading = read(
      "council-spend-over-500/darlington/clean/2013-02.csv",
      [
        amount("Invoice Line Value (net of VAT)"),
        ColumnSchema(name: "first", origin: .position(1)),
      ],
      CSVFormat(header: .auto))
    #expect(reading.errors.isEmpty && reading.faults.isEmpty)
    #expect(reading.summary?.headerLine == 19)
    #expect(reading.rows.count == 2837)
    #expect(try sum(reading, 0) == "10027753.87")
    #expect(reading.rows.first?.last == .text("INSERTED DETAIL"))
  }

  @Test func repeatedHeaders() throws {
    let columns = [1, 2].map { (nth: Int) in
      ColumnSchema(name: "n\(nth)", origin: .headers([HeaderName("Supplier Name", nth: nth)]))
    }
    let reading = read(
      "council-spend-over-500/harrogate/clean/2022-06.csv", columns + [amount("Net Amount")])
    #expect(reading.errors.isEmpty && reading.faults.isEmpty)
    #expect(try sum(reading, 2) == "5486086.63")
    let distinct = [0, 1].map { column in
      Set(reading.rows.map { $0[column] }.filter { $0 != .unknown }).count
    }
    #expect(distinct == [378, 370])
  }

  @Test func cellsWithoutAHeader() throws {
    var column = amount("Total (excludes VAT)")
    column.unknownPatterns = [try Pattern("Don.t Redact")]
    #expect(!read("council-spend-over-500/newcastle/clean/2022-08.csv", [column]).errors.isEmpty)
    column.redacted = ["Redacted Personal Data"]
    let reading = read("council-spend-over-500/newcastle/clean/2022-08.csv", [column])
    #expect(reading.errors.isEmpty && reading.faults.isEmpty)
    #expect(reading.rows.count == 6568)
    #expect(reading.summary?.rowsWithExtraCells == 6568)
    #expect(try sum(reading, 0) == "48013024.97")
  }

  @Test func aColumnThatIsNotAvailable() throws {
    let tokens = ["N/A", "Nil"]
    var grant = ColumnSchema(name: "grant", headers: ["VCSE Grant"], unknownTokens: tokens)
    grant.unknownPatterns = [try Pattern("(?i)not yet available.*")]
    let vat = ColumnSchema(name: "vat", headers: ["Irrecoverable VAT"], unknownTokens: tokens)
    let charity = ColumnSchema(name: "charity", headers: ["Charity Number"], unknownTokens: tokens)
    let reading = read(
      "council-spend-over-500/wakefield/clean/2018-Q4.csv",
      [amount("Net Amount"), grant, vat, charity])
    #expect(reading.errors.isEmpty && reading.faults.isEmpty)
    #expect(reading.rows.count == 10_446)
    #expect(try sum(reading, 0) == "71807975.22")
    #expect(reading.summary?.unavailable == ["grant", "vat"])
    #expect(reading.rows.count { $0[3] != .unknown } == 693)
  }

  @Test func aMarkThatWasDamagedTwice() throws {
    let column = ColumnSchema(name: "body", headers: ["Authority Name"])
    let reading = read("council-spend-over-500/salford/clean/2020-06.csv", [column])
    #expect(reading.errors.isEmpty)
    #expect(reading.summary?.mapped.first?.header == "Authority Name")
    #expect(reading.summary?.notices.count == 1)
  }

  @Test func companyNumbersWithoutTheirZeros() throws {
    let written = ColumnSchema(name: "written", headers: ["Company Number"])
    let number = ColumnSchema(
      name: "number", headers: ["Company Number"], type: .companyNumber, unknownTokens: ["-"])
    let reading = read(
      "salford-contracts-register/contracts_register_2022-07.csv", [written, number])
    let changed = reading.rows.count { row in
      if case .text = row[1] { row[0] != row[1] } else { false }
    }
    #expect(changed == 255)
    #expect(reading.faults.count == 28)
  }
}
