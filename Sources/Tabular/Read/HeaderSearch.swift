import Diagnostics

/// Finds the line of the headers below a preamble, among lines that are offered in order.
struct HeaderSearch {
  /// How many lines are looked at.
  static let lines = 50

  private let schema: [ColumnSchema]
  private let file: String
  private let hidden: Bool
  private var best: (line: Int, map: HeaderMap)?

  /// A search for the columns of a schema; `hidden` where headers may not be shown.
  init(_ schema: [ColumnSchema], file: String, hidden: Bool) {
    self.schema = schema
    self.file = file
    self.hidden = hidden
  }

  /// Why no line can be told by its headers; nil where one can.
  var problem: Diagnostic? {
    guard byHeader.isEmpty else { return nil }
    return Diagnostic(
      .error, "the line of the headers cannot be found, since no column is declared by its header",
      at: .file(file), help: "set header_row to the line of the headers")
  }

  /// Whether the headers of a line are those wanted: the first line that holds every declared
  /// column has them.
  mutating func fits(_ headers: [String], line: Int) -> Bool {
    guard headers.count <= HeaderMap.limit, headers.contains(where: { !$0.isEmpty }) else {
      return false
    }
    let map = HeaderMap(headers, schema)
    let missing = map.missing.count
    if missing == 0 { return true }
    if found(in: map) > 0, missing < best?.map.missing.count ?? .max { best = (line, map) }
    return false
  }

  /// Advice where no line has all headers: the line that has most of them, if that is more than
  /// half, and more than those that were read have.
  func nearestHint(insteadOf headers: [String]) -> String? {
    guard let best else { return nil }
    let found = found(in: best.map)
    guard found > 1, 2 * found > byHeader.count, found > self.found(in: HeaderMap(headers, schema))
    else { return nil }
    let names = best.map.problems.filter(\.isMissing).map { schema[$0.column] }
    let rest =
      names.count == 1
      ? "give the header for '\(names[0].name)' under \(names[0].declaredAt)"
      : "give those for \(HeaderText.list(names.map(\.name))) under `from`"
    return "line \(best.line) has \(found) of the \(byHeader.count) headers: declare format: "
      + "{ header_row: \(best.line) } if it is theirs, and \(rest)"
  }

  /// The columns that are looked for by a header.
  private var byHeader: [Int] {
    schema.indices.filter { if case .headers = schema[$0].origin { true } else { false } }
  }

  private func found(in map: HeaderMap) -> Int {
    let missing = Set(map.missing)
    return byHeader.count { !missing.contains($0) }
  }

  /// The error where no line has them.
  func notFound() -> Diagnostic {
    let what = "none of the first \(Self.lines) lines holds a header for every declared column"
    guard let best else {
      return Diagnostic(
        .error, "\(what), and none holds any", at: .file(file),
        help: "set header_row to the line of the headers, and check `from` of the columns")
    }
    let names = HeaderText.list(best.map.missing.map { schema[$0].name })
    return Diagnostic(
      .error, "\(what); line \(best.line) comes nearest but has none for \(names)",
      at: .record(file: file, line: best.line, column: nil, shown: nil),
      help: hidden
        ? "add the headers of the file under `from` of the columns"
        : "it has \(HeaderText.list(best.map.headers)): add the right ones under `from`")
  }
}
