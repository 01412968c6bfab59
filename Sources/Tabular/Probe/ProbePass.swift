import Diagnostics

/// One pass over a source that counts what its columns hold.
struct ProbePass<Source: TableSource> {
  var source: Source
  let kind: TableProbe.Kind

  mutating func run() throws(Diagnostic) -> TableProbe {
    var record = Record()
    let headers = try readHeaders(&record)
    var probe = TableProbe(
      path: source.file.shownAs, kind: kind, encoding: source.encoding,
      headerLine: source.headerLine, headerRows: source.headerRows, columns: Self.columns(headers))
    let width = (headers.lastIndex { !$0.isEmpty } ?? 0) + 1
    while try source.next(into: &record) {
      guard source.keepsBlankRows || headers.count == 1 || !record.isBlank else { continue }
      probe.rows += 1
      if record.fieldCount < width { Self.note(record.line, in: &probe.shortRows) }
      if record.fieldCount > headers.count { Self.noteExtra(record, headers.count, &probe) }
      if headers.count > 2, record.hasOneNumberOnly { Self.note(record.line, in: &probe.loneCells) }
      for index in probe.columns.indices { probe.columns[index].add(record, field: index) }
    }
    try source.checkUnchanged()
    probe.columns.removeAll { $0.header.isEmpty && $0.values == 0 && $0.words.isEmpty }
    return probe
  }

  private mutating func readHeaders(_ record: inout Record) throws(Diagnostic) -> [String] {
    var rows: [[String]] = []
    while rows.count < source.headerRows, try source.next(into: &record) {
      rows.append(HeaderText.texts(of: record))
    }
    guard let first = rows.first, first.count <= HeaderMap.limit else {
      throw Diagnostic(
        .error, "the file has no headers, or too many", at: .file(source.file.shownAs))
    }
    return rows.count == 2 ? HeaderRows.joined(first, rows[1]) : first
  }

  private static func columns(_ headers: [String]) -> [ColumnProbe] {
    var count: [String: Int] = [:]
    for header in headers { count[header, default: 0] += 1 }
    var seen: [String: Int] = [:]
    return headers.enumerated().map { index, header in
      seen[header, default: 0] += 1
      let isRepeated = !header.isEmpty && count[header, default: 0] > 1
      return ColumnProbe(
        header: header, position: index + 1, nth: isRepeated ? seen[header] : nil)
    }
  }

  private static func note(_ line: Int, in lines: inout [Int]) {
    if lines.count < ColumnProbe.linesKept { lines.append(line) }
  }

  private static func noteExtra(_ record: Record, _ width: Int, _ probe: inout TableProbe) {
    for text in HeaderText.texts(of: record)[width...] where !text.isEmpty {
      guard let word = CellWord(text), [.nothing, .redacted].contains(word)
      else {
        note(record.line, in: &probe.longRows)
        return
      }
      if probe.extraWords[text] != nil || probe.extraWords.count < ColumnProbe.spellingsKept {
        probe.extraWords[text, default: 0] += 1
      }
    }
  }
}

extension Record {
  /// Whether one cell is filled, and that with a number: the sum of a column, most often.
  fileprivate var hasOneNumberOnly: Bool {
    var number: Range<Int>?
    for index in 0..<fieldCount {
      let cell = Blanks.trimmed(storage.span, range(index))
      guard !cell.isEmpty else { continue }
      if number != nil { return false }
      number = cell
    }
    guard let number else { return false }
    let shapes = NumberCell.Shapes(brackets: true, currency: true)
    return (try? NumberCell(storage.span, number, shapes)) != nil
  }
}
