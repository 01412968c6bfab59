import Diagnostics

/// Records that cannot be used: the first 20 are kept, all are counted.
struct RecordProblems {
  private let file: String
  private let hidden: Bool
  private let separator: String?
  private var kept: [Diagnostic] = []
  private var count = 0

  /// No problems so far; `hidden` where no cell of the file may be shown. `separator` is what the
  /// sign between cells is called.
  init(file: String, hidden: Bool, separator: String?) {
    self.file = file
    self.hidden = hidden
    self.separator = separator
  }

  /// A record with fewer cells than headers.
  mutating func tooShort(_ record: Record, _ map: HeaderMap) {
    let cell = (record.fieldCount..<map.headers.count).first { !map.headers[$0].isEmpty }
    let missing = map.label(cell ?? record.fieldCount)
    add(
      record,
      "the record has \(Self.cells(record.fieldCount)) and the file \(map.headers.count) headers; "
        + "the first one without a cell is '\(HeaderText.shown(missing))'",
      (Self.isNote(record) ? "remove it if it is a note and no row; else " : "") + lookFor)
  }

  /// A record that is the headers once more.
  mutating func repeated(_ record: Record) {
    add(record, "the record repeats the headers", "remove it: it is no row of the table")
  }

  private var lookFor: String {
    "look for a line break inside a cell, or a missing \(separator ?? "cell")"
  }

  /// How a record with too many cells is mended, most often.
  private var useQuotes: String? { separator.map { "put cells that hold a \($0) in quotes" } }

  /// Whether the one filled cell of a record holds words, as a note below a table does.
  private static func isNote(_ record: Record) -> Bool {
    let filled = HeaderText.texts(of: record).filter { !$0.isEmpty }
    return filled.count == 1 && filled[0].unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// A record with more cells than headers, one of which says something.
  mutating func tooLong(_ record: Record, _ map: HeaderMap) {
    add(
      record,
      "the record has \(Self.cells(record.fieldCount)) and the file \(map.headers.count) headers, "
        + "and the extra cells are not blank",
      (useQuotes ?? "give the cells a header, or remove them")
        + "; add extra cells that say nothing to unknown_tokens")
  }

  /// A record with more or fewer cells than the first one, where no headers say how many there are.
  mutating func uneven(_ record: Record, _ width: Int) {
    add(
      record,
      "the record has \(Self.cells(record.fieldCount)) and the first record \(Self.cells(width))",
      record.fieldCount < width
        ? "\(lookFor); or put cells of the first record that hold a \(separator ?? "sign") in quotes"
        : useQuotes.map { $0 + (separator == "comma" ? Self.thousands : "") }
          ?? "remove the cells that the first record has not")
  }

  private static let thousands = ", amounts with a thousands comma above all"

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

  private mutating func add(_ record: Record, _ message: String, _ help: String) {
    count += 1
    guard kept.count < 20 else { return }
    let shown = hidden ? nil : Self.shown(record)
    kept.append(
      Diagnostic(
        .error, message,
        at: .record(file: file, line: record.line, column: nil, shown: shown), help: help))
  }

  /// The beginning of a record with a sign between cells that no file has.
  private static func shown(_ record: Record) -> String {
    let cells = HeaderText.texts(of: record)
    return cells.prefix(100).map { $0.isEmpty ? "(blank)" : Diagnostic.printable($0, limit: 100) }
      .joined(separator: " ¦ ")
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
