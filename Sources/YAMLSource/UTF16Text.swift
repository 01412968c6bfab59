import Diagnostics

/// Files in UTF-16, which older Windows programs write, as UTF-8.
enum UTF16Text {
  /// The text in UTF-8 with equal lines and columns; the source itself where it is not UTF-16.
  static func decoded(_ source: SourceText) throws(DiagnosticList) -> SourceText {
    let bytes = source.utf8
    guard let isLittle = isLittleEndian(bytes) else { return source }
    let marked = bytes.starts(with: isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF])
    guard bytes.count % 2 == 0 else { throw DiagnosticList([Wording.utf16(source)]) }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count)
    var at = marked ? 2 : 0
    while at < bytes.count {
      guard let (scalar, width) = scalar(in: bytes, at: at, isLittle) else {
        throw DiagnosticList([Wording.utf16(source)])
      }
      if let units = UTF8.encode(scalar) { utf8.append(contentsOf: units) }
      at += width
    }
    return SourceText(name: source.name, utf8: utf8)
  }

  /// Which end comes first, by the byte order mark or by the zero byte of a first ASCII letter;
  /// nil where it is not UTF-16.
  private static func isLittleEndian(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return true
    case (0xFE, 0xFF): return false
    case (0, 0): return nil
    case (_, 0): return true
    case (0, _): return false
    default: return nil
    }
  }

  private static func scalar(
    in bytes: [UInt8], at start: Int, _ isLittle: Bool
  ) -> (Unicode.Scalar, Int)? {
    let first = unit(in: bytes, at: start, isLittle)
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first).map { ($0, 2) } }
    guard start + 4 <= bytes.count else { return nil }
    let second = unit(in: bytes, at: start + 2, isLittle)
    guard (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).map { ($0, 4) }
  }

  private static func unit(in bytes: [UInt8], at: Int, _ isLittle: Bool) -> UInt32 {
    let (low, high) = isLittle ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
    return UInt32(high) << 8 | UInt32(low)
  }
}
