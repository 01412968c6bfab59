extension Parser {
  mutating func primary() throws(Issue) -> Expression {
    let token = current
    switch token.kind {
    case .symbol(.openParen): return try parenthesised()
    case .symbol(.openBracket): return try listLiteral()
    case .symbol(.openBrace): return try mapLiteral()
    case .identifier, .symbol(.dot): return try name()
    default: return try literal()
    }
  }

  private mutating func parenthesised() throws(Issue) -> Expression {
    position += 1
    let inner = try expression()
    _ = try expect(.closeParen)
    return inner
  }

  /// `[a, ?b]`, one comma allowed at the end.
  private mutating func listLiteral() throws(Issue) -> Expression {
    let start = current.range.lowerBound
    position += 1
    var elements: [Expression] = []
    var optionals: Set<Int> = []
    skipLoneComma(before: .closeBracket)
    while current.kind != .symbol(.closeBracket) {
      if take(.question) != nil { optionals.insert(elements.count) }
      elements.append(try expression())
      guard take(.comma) != nil else { break }
    }
    let close = try expect(.closeBracket, "',' or ']'")
    return try node(
      .list(elements, optionals: optionals), start..<close.range.upperBound)
  }

  /// A literal without elements may hold the comma that is allowed at its end: `[,]`.
  mutating func skipLoneComma(before close: Symbol) {
    if current.kind == .symbol(.comma), next.kind == .symbol(close) { position += 1 }
  }

  private mutating func mapLiteral() throws(Issue) -> Expression {
    let start = current.range.lowerBound
    position += 1
    var entries: [Entry] = []
    skipLoneComma(before: .closeBrace)
    while current.kind != .symbol(.closeBrace) {
      let isOptional = take(.question) != nil
      let key = try expression()
      _ = try expect(.colon, "':' and the value of the key")
      entries.append(Entry(key: key, value: try expression(), isOptional: isOptional))
      guard take(.comma) != nil else { break }
    }
    let close = try expect(.closeBrace, "',' or '}'")
    return try node(.map(entries), start..<close.range.upperBound)
  }

  /// A variable, or a function that is called, with a dot in front or not.
  private mutating func name() throws(Issue) -> Expression {
    let start = current.range.lowerBound
    let dotted = take(.dot) != nil
    let token = current
    guard case .identifier(let word) = token.kind else { throw unexpected("a name") }
    guard !reservedWords.contains(word) else { throw Messages.reserved(word, at: token.range) }
    if let issue = Messages.wordOperator(token, before: next) { throw issue }
    position += 1
    let name = (dotted ? "." : "") + word
    guard take(.openParen) != nil else {
      return try node(.identifier(name), start..<token.range.upperBound)
    }
    let arguments = try expressions(until: .closeParen)
    let range = start..<tokens[position - 1].range.upperBound
    if !dotted, let kind = try Macros.expand(name, arguments) {
      return try node(kind, range, mark: arguments.first?.mark)
    }
    return try node(
      .call(function: name, target: nil, arguments: arguments), range, mark: token.range)
  }

  private mutating func literal() throws(Issue) -> Expression {
    let start = current.range.lowerBound
    let negative = next.kind.isSignedNumber && take(.minus) != nil
    let token = current
    let value: Literal
    switch token.kind {
    case .int(let digits):
      let signed = negative ? -Int128(digits) : Int128(digits)
      guard let int = Int64(exactly: signed) else {
        throw Messages.numberTooLarge(String(signed), at: start..<token.range.upperBound)
      }
      value = .int(int)
    case .uint(let number): value = .uint(number)
    case .double(let number, let text):
      value = .double(negative ? -number : number, text: (negative ? "-" : "") + text)
    case .string(let text): value = .string(text)
    case .bytes(let bytes): value = .bytes(bytes)
    case .symbol(.isTrue): value = .bool(true)
    case .symbol(.isFalse): value = .bool(false)
    case .symbol(.null): value = .null
    default: throw unexpected("a value")
    }
    position += 1
    return try node(.literal(value), start..<token.range.upperBound)
  }
}
