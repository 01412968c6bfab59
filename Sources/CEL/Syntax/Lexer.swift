/// Splits an expression into words.
struct Lexer {
  let bytes: [UInt8]
  var position = 0

  /// All words of a text, an end mark last.
  static func tokens(of text: String, limits: Limits) throws(Issue) -> [Token] {
    guard text.utf8.count <= limits.textBytes else {
      throw Messages.tooLong(text.utf8.count, limit: limits.textBytes)
    }
    var lexer = Lexer(bytes: Array(text.utf8))
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  func peek(_ ahead: Int = 0) -> UInt8? {
    bytes.indices.contains(position + ahead) ? bytes[position + ahead] : nil
  }

  private mutating func next() throws(Issue) -> Token {
    skipBlanks()
    let start = position
    guard let first = peek() else { return Token(kind: .end, range: start..<start) }
    if let string = try stringLiteral() { return Token(kind: string, range: start..<position) }
    if first.isLetter { return Token(kind: word(), range: start..<position) }
    if first.isDigit || (first == UInt8(ascii: ".") && peek(1)?.isDigit == true) {
      return Token(kind: try number(), range: start..<position)
    }
    if first == UInt8(ascii: "`") {
      return Token(kind: try backquoted(), range: start..<position)
    }
    try refuseOtherOperators()
    for (symbol, spelling) in Symbol.punctuation where bytes[start...].starts(with: spelling) {
      position += spelling.count
      return Token(kind: .symbol(symbol), range: start..<position)
    }
    throw Messages.strangeCharacter(character(at: start), at: start)
  }

  private mutating func skipBlanks() {
    while let byte = peek() {
      if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
        while let byte = peek(), byte != UInt8(ascii: "\n") { position += 1 }
      } else if [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func word() -> Token.Kind {
    let start = position
    while let byte = peek(), byte.isLetter || byte.isDigit { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return Symbol.words[text].map(Token.Kind.symbol) ?? .identifier(text)
  }

  private mutating func backquoted() throws(Issue) -> Token.Kind {
    let start = position
    position += 1
    while let byte = peek(), byte != UInt8(ascii: "`") {
      guard byte.isLetter || byte.isDigit || "./- ".utf8.contains(byte) else {
        throw Messages.strangeFieldCharacter(character(at: position), at: position)
      }
      position += 1
    }
    guard peek() != nil, position > start + 1 else { throw Messages.openBackquote(at: start) }
    position += 1
    return .quotedIdentifier(String(decoding: bytes[start + 1..<position - 1], as: UTF8.self))
  }

  /// Refuses what stands for an operator elsewhere, with the operator that CEL has for it.
  private func refuseOtherOperators() throws(Issue) {
    let others = [
      ("===", "=="), ("!==", "!="), ("<>", "!="), ("=<", "<="), ("=>", ">="), ("**", "*"),
    ]
    for (wrong, right) in others where bytes[position...].starts(with: wrong.utf8) {
      throw Messages.otherOperator(wrong, write: right, at: position)
    }
    let single = [("=", "=="), ("&", "&&"), ("|", "||")]
    for (wrong, right) in single
    where bytes[position...].starts(with: wrong.utf8)
      && !bytes[position...].starts(with: right.utf8)
    {
      throw Messages.otherOperator(wrong, write: right, at: position)
    }
  }

  /// The Unicode scalar at an offset, as text.
  func character(at offset: Int) -> String {
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether names may begin with it.
  var isLetter: Bool {
    (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == UInt8(ascii: "_")
  }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// The value as a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self) - 0x30
    case 0x41...0x46: UInt32(self) - 0x41 + 10
    case 0x61...0x66: UInt32(self) - 0x61 + 10
    default: nil
    }
  }
}
