import Diagnostics

/// Records that cannot be used: the first 20 are kept, all are counted.
struct RecordProblems {
  private let file: String
  private var kept: [Diagnostic] = []
  private var count = 0

  init(file: String) { self.file = file }

  /// A record with fewer cells than headers.
  mutating func tooShort(_ record: Record, _ map: HeaderMap) {
    let missing = map.headers[record.fieldCount...].first { !$0.isEmpty } ?? ""
    add(
      record,
      "the record has \(Self.cells(record.fieldCount)) and the file \(map.headers.count) headers; "
        + "the first one without a cell is '\(HeaderText.shown(missing))'",
      "look for a line break inside a cell, or a missing delimiter")
  }

  /// A record with more cells than headers, one of which says something.
  mutating func tooLong(_ record: Record, _ map: HeaderMap) {
    add(
      record,
      "the record has \(Self.cells(record.fieldCount)) and the file \(map.headers.count) headers, "
        + "and the extra cells are not blank",
      "put cells that hold the delimiter in quotes; add extra cells that say nothing to "
        + "unknown_tokens")
  }

  /// A record with more or fewer cells than the first one, beyond the headers.
  mutating func uneven(_ record: Record, _ width: Int) {
    add(
      record,
      "the record has \(Self.cells(record.fieldCount)) and the first record \(Self.cells(width))",
      "put cells that hold the delimiter in quotes, amounts with a thousands comma above all")
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

  private mutating func add(_ record: Record, _ message: String, _ help: String) {
    count += 1
    guard kept.count < 20 else { return }
    kept.append(
      Diagnostic(
        .error, message,
        at: .record(file: file, line: record.line, column: nil, shown: nil), help: help))
  }

  /// All that is wrong, with what stopped the reading if something did.
  func list(stoppedBy last: Diagnostic? = nil) -> DiagnosticList {
    var items = kept
    if count > kept.count {
      items.append(
        Diagnostic(
          .error, "\(count) records cannot be used; the first \(kept.count) are listed",
          at: .file(file)))
    }
    if let last { items.append(last) }
    return DiagnosticList(items)
  }
}
