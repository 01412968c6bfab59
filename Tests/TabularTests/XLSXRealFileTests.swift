import Exact
import Tabular
import Testing

/// A published workbook; the figures were computed apart from this code, by Python's `openpyxl` and
/// `decimal`.
@Suite(.enabled(if: Shared.has("data"), "the published ledgers are not beside the repository"))
struct XLSXRealFileTests {
  private static let path =
    Shared.root + "/data/nhs-spend-over-25k/ROYF/ROYF 07-09 - October - December.xlsx"

  @Test(arguments: [HeaderRow.line(1), .auto]) func addsUpToTheSameSum(_ header: HeaderRow) throws {
    let pattern = try #require(DateFormat("dd/MM/yyyy"))
    let schema = [
      ColumnSchema(
        name: "amount", headers: ["Amount"], type: .decimal(scale: 2), currency: "GBP"),
      ColumnSchema(name: "date", headers: ["Date"], type: .date(pattern)),
      ColumnSchema(name: "supplier", headers: ["Supplier"]),
    ]
    var sum = ExactSum(scale: 2)
    var months: [Int: Int] = [:]
    var suppliers: Set<String> = []
    let summary = try TableReader(
      path: Self.path, shownAs: "t.xlsx", format: .xlsx(XLSXFormat(header: header)), schema: schema
    ).read { row in
      if case .decimal(let amount) = row.cells[0] { try? sum.add(amount) }
      if case .date(let day) = row.cells[1] { months[day.month, default: 0] += 1 }
      if case .text(let supplier) = row.cells[2] { suppliers.insert(supplier) }
    }
    #expect(summary.rows == 751)
    #expect(summary.faultCount == 0)
    #expect(summary.notices.isEmpty)
    #expect(sum.total.description == "140279373.83")
    #expect(months == [10: 179, 11: 239, 12: 292, 1: 41])
    #expect(suppliers.count == 169)
  }
}
