/// How an Excel workbook is read.
public struct XLSXFormat: Sendable, Hashable {
  /// The name of the sheet; nil for the first that is a table and not hidden.
  public var sheet: String?
  /// Where the headers stand; rows are counted as the spreadsheet program does.
  public var header: HeaderRow
  /// How many rows the headers take: 1 or 2.
  public var headerRows: Int

  /// The first sheet and one row of headers on row 1, unless told otherwise.
  public init(sheet: String? = nil, header: HeaderRow = .line(1), headerRows: Int = 1) {
    self.sheet = sheet
    self.header = header
    self.headerRows = headerRows
  }

  /// Why no file can be read so; nil where all is in order.
  var problem: String? {
    if case .line(let line) = header, line < 1 { return "rows are counted from 1" }
    if header == .none, headerRows > 1 { return HeaderMessage.noRowsOfHeaders }
    return headerRows == 1 || headerRows == 2 ? nil : "headers take 1 row or 2"
  }
}
