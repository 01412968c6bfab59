import Diagnostics

/// Finds the headers among the first rows of a sheet.
struct SheetHeaders {
  private let format: XLSXFormat
  private let texts: SharedTexts
  private let file: String
  /// The rows from the headers on that were read to find them.
  private(set) var waiting: [SheetRow] = []

  init(_ format: XLSXFormat, _ texts: SharedTexts, file: String) {
    self.format = format
    self.texts = texts
    self.file = file
  }

  /// The row of the headers, which then waits with those behind it; without headers, the first.
  mutating func line(
    _ rows: SheetRows, _ schema: [ColumnSchema], hidden: Bool
  ) throws(Diagnostic) -> Int {
    switch format.header {
    case .line(let line):
      try skip(rows, to: line)
      return line
    case .none: return 1
    case .auto:
      var search = HeaderSearch(schema, file: file, hidden: hidden)
      if let problem = search.problem { throw problem }
      while waiting.last?.number ?? 0 <= HeaderSearch.lines, let row = try rows.next() {
        waiting.append(row)
      }
      for index in waiting.indices where waiting[index].number <= HeaderSearch.lines {
        let line = waiting[index].number
        guard search.fits(headers(index), line: line) else { continue }
        waiting.removeFirst(index)
        return line
      }
      throw search.notFound()
    }
  }

  private mutating func skip(_ rows: SheetRows, to line: Int) throws(Diagnostic) {
    while let row = try rows.next() {
      guard row.number >= line else { continue }
      guard row.number == line else { throw XLSXMessage.noHeaderRow(line, file) }
      return waiting.append(row)
    }
    throw XLSXMessage.noHeaderRow(line, file)
  }

  private func headers(_ index: Int) -> [String] {
    let upper = cells(waiting[index])
    guard format.headerRows == 2 else { return upper }
    let next = index + 1
    guard next < waiting.count, waiting[next].number == waiting[index].number + 1 else {
      return HeaderRows.joined(upper, [])
    }
    return HeaderRows.joined(upper, cells(waiting[next]))
  }

  private func cells(_ row: SheetRow) -> [String] {
    var result: [String] = []
    for cell in row.cells {
      result += repeatElement("", count: cell.column - 1 - result.count)
      let bytes =
        switch cell.content {
        case .text(let range): row.text[range]
        case .shared(let index): texts.all[texts.range(index)]
        case .uncomputed: row.text[0..<0]
        }
      result.append(Blanks.trimmed(String(decoding: bytes, as: UTF8.self)))
    }
    return result
  }
}
