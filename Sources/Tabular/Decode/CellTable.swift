/// Whole cells with something attached, found by their bytes.
struct CellTable<Value: Sendable>: Sendable {
  private let entries: [(cell: [UInt8], value: Value)]
  private let longest: Int

  /// A table; of equal cells the first counts. Blanks around the cells are ignored.
  init(_ pairs: [(String, Value)]) {
    var sorted: [(cell: [UInt8], value: Value)] = []
    for (text, value) in pairs {
      let cell = Array(Blanks.trimmed(text).utf8)
      let index = Self.place(of: cell.span, 0..<cell.count, in: sorted)
      if index < sorted.count, sorted[index].cell == cell { continue }
      sorted.insert((cell, value), at: index)
    }
    entries = sorted
    longest = sorted.map(\.cell.count).max() ?? -1
  }

  /// Whether there is none.
  var isEmpty: Bool { entries.isEmpty }

  /// What is attached to a cell.
  func value(of bytes: Span<UInt8>, _ range: Range<Int>) -> Value? {
    guard range.count <= longest else { return nil }
    let index = Self.place(of: bytes, range, in: entries)
    guard index < entries.count, Self.order(entries[index].cell, bytes, range) == 0 else {
      return nil
    }
    return entries[index].value
  }

  /// The first entry that is not before the cell.
  private static func place(
    of bytes: Span<UInt8>, _ range: Range<Int>, in entries: [(cell: [UInt8], value: Value)]
  ) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if order(entries[middle].cell, bytes, range) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Below, at or above zero: by length, then by bytes.
  private static func order(_ cell: [UInt8], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    if cell.count != range.count { return cell.count - range.count }
    for (offset, byte) in cell.enumerated() where byte != bytes[range.lowerBound + offset] {
      return Int(byte) - Int(bytes[range.lowerBound + offset])
    }
    return 0
  }
}
