import Diagnostics

/// Where records come from: a file of separated values, and in the same way any other format that
/// has headers and rows.
protocol TableSource {
  /// The file that is read.
  var file: OpenFile { get }
  /// How its letters are written.
  var encoding: TextEncoding { get }
  /// The line of the headers, from 1; that of the first record where there are none.
  var headerLine: Int { get }
  /// On how many rows the headers stand: 1 or 2; 0 where there are none.
  var headerRows: Int { get }
  /// What was mended or inferred.
  var notices: [Diagnostic] { get }
  /// Parts of the file that are no fields, listed with the headers that no column stands under.
  var unread: [String] { get }
  /// Whether a record without any content is a row: in formats that mark where each row is, a row
  /// of which nothing is known is one nevertheless.
  var keepsBlankRows: Bool { get }
  /// What messages call the sign between cells; nil where there is none.
  var separator: String? { get }
  /// Whether records are rows of a spreadsheet, of which blank cells at the end are left out.
  var isSheet: Bool { get }
  /// Whether true dates are written `yyyy-MM-dd`, whatever format is declared.
  var writesISODates: Bool { get }

  /// Reads the next record; false at the end. The first `headerRows` of them hold the headers.
  mutating func next(into record: inout Record) throws(Diagnostic) -> Bool

  /// Ends the reading: throws where the input changed meanwhile.
  func checkUnchanged() throws(Diagnostic)

  /// Advice for a reader whose columns are not among the headers: what the file seems to be.
  func headerHint(_ schema: [ColumnSchema], _ headers: [String]) -> String?
}

extension TableSource {
  /// One row, as nearly all files have.
  var headerRows: Int { 1 }
  /// None.
  var unread: [String] { [] }
  /// No: a line of delimiters alone is what spreadsheets leave of rows that were deleted.
  var keepsBlankRows: Bool { false }
  /// None.
  var separator: String? { nil }
  /// No.
  var isSheet: Bool { false }
  /// No: text files have no true dates.
  var writesISODates: Bool { false }

  /// None.
  func headerHint(_ schema: [ColumnSchema], _ headers: [String]) -> String? { nil }
}
