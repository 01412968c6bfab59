extension Parser {
  /// A primary followed by `.field`, `.method(...)`, `[index]` and `{field: value}`.
  mutating func member() throws(Issue) -> Expression {
    let first = position
    var operand = try primary()
    while true {
      if take(.dot) != nil {
        operand = try take(.question) == nil ? afterDot(operand) : optionalField(operand)
      } else if let open = take(.openBracket) {
        operand = try indexed(operand, open)
      } else if current.kind == .symbol(.openBrace), isPlainName(first..<position) {
        operand = try message(operand)
      } else {
        return operand
      }
    }
  }

  /// Whether words are a name with dots and nothing else, as the name of a message must be.
  private func isPlainName(_ words: Range<Int>) -> Bool {
    tokens[words].allSatisfy { token in
      if case .identifier = token.kind { true } else { token.kind == .symbol(.dot) }
    }
  }

  private mutating func indexed(
    _ operand: Expression, _ open: Token
  ) throws(Issue) -> Expression {
    let isOptional = take(.question) != nil
    let index = try expression()
    let close = try expect(.closeBracket)
    return try node(
      .call(
        function: isOptional ? Operator.optionalIndex : Operator.index, target: nil,
        arguments: [operand, index]),
      operand.range.lowerBound..<close.range.upperBound, mark: open.range)
  }

  /// `.?field`: the name of the field becomes a text.
  private mutating func optionalField(_ operand: Expression) throws(Issue) -> Expression {
    let (name, token) = try fieldName("a name after the dot")
    let field = try node(.literal(.string(name)), token.range)
    return try node(
      .call(function: Operator.optionalSelect, target: nil, arguments: [operand, field]),
      operand.range.lowerBound..<token.range.upperBound, mark: token.range)
  }

  private mutating func fieldName(_ expected: String) throws(Issue) -> (String, Token) {
    let token = current
    switch token.kind {
    case .identifier(let text), .quotedIdentifier(let text):
      position += 1
      return (text, token)
    default: throw unexpected(expected)
    }
  }

  /// `name{field: value, ?field: value}`.
  private mutating func message(_ type: Expression) throws(Issue) -> Expression {
    position += 1
    var fields: [Field] = []
    skipLoneComma(before: .closeBrace)
    while current.kind != .symbol(.closeBrace) {
      let isOptional = take(.question) != nil
      let (name, token) = try fieldName("the name of a field")
      _ = try expect(.colon, "':' and the value of the field")
      fields.append(
        Field(name: name, value: try expression(), isOptional: isOptional, range: token.range))
      guard take(.comma) != nil else { break }
    }
    let close = try expect(.closeBrace, "',' or '}'")
    return try node(
      .message(name: type.qualifiedName ?? "", fields: fields),
      type.range.lowerBound..<close.range.upperBound, mark: type.range)
  }

  private mutating func afterDot(_ operand: Expression) throws(Issue) -> Expression {
    let (name, token) = try fieldName("a name after the dot")
    let start = operand.range.lowerBound
    if case .quotedIdentifier = token.kind, current.kind == .symbol(.openParen) {
      throw unexpected("an operator")
    }
    guard take(.openParen) != nil else {
      return try node(
        .select(operand: operand, field: name, testOnly: false),
        start..<token.range.upperBound, mark: token.range)
    }
    let arguments = try expressions(until: .closeParen)
    let range = start..<tokens[position - 1].range.upperBound
    if let kind = try Macros.expand(name, on: operand, arguments, in: &self) {
      return try node(kind, range, mark: token.range)
    }
    return try node(
      .call(function: name, target: operand, arguments: arguments), range, mark: token.range)
  }

  /// Expressions with commas between them.
  mutating func expressions(until close: Symbol) throws(Issue) -> [Expression] {
    var result: [Expression] = []
    if take(close) != nil { return result }
    while true {
      result.append(try expression())
      if take(close) != nil { return result }
      guard take(.comma) != nil else { throw unexpected("',' or '\(close.rawValue)'") }
    }
  }
}

extension Expression {
  /// The names of a chain of selections joined by dots; nil for anything else.
  public var qualifiedName: String? {
    switch kind {
    case .identifier(let name): name
    case .select(let operand, let field, false): operand.qualifiedName.map { $0 + "." + field }
    default: nil
    }
  }
}
