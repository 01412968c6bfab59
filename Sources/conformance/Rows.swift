import JSONText
import Tabular

/// Rows of text, and the lines on which they begin.
struct Rows {
  private(set) var cells: [[[UInt8]]] = []
  private(set) var lines: [Int] = []

  /// The rows that a case wants.
  init(_ wanted: [JSONValue]) {
    cells = wanted.map { row in (row.items ?? []).map { Array(($0.text ?? "").utf8) } }
    lines = cells.map { _ in 0 }
  }

  /// The rows of a file, without its byte order mark, as the splitter gives them. It is fed in
  /// blocks of so many bytes; very short ones, unless told otherwise.
  init(splitting bytes: [UInt8], _ options: CSVOptions, block size: Int = 3) throws(SplitError) {
    // That a zero byte tells of a binary file is a rule for tables, not one of the grammar.
    var splitter = RecordSplitter(
      delimiter: options.format.delimiter, quote: options.format.quote, takesZeroBytes: true)
    var record = Record()
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    for start in stride(from: 0, to: content.count, by: max(1, size)) {
      let block = Array(content[start..<min(start + size, content.count)])
      var index = 0
      while try splitter.next(in: block.span, from: &index, into: &record) { add(record) }
    }
    if try splitter.finish(into: &record) { add(record) }
  }

  private mutating func add(_ record: Record) {
    cells.append((0..<record.fieldCount).map { Array(record.field($0) ?? []) })
    lines.append(record.line)
  }

  /// Without rows of one empty cell, which a blank line makes: RFC 4180 does not say what it is.
  var withoutBlankLines: Rows {
    var result = self
    let kept = cells.indices.filter { cells[$0] != [[]] }
    result.cells = kept.map { cells[$0] }
    result.lines = kept.map { lines[$0] }
    return result
  }

  /// What differs from the rows wanted; nil where nothing does.
  func difference(from wanted: Rows) -> String? {
    for (index, row) in wanted.cells.enumerated() {
      guard index < cells.count else { return "\(cells.count) rows, wanted \(wanted.cells.count)" }
      if cells[index] != row {
        return "row \(index + 1): \(shown(cells[index])), not \(shown(row))"
      }
    }
    return cells.count > wanted.cells.count
      ? "\(cells.count) rows, wanted \(wanted.cells.count)" : nil
  }

  private func shown(_ row: [[UInt8]]) -> String {
    row.prefix(10).map { "'\(String(decoding: $0.prefix(60), as: UTF8.self))'" }
      .joined(separator: " ")
  }
}
