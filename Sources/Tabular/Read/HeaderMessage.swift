import Diagnostics

/// What is said about the headers of a file as a whole.
enum HeaderMessage {
  static func pastTheEnd(line: Int, lines: Int, _ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      "the headers should be on line \(line), and the file has "
        + (lines == 1 ? "1 line" : "\(lines) lines"), at: .file(file),
      help: "set header_row to the line of the headers")
  }

  /// The file ends after the first of two rows of headers.
  static func noSecondRow(_ line: Int, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the headers should stand on two rows, and nothing follows the first",
      at: .record(file: file, line: line, column: nil, shown: nil),
      help: "set header_rows: 1, or header_row to the line of the first")
  }

  /// What is wrong with a format of no headers on two rows.
  static let noRowsOfHeaders = "a file without headers has no rows of them"

  static func tooMany(_ count: Int, _ line: Int, _ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      "the file has \(count) headers or columns, more than the \(HeaderMap.limit) that are allowed",
      at: .record(file: file, line: line, column: nil, shown: nil),
      help: "check the delimiter and the line of the headers")
  }

  /// Columns are declared by their headers, and the file by having none; nil where none are.
  static func noHeaders(_ schema: [ColumnSchema], _ file: String) -> Diagnostic? {
    let columns = schema.filter { if case .headers = $0.origin { true } else { false } }
    guard let first = columns.first else { return nil }
    let names = HeaderText.list(columns.map(\.name))
    return Diagnostic(
      .error,
      "the file is declared to have no headers, and "
        + (columns.count == 1 ? "the column \(names) is" : "the columns \(names) are")
        + " looked for by a header", at: .file(file),
      help: "give its columns a position, as in \(first.declaredAt): { position: 1 }; or declare "
        + "the line of the headers as header_row")
  }

  /// Headers that go on in the row below.
  static func twoRowHint(_ joined: [String], hidden: Bool) -> String {
    let hint = "the headers seem to take two rows: declare format: { header_rows: 2 }"
    return hidden ? hint : "\(hint), and they are \(HeaderText.list(joined))"
  }

  /// The one header of a file holds a sign that other files have between headers.
  static func delimiterHint(_ headers: [String], declared: UInt8) -> String? {
    guard headers.filter({ !$0.isEmpty }).count == 1, let header = headers.first else { return nil }
    let signs: [(Unicode.Scalar, String)] = [
      ("\t", "tabs: declare format: { kind: tsv }"),
      (";", "semicolons: declare format: { kind: csv, delimiter: \";\" }"),
      ("|", "bars: declare format: { kind: csv, delimiter: \"|\" }"),
      (",", "commas: declare format: { kind: csv }"),
    ]
    let found = signs.first { sign, _ in
      sign.value != UInt32(declared) && header.unicodeScalars.contains(sign)
    }
    return found.map { "the cells seem to be separated by \($0.1)" }
  }

  /// The headers were found on another line.
  static func lineHint(_ line: Int) -> String {
    "the headers seem to stand on line \(line): declare format: { header_row: \(line) }"
  }
}
