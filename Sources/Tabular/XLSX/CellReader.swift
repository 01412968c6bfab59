/// A cell while its elements are read.
struct SheetCell {
  var place = CellReference(column: 0, row: 1)
  /// What the value is, by the standard's letters; nil for a number.
  var type: String?
  var style: String?
  var value: [UInt8] = []
  var inline: [UInt8]?
  var hasValue = false
  var hasFormula = false

  mutating func begin(_ place: CellReference, type: String?, style: String?) {
    self.place = place
    (self.type, self.style) = (type, style)
    value.removeAll(keepingCapacity: true)
    inline = nil
    hasValue = false
    hasFormula = false
  }
}

/// Turns what a cell stores into the text that the rest of the program reads.
struct CellReader {
  let formats: [NumberFormat]
  let dates: SheetDate
  let sharedCount: Int
  /// Whether formulas have no values to rely on.
  let isUncomputed: Bool
  /// Whether no message may show a cell.
  let isHidden: Bool

  /// Adds a cell to its row, unless it holds nothing.
  func finish(_ cell: SheetCell, in row: inout SheetRow) throws(XMLFault) {
    guard let content = try content(cell, &row.text) else { return }
    guard row.text.count <= SheetLimit.cell else {
      throw fault(cell, "row \(row.number) holds more than \(SheetLimit.cell) bytes")
    }
    row.cells.append(SheetRow.Cell(column: cell.place.column, content: content))
  }

  private func content(
    _ cell: SheetCell, _ text: inout [UInt8]
  ) throws(XMLFault) -> SheetRow.Cell.Content? {
    if cell.hasFormula, isUncomputed || isWithoutValue(cell) { return .uncomputed }
    if cell.type == "s" {
      guard !cell.value.isEmpty else { return nil }
      guard let index = Int(String(decoding: cell.value, as: UTF8.self)),
        (0..<sharedCount).contains(index)
      else { throw fault(cell, "cell \(cell.place) points to a shared text that is not there") }
      return .shared(index)
    }
    let start = text.count
    text += try ownText(cell)
    return start == text.count ? nil : .text(start..<text.count)
  }

  /// Programs that do not compute write a formula without a value or with an empty one. A formula
  /// that comes to an empty text has type `str`.
  private func isWithoutValue(_ cell: SheetCell) -> Bool {
    guard cell.inline == nil else { return false }
    return !cell.hasValue || (cell.value.isEmpty && cell.type != "str")
  }

  private func ownText(_ cell: SheetCell) throws(XMLFault) -> [UInt8] {
    switch cell.type {
    case "inlineStr": return cell.inline ?? EscapedText.unescaped(cell.value)
    case "str": return EscapedText.unescaped(cell.value)
    case "e": return cell.value
    case "d": return Self.day(cell.value)
    case "b": return try truth(cell)
    case nil, "n": return try number(cell)
    case let other?: throw fault(cell, "cell \(cell.place) is of an unknown type '\(other)'")
    }
  }

  private func truth(_ cell: SheetCell) throws(XMLFault) -> [UInt8] {
    switch String(decoding: cell.value, as: UTF8.self) {
    case "1", "true": return Array("true".utf8)
    case "0", "false": return Array("false".utf8)
    case "": return []
    default: throw fault(cell, "cell \(cell.place) is neither true nor false")
    }
  }

  private func number(_ cell: SheetCell) throws(XMLFault) -> [UInt8] {
    let bytes = cell.value
    let range = Blanks.trimmed(bytes.span, 0..<bytes.count)
    if range.isEmpty { return [] }
    guard let number = SheetNumber(bytes[range]) else {
      let shown = isHidden ? "" : ": '\(String(decoding: bytes.prefix(40), as: UTF8.self))'"
      throw fault(cell, "cell \(cell.place) is stored as a number and is none\(shown)")
    }
    let plain = number.plain
    let format = try format(cell)
    if case .number = format { return plain }
    return dates.text(plain, format) ?? plain
  }

  private func format(_ cell: SheetCell) throws(XMLFault) -> NumberFormat {
    // Without styles all cells are plain; a style is a number from 0.
    guard let style = cell.style else { return formats.first ?? .number }
    guard let index = Int(style), index >= 0, index < max(1, formats.count) else {
      throw fault(cell, "cell \(cell.place) has a style that is not there")
    }
    return index < formats.count ? formats[index] : .number
  }

  /// A day written as text, without a time that is midnight.
  private static func day(_ bytes: [UInt8]) -> [UInt8] {
    guard let mark = bytes.firstIndex(of: 0x54) else { return bytes }
    let clock = bytes[(mark + 1)...].filter { $0 != 0x5A }
    let isMidnight = clock.allSatisfy { $0 == 0x30 || $0 == 0x3A || $0 == 0x2E }
    return isMidnight ? Array(bytes[..<mark]) : bytes
  }

  private func fault(_ cell: SheetCell, _ what: String) -> XMLFault {
    .unexpected(what, row: cell.place.row, help: nil)
  }
}
