/// What a program put before the first letter of a file.
enum ByteOrderMark: Sendable {
  /// Nothing.
  case none
  /// The mark of UTF-8, as Excel writes it.
  case plain
  /// A mark that was taken for text and written as UTF-8 once more, seen as `ï»¿`.
  case mended

  private static let plainBytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let mendedBytes: [[UInt8]] = [
    [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF],
    [0xC3, 0x83, 0xC2, 0xAF, 0xC3, 0x82, 0xC2, 0xBB, 0xC3, 0x82, 0xC2, 0xBF],
    // Of this one somebody removed a part: `Ã¯»¿`.
    [0xC3, 0x83, 0xC2, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF],
  ]

  /// Notes the marks at the beginning of a text, at most three, and gives their length.
  mutating func read(_ text: ArraySlice<UInt8>) -> Int {
    var rest = text
    for _ in 0..<3 {
      if rest.starts(with: Self.plainBytes) {
        rest = rest.dropFirst(Self.plainBytes.count)
        if case .none = self { self = .plain }
      } else if let mended = Self.mendedBytes.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(mended.count)
        self = .mended
      }
    }
    return text.count - rest.count
  }
}
