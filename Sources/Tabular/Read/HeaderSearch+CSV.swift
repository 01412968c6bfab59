import Diagnostics

extension HeaderSearch {
  /// The line of the headers in the beginning of a text; nil where there is none. Each line is
  /// tried by itself, since a preamble may have quotes and commas anywhere.
  mutating func line(in text: Span<UInt8>, isWhole: Bool, _ format: CSVFormat) -> Int? {
    var start = 0
    for line in 1...Self.lines {
      if let headers = Self.headers(at: start, in: text, isWhole, format),
        fits(headers, line: line)
      {
        return line
      }
      while start < text.count, text[start] != 0x0A { start += 1 }
      start += 1
      guard start < text.count else { break }
    }
    return nil
  }

  /// The headers that a line begins, from as many records as the format has rows of headers.
  private static func headers(
    at start: Int, in text: Span<UInt8>, _ isWhole: Bool, _ format: CSVFormat
  ) -> [String]? {
    var splitter = RecordSplitter(delimiter: format.delimiter, quote: format.quote)
    var record = Record()
    var index = start
    var rows: [[String]] = []
    while rows.count < format.headerRows {
      guard let isComplete = try? splitter.next(in: text, from: &index, into: &record) else {
        return nil
      }
      if !isComplete {
        guard isWhole, (try? splitter.finish(into: &record)) == true else { return nil }
      }
      guard record.fieldCount <= HeaderMap.limit, !record.isBlank else { return nil }
      rows.append(HeaderText.texts(of: record))
    }
    return rows.count == 2 ? HeaderRows.joined(rows[0], rows[1]) : rows.first
  }
}
