/// Reads a plain or quoted scalar, possibly of several lines, and notes where each byte is from.
struct FlowScalarDecoder {
  private let bytes: [UInt8]
  private let style: YAMLScalar.Style
  private var at: Int
  private let end: Int

  init(bytes: [UInt8], place: Range<Int>, style: YAMLScalar.Style) {
    self.bytes = bytes
    self.style = style
    let quoted = style != .plain && place.count >= 2
    at = place.lowerBound + (quoted ? 1 : 0)
    end = place.upperBound - (quoted ? 1 : 0)
  }

  /// Decodes the scalar; false where an escape is none.
  mutating func decode(into map: inout ScalarMap) -> Bool {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09: blanks(into: &map)
      case 0x0A, 0x0D: fold(escaped: false, into: &map)
      case UInt8(ascii: "'") where style == .singleQuoted:
        map.add([UInt8(ascii: "'")], from: at..<min(at + 2, end))
        at += 2
      case UInt8(ascii: "\\") where style == .doubleQuoted:
        guard escape(into: &map) else { return false }
      default:
        map.copy(bytes, at..<at + 1)
        at += 1
      }
    }
    return true
  }

  /// Blanks count unless a line ends after them.
  private mutating func blanks(into map: inout ScalarMap) {
    let start = at
    while at < end, isBlank(bytes[at]) { at += 1 }
    if lineEnd(in: bytes, at: at, before: end) == nil { map.copy(bytes, start..<at) }
  }

  /// One line end is a space, further ones stay; after a backslash the first is nothing.
  private mutating func fold(escaped: Bool, into map: inout ScalarMap) {
    var breaks: [Range<Int>] = []
    while let next = lineEnd(in: bytes, at: at, before: end) {
      breaks.append(at..<next)
      at = next
      while at < end, isBlank(bytes[at]) { at += 1 }
    }
    if breaks.count == 1, !escaped { map.add([0x20], from: breaks[0]) }
    for range in breaks.dropFirst() { map.add([0x0A], from: range) }
  }

  private mutating func escape(into map: inout ScalarMap) -> Bool {
    let start = at
    guard at + 1 < end else { return false }
    at += 1
    guard lineEnd(in: bytes, at: at, before: end) == nil else {
      fold(escaped: true, into: &map)
      return true
    }
    let letter = bytes[at]
    at += 1
    guard let scalar = simpleEscapes[letter] ?? numeric(letter) else { return false }
    map.add(String(Character(scalar)).utf8, from: start..<at)
    return true
  }

  private mutating func numeric(_ letter: UInt8) -> Unicode.Scalar? {
    let digits = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
    guard digits < 8 || letter == UInt8(ascii: "U"), at + digits <= end else { return nil }
    let text = String(decoding: bytes[at..<at + digits], as: UTF8.self)
    at += digits
    return UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
  }
}

private let simpleEscapes: [UInt8: Unicode.Scalar] = [
  UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
  UInt8(ascii: "t"): "\t", 0x09: "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
  UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}",
  UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"", UInt8(ascii: "/"): "/",
  UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
  UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
]
