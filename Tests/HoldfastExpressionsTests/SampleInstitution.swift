import Diagnostics
import Exact
import HoldfastModel

private let span = SourceSpan(
  source: SourceText(name: "institution.yaml", text: "institution"), range: 0..<11)

/// A column of the sample.
func column(
  _ name: String, _ type: ColumnType = .text, _ change: (inout Column) -> Void = { _ in }
) -> Column {
  var result = Column(name: name, type: type, span: span)
  if type == .decimal { result.currency = "GBP" }
  change(&result)
  return result
}

private func dataset(_ name: String, _ columns: [Column]) -> Dataset {
  var result = Dataset(name: name, span: span)
  result.columns = columns
  return result
}

/// A ledger with suppliers, and the areas `home` and `away`.
func institution(_ change: (inout Institution) -> Void = { _ in }) -> Institution {
  var spend = dataset(
    "spend",
    [
      column("amount", .decimal), column("fee", .decimal) { $0.currency = "EUR" },
      column("count", .integer), column("category"), column("department"), column("supplier_id"),
      column("paid", .date), column("sme", .bool),
      column("kind", .choice) {
        $0.values = [TextKey("W"): .text("Works"), TextKey("G"): .text("Goods")]
      },
      column("size") { $0.blank = .value(TextKey("none")) },
    ])
  spend.references = [
    Reference(
      name: "supplier", dataset: Located("suppliers", at: span),
      by: Located("supplier_id", at: span))
  ]
  spend.periodBy = Located("paid", at: span)
  let suppliers = dataset(
    "suppliers", [column("supplier_id"), column("postcode", .postcode), column("town")])
  var result = Institution(
    name: "N", currency: "GBP", calendar: FiscalCalendar(month: 4, day: 1), timeZone: "UTC",
    span: span)
  result.datasets = [spend, suppliers]
  result.areas = ["home", "away"].map { name in
    Area(
      name: name, extent: .codes(["x"]), edition: nil, absent: .unknown, decidedBy: nil,
      decidedOn: nil, span: span)
  }
  change(&result)
  return result
}
