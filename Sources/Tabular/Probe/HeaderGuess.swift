/// Finds the headers among the first rows of a table: the last row of texts above the first row in
/// which columns of numbers or dates hold such.
struct HeaderGuess {
  /// A row of the beginning of a file.
  struct SampleRow {
    let line: Int
    let cells: [String]
  }

  /// The line of the headers, and how many rows they take.
  struct Answer: Equatable {
    let line: Int
    let rows: Int
  }

  private let rows: [SampleRow]
  private let looks: [[Look]]
  private let width: Int

  /// What a cell looks like.
  private enum Look { case blank, text, value, word }

  init(_ sample: [SampleRow]) {
    rows = sample.filter { row in row.cells.contains { !$0.isEmpty } }
    looks = rows.map { $0.cells.map(Self.look) }
    width = looks.map(\.count).max() ?? 0
  }

  /// The headers; nil where the first row holds data already, or there is nothing.
  func answer() -> Answer? {
    let typed = typedColumns
    guard !typed.isEmpty else { return firstFullRow }
    let firstData = looks.indices.first { row in
      let values = typed.count { look(row, $0) == .value }
      let filled = typed.count { look(row, $0) != .blank }
      return values > 0 && values * 2 >= filled
    }
    guard let firstData else { return nil }
    let header = looks.indices.prefix(firstData).last { row in
      typed.count { look(row, $0) == .text } * 2 >= typed.count
    }
    guard let header else { return nil }
    return isLowerOfTwo(header)
      ? Answer(line: rows[header - 1].line, rows: 2) : Answer(line: rows[header].line, rows: 1)
  }

  /// Columns of which most filled cells are numbers, dates or other codes.
  private var typedColumns: [Int] {
    (0..<width).filter { column in
      let filled = looks.indices.count { [.text, .value].contains(look($0, column)) }
      let values = looks.indices.count { look($0, column) == .value }
      return values > 0 && values * 2 >= filled
    }
  }

  private var firstFullRow: Answer? {
    let counts = looks.map { $0.count { $0 != .blank } }
    guard let most = counts.max() else { return nil }
    let first = counts.firstIndex { $0 * 5 >= most * 4 }
    return first.map { Answer(line: rows[$0].line, rows: 1) }
  }

  /// Whether a row of headers has gaps that the row above it fills.
  private func isLowerOfTwo(_ lower: Int) -> Bool {
    guard lower > 0, rows[lower - 1].line + 1 == rows[lower].line else { return false }
    let used = (0..<width).filter { column in
      looks.indices.dropFirst(lower + 1).contains { look($0, column) != .blank }
    }
    let below = used.count { look(lower, $0) != .blank }
    let either = used.count { look(lower, $0) != .blank || look(lower - 1, $0) == .text }
    let above = used.count { look(lower - 1, $0) == .text }
    return above >= 2 && below * 3 < used.count * 2 && either * 5 >= used.count * 4
  }

  private func look(_ row: Int, _ column: Int) -> Look {
    column < looks[row].count ? looks[row][column] : .blank
  }

  private static func look(_ cell: String) -> Look {
    let bytes = Array(cell.utf8)
    if bytes.isEmpty { return .blank }
    if CellWord(bytes[...]) != nil { return .word }
    guard bytes.count <= 40, bytes.contains(where: isDigit) else { return .text }
    let isNumber =
      (try? NumberCell(bytes.span, 0..<bytes.count, .init(brackets: true, currency: true))) != nil
    let digits = bytes.count(where: isDigit)
    return isNumber || digits * 2 >= bytes.count || DateTally.isDate(bytes[...]) ? .value : .text
  }
}
