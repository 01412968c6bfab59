import Diagnostics

/// Finds the line of the headers below a preamble.
struct HeaderSearch {
  let format: CSVFormat
  let schema: [ColumnSchema]
  let file: String
  /// Whether headers may not be shown.
  let hidden: Bool

  /// How many lines are looked at.
  static let lines = 50

  /// The first line whose record holds every declared column. Each line is tried by itself, since
  /// a preamble may have quotes and commas anywhere.
  func line(in text: Span<UInt8>, isWhole: Bool) throws(Diagnostic) -> Int {
    var start = 0
    var best: (line: Int, map: HeaderMap)?
    for line in 1...Self.lines {
      if let map = headers(at: start, in: text, isWhole) {
        if map.missing.isEmpty { return line }
        if map.missing.count < best?.map.missing.count ?? schema.count { best = (line, map) }
      }
      while start < text.count, text[start] != 0x0A { start += 1 }
      start += 1
      guard start < text.count else { break }
    }
    throw notFound(best)
  }

  private func headers(at start: Int, in text: Span<UInt8>, _ isWhole: Bool) -> HeaderMap? {
    var splitter = RecordSplitter(delimiter: format.delimiter, quote: format.quote)
    var record = Record()
    var index = start
    guard let isComplete = try? splitter.next(in: text, from: &index, into: &record) else {
      return nil
    }
    if !isComplete {
      guard isWhole, (try? splitter.finish(into: &record)) == true else { return nil }
    }
    guard record.fieldCount <= HeaderMap.limit else { return nil }
    return record.isBlank ? nil : HeaderMap(record, schema)
  }

  private func notFound(_ best: (line: Int, map: HeaderMap)?) -> Diagnostic {
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
