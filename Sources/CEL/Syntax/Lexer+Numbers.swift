extension Lexer {
  /// A number: `42`, `0x2A`, `42u`, `4.2`, `.42e1`.
  mutating func number() throws(Issue) -> Token.Kind {
    let start = position
    let kind =
      peek() == UInt8(ascii: "0") && peek(1) == UInt8(ascii: "x")
      ? try hexadecimal() : try decimalNumber()
    if let next = peek(), next.isLetter || next.isDigit, !isOperator {
      while let byte = peek(), byte.isLetter || byte.isDigit { position += 1 }
      throw Messages.badNumber(text(from: start), at: start..<position)
    }
    return kind
  }

  /// Whether the word `in` comes next.
  private var isOperator: Bool {
    guard bytes[position...].starts(with: "in".utf8), let after = peek(2) else { return false }
    return !after.isLetter && !after.isDigit
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func hexadecimal() throws(Issue) -> Token.Kind {
    let start = position
    position += 2
    let digits = position
    while peek()?.hexValue != nil { position += 1 }
    guard position > digits else {
      throw Messages.badNumber(text(from: start), at: start..<position)
    }
    return try whole(UInt64(text(from: digits), radix: 16), from: start)
  }

  private mutating func decimalNumber() throws(Issue) -> Token.Kind {
    let start = position
    skipDigits()
    var isWhole = true
    if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
      isWhole = false
      position += 1
      skipDigits()
    }
    if (peek() ?? 0) | 0x20 == UInt8(ascii: "e") {
      let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
      if peek(1 + sign)?.isDigit == true {
        isWhole = false
        position += 1 + sign
        skipDigits()
      }
    }
    if isWhole { return try whole(UInt64(text(from: start)), from: start) }
    let digits = text(from: start)
    guard let value = Double(digits.hasPrefix(".") ? "0" + digits : digits) else {
      throw Messages.badNumber(digits, at: start..<position)
    }
    guard value.isFinite else { throw Messages.doubleTooLarge(digits, at: start..<position) }
    return .double(value, text: digits)
  }

  private mutating func skipDigits() {
    while peek()?.isDigit == true { position += 1 }
  }

  private mutating func whole(_ value: UInt64?, from start: Int) throws(Issue) -> Token.Kind {
    let unsigned = (peek() ?? 0) | 0x20 == UInt8(ascii: "u")
    guard let value else { throw Messages.numberTooLarge(text(from: start), at: start..<position) }
    if unsigned { position += 1 }
    return unsigned ? .uint(value) : .int(value)
  }
}
