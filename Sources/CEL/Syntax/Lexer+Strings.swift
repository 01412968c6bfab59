extension Lexer {
  /// A text or bytes in quotes, with its prefix; nil where none begins here.
  mutating func stringLiteral() throws(Issue) -> Token.Kind? {
    let start = position
    let isBytes = (peek() ?? 0) | 0x20 == UInt8(ascii: "b")
    var ahead = isBytes ? 1 : 0
    let raw = (peek(ahead) ?? 0) | 0x20 == UInt8(ascii: "r")
    ahead += raw ? 1 : 0
    try refuseSmartQuote()
    guard let quote = peek(ahead), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    position += ahead
    let triple = peek(1) == quote && peek(2) == quote
    position += triple ? 3 : 1
    let content = try contents(
      Quote(byte: quote, triple: triple, raw: raw, isBytes: isBytes, start: start))
    return isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
  }

  private struct Quote {
    let byte: UInt8
    let triple: Bool
    let raw: Bool
    let isBytes: Bool
    let start: Int
  }

  private mutating func contents(_ quote: Quote) throws(Issue) -> [UInt8] {
    var content: [UInt8] = []
    while let byte = peek() {
      if byte == quote.byte, !quote.triple || (peek(1) == byte && peek(2) == byte) {
        position += quote.triple ? 3 : 1
        return content
      }
      if !quote.triple, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if byte == UInt8(ascii: "\\"), !quote.raw {
        content += try escape(inBytes: quote.isBytes)
      } else if byte == UInt8(ascii: "\r") {
        // Whatever ends the lines of a file, a text has the same line ends.
        position += peek(1) == UInt8(ascii: "\n") ? 2 : 1
        content.append(UInt8(ascii: "\n"))
      } else {
        content.append(byte)
        position += 1
      }
    }
    throw Messages.openString(
      isTriple: quote.triple, at: quote.start..<min(quote.start + 1, bytes.count))
  }

  private func refuseSmartQuote() throws(Issue) {
    for mark in ["\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "\u{201E}"]
    where bytes[position...].starts(with: mark.utf8) {
      throw Messages.smartQuote(mark, at: position..<position + mark.utf8.count)
    }
  }

  /// What an escape stands for.
  private mutating func escape(inBytes: Bool) throws(Issue) -> [UInt8] {
    let start = position
    position += 1
    guard let byte = peek() else { throw Messages.badEscape("\\", at: start..<position) }
    if let plain = Self.plainEscapes[byte] {
      position += 1
      return [plain]
    }
    let code: UInt32?
    switch byte {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): code = digits(2, radix: 16, after: 1)
    case UInt8(ascii: "u") where !inBytes: code = fourDigits()
    case UInt8(ascii: "U") where !inBytes: code = digits(8, radix: 16, after: 1)
    case 0x30...0x33: code = digits(3, radix: 8, after: 0)
    default: code = nil
    }
    if inBytes, let code, code < 256 { return [UInt8(code)] }
    guard let code, let scalar = Unicode.Scalar(code) else { throw badEscape(at: start) }
    return Array(String(scalar).utf8)
  }

  /// The mistake of an escape that is none, with the digits that follow its letter.
  private func badEscape(at start: Int) -> Issue {
    var end = start + 1 + character(at: min(start + 1, bytes.count - 1)).utf8.count
    let digits: [UInt8: Int] = [
      UInt8(ascii: "x"): 2, UInt8(ascii: "X"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8,
    ]
    let last = end + (digits[bytes[min(start + 1, bytes.count - 1)]] ?? 0)
    while end < min(last, bytes.count), bytes[end].hexValue != nil { end += 1 }
    let range = start..<min(end, bytes.count)
    return Messages.badEscape(String(decoding: bytes[range], as: UTF8.self), at: range)
  }

  /// `\u` and four digits; two such stand for one character where they are a surrogate pair.
  private mutating func fourDigits() -> UInt32? {
    let first = digits(4, radix: 16, after: 1)
    guard let first, (0xD800..<0xDC00).contains(first) else { return first }
    guard peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") else { return nil }
    position += 1
    guard let second = digits(4, radix: 16, after: 1), (0xDC00..<0xE000).contains(second) else {
      return nil
    }
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
  }

  private mutating func digits(_ count: Int, radix: UInt32, after skipped: Int) -> UInt32? {
    var value: UInt32 = 0
    for ahead in skipped..<skipped + count {
      guard let digit = peek(ahead)?.hexValue, digit < radix, value < 1 << 27 else { return nil }
      value = value * radix + digit
    }
    position += skipped + count
    return value
  }

  private static let plainEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "?"): 0x3F,
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
  ]
}
