extension JSONReader {
  /// Reads on inside a text in quotes; gives the event where it ends.
  mutating func readText(_ begun: TextState) throws(JSONError) -> JSONEvent? {
    var text = begun
    while index < block.count {
      switch text {
      case .plain:
        guard try copyPlain() else { break }
        let byte = block[index]
        index += 1
        if byte == UInt8(ascii: "\"") { return try endText() }
        text = .escape
      case .escape: text = try readEscape()
      case .unicode(let digits, let value): text = try readDigit(digits, value)
      case .secondHalf(let first, let backslashRead):
        text = try readSecondHalf(first, backslashRead)
      case .secondUnicode(let first, let digits, let value):
        text = try readSecondDigit(first, digits, value)
      }
    }
    try checkLength()
    state = .text(text)
    return nil
  }

  private mutating func endText() throws(JSONError) -> JSONEvent {
    try checkLength()
    guard wanted.allowsKey else {
      valueEnded()
      return .text
    }
    try keyEnded()
    return .key
  }

  /// Copies letters up to a quote or a backslash (true) or the end of the block (false).
  private mutating func copyPlain() throws(JSONError) -> Bool {
    let bytes = block
    let span = bytes.span
    while index < span.count {
      let start = index
      var at = index
      while at < span.count, Self.isPlain(span[at]) { at += 1 }
      if at > start {
        guard letter.missing == 0 else { throw error(.notUTF8(letterByte), at: letterStart) }
        token.append(contentsOf: bytes[start..<at])
        index = at
        try checkLength()
      }
      guard at < span.count else { return false }
      let byte = span[at]
      if byte >= 0x80 {
        try takeLetterByte(byte)
        token.append(byte)
        index += 1
        continue
      }
      guard letter.missing == 0 else { throw error(.notUTF8(letterByte), at: letterStart) }
      guard byte >= 0x20 else { throw error(.control(byte), at: here) }
      return true
    }
    return false
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x60 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func readEscape() throws(JSONError) -> TextState {
    let byte = block[index]
    let letter: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter = byte
    case UInt8(ascii: "b"): letter = 0x08
    case UInt8(ascii: "f"): letter = 0x0C
    case UInt8(ascii: "n"): letter = 0x0A
    case UInt8(ascii: "r"): letter = 0x0D
    case UInt8(ascii: "t"): letter = 0x09
    case UInt8(ascii: "u"):
      index += 1
      return .unicode(digits: 0, value: 0)
    default:
      throw error(.escape(byte < 0x80 ? Unicode.Scalar(byte) : "\u{FFFD}"), at: here)
    }
    index += 1
    token.append(letter)
    return .plain
  }

  private mutating func readDigit(
    _ digits: Int, _ value: UInt32
  ) throws(JSONError) -> TextState {
    let value = try hexadecimal(value)
    guard digits == 3 else { return .unicode(digits: digits + 1, value: value) }
    if 0xD800...0xDBFF ~= value { return .secondHalf(first: value, backslashRead: false) }
    guard let scalar = Unicode.Scalar(value) else { throw error(.halfPair, at: back(6)) }
    token.append(contentsOf: Array(String(Character(scalar)).utf8))
    return .plain
  }

  private mutating func readSecondHalf(
    _ first: UInt32, _ backslashRead: Bool
  ) throws(JSONError) -> TextState {
    let expected = backslashRead ? UInt8(ascii: "u") : UInt8(ascii: "\\")
    guard block[index] == expected else {
      throw error(.halfPair, at: back(backslashRead ? 7 : 6))
    }
    index += 1
    return backslashRead
      ? .secondUnicode(first: first, digits: 0, value: 0)
      : .secondHalf(first: first, backslashRead: true)
  }

  private mutating func readSecondDigit(
    _ first: UInt32, _ digits: Int, _ value: UInt32
  ) throws(JSONError) -> TextState {
    let value = try hexadecimal(value)
    guard digits == 3 else {
      return .secondUnicode(first: first, digits: digits + 1, value: value)
    }
    guard 0xDC00...0xDFFF ~= value,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (value - 0xDC00))
    else { throw error(.halfPair, at: back(12)) }
    token.append(contentsOf: Array(String(Character(scalar)).utf8))
    return .plain
  }

  private mutating func hexadecimal(_ value: UInt32) throws(JSONError) -> UInt32 {
    let byte = block[index]
    let digit: UInt8
    switch byte {
    case 0x30...0x39: digit = byte - 0x30
    case 0x41...0x46: digit = byte - 0x41 + 10
    case 0x61...0x66: digit = byte - 0x61 + 10
    default: throw error(.unicodeEscape, at: here)
    }
    index += 1
    return value << 4 | UInt32(digit)
  }

  /// The place so many ASCII signs before the next byte.
  private func back(_ count: Int) -> JSONPlace {
    var place = here
    place.offset -= count
    place.column -= count
    return place
  }
}
