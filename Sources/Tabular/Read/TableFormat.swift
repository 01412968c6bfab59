/// How a file of rows is written.
public enum TableFormat: Sendable, Hashable {
  /// Values separated by a sign.
  case csv(CSVFormat)
  /// A JSON object on each line.
  case ndjson
  /// JSON; the path of its rows, as in `data.items[]`, `[]` for a list at the root.
  case json(rows: String)
  /// A sheet of an Excel workbook.
  case xlsx(XLSXFormat)
  /// Releases after the Open Contracting Data Standard; the path of the rows below a release, as
  /// in `awards[].suppliers[]`.
  case ocds(rows: String)
}
