extension Parser {
  /// A primary followed by `.field`, `.method(...)` and `[index]`.
  mutating func member() throws(Issue) -> Expression {
    var operand = try primary()
    while true {
      if take(.dot) != nil {
        operand = try afterDot(operand)
      } else if let open = take(.openBracket) {
        let index = try expression()
        let close = try expect(.closeBracket)
        operand = try node(
          .call(function: Operator.index, target: nil, arguments: [operand, index]),
          operand.range.lowerBound..<close.range.upperBound, mark: open.range)
      } else if current.kind == .symbol(.openBrace), operand.isName {
        throw Messages.noMessages(at: operand.range)
      } else {
        return operand
      }
    }
  }

  private mutating func afterDot(_ operand: Expression) throws(Issue) -> Expression {
    let token = current
    let name: String
    switch token.kind {
    case .identifier(let text): name = text
    case .quotedIdentifier(let text) where next.kind != .symbol(.openParen): name = text
    default: throw unexpected("a name after the dot")
    }
    position += 1
    let start = operand.range.lowerBound
    guard take(.openParen) != nil else {
      return try node(
        .select(operand: operand, field: name, testOnly: false),
        start..<token.range.upperBound, mark: token.range)
    }
    let arguments = try expressions(until: .closeParen)
    let range = start..<tokens[position - 1].range.upperBound
    if let kind = try Macro.expand(name, on: operand, arguments) {
      return try node(kind, range, mark: token.range)
    }
    return try node(
      .call(function: name, target: operand, arguments: arguments), range, mark: token.range)
  }

  /// Expressions with commas between them, one comma allowed at the end of lists.
  mutating func expressions(
    until close: Symbol, trailingComma: Bool = false
  ) throws(Issue) -> [Expression] {
    var result: [Expression] = []
    if take(close) != nil { return result }
    while true {
      result.append(try expression())
      if take(close) != nil { return result }
      guard take(.comma) != nil else { throw unexpected("',' or '\(close.rawValue)'") }
      if trailingComma, take(close) != nil { return result }
    }
  }

  private mutating func primary() throws(Issue) -> Expression {
    let token = current
    switch token.kind {
    case .symbol(.openParen): return try parenthesised()
    case .symbol(.openBracket):
      position += 1
      let elements = try expressions(until: .closeBracket, trailingComma: true)
      return try node(
        .list(elements), token.range.lowerBound..<tokens[position - 1].range.upperBound)
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

  private mutating func mapLiteral() throws(Issue) -> Expression {
    let start = current.range.lowerBound
    position += 1
    var entries: [Entry] = []
    while current.kind != .symbol(.closeBrace) {
      let key = try expression()
      _ = try expect(.colon, "':' and the value of the key")
      entries.append(Entry(key: key, value: try expression()))
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
    if !dotted, let kind = try Macro.expand(name, arguments, at: token.range) {
      return try node(kind, range, mark: token.range)
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

extension Expression {
  /// Whether it is a name with dots, as a message type would be.
  var isName: Bool { qualifiedName != nil }

  /// The names of a chain of selections joined by dots; nil for anything else.
  public var qualifiedName: String? {
    switch kind {
    case .identifier(let name): name
    case .select(let operand, let field, false): operand.qualifiedName.map { $0 + "." + field }
    default: nil
    }
  }
}
