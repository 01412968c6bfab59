import Diagnostics

/// What can be said of the bytes before YAML is read: encoding, characters, emptiness.
///
/// libyaml would find the encoding errors too, but without a line, and it takes the line
/// separators of Unicode for line ends, which would move every position after them.
enum ByteCheck {
  /// Where the text begins, after a byte order mark.
  static func contentStart(
    of source: SourceText, rules: YAMLRules
  ) throws(DiagnosticList) -> Int {
    let bytes = source.utf8
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let fault = firstFault(in: bytes, from: start) {
      throw DiagnosticList([Wording.encoding(fault, in: source)])
    }
    try checkTagLines(of: source, from: start, limit: rules.tagLines)
    if rules == .file, !hasContent(source, from: start) {
      throw DiagnosticList([Wording.empty(source)])
    }
    return start
  }

  /// A place where the bytes are no text that a person can have meant.
  enum Fault {
    case notUTF8(at: Int)
    case character(Unicode.Scalar, range: Range<Int>)
  }

  private static func firstFault(in bytes: [UInt8], from start: Int) -> Fault? {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        guard byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D else {
          return .character(Unicode.Scalar(byte), range: at..<at + 1)
        }
        at += 1
        continue
      }
      guard let (scalar, width) = scalar(in: bytes, at: at) else { return .notUTF8(at: at) }
      if isRefused(scalar) { return .character(scalar, range: at..<at + width) }
      at += width
    }
    return nil
  }

  /// Control characters, the two line separators of Unicode, a byte order mark inside the text
  /// and what is no character.
  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func scalar(in bytes: [UInt8], at start: Int) -> (Unicode.Scalar, Int)? {
    let lead = bytes[start]
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(lead), start + width <= bytes.count else { return nil }
    var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for byte in bytes[start + 1..<start + width] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, width)
  }

  /// Refuses more %TAG lines than the limit.
  private static func checkTagLines(
    of source: SourceText, from start: Int, limit: Int
  ) throws(DiagnosticList) {
    var count = 0
    for line in lines(of: source, from: start) where line.starts(with: "%TAG".utf8) {
      count += 1
      if count > limit { throw DiagnosticList([Wording.tagDirective(line.indices, in: source)]) }
    }
  }

  /// Whether a line holds more than a comment.
  private static func hasContent(_ source: SourceText, from start: Int) -> Bool {
    lines(of: source, from: start).contains { line in
      line.first { $0 != 0x20 && $0 != 0x09 }.map { $0 != UInt8(ascii: "#") } ?? false
    }
  }

  private static func lines(of source: SourceText, from start: Int) -> [ArraySlice<UInt8>] {
    source.utf8[start...].split { $0 == 0x0A || $0 == 0x0D }
  }
}
