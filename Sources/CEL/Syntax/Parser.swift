/// Reads an expression into its tree, by recursive descent.
struct Parser {
  let tokens: [Token]
  let limits: Limits
  var position = 0
  private var nextID = 0
  private(set) var nesting = 0

  /// The tree of a text.
  static func parse(_ text: String, limits: Limits = .default) throws(Issue) -> Expression {
    var parser = Parser(tokens: try Lexer.tokens(of: text, limits: limits), limits: limits)
    if parser.current.kind == .end { throw Messages.empty() }
    let tree = try parser.expression()
    guard parser.current.kind == .end else { throw parser.unexpected("the end of the expression") }
    return tree
  }

  private init(tokens: [Token], limits: Limits) {
    self.tokens = tokens
    self.limits = limits
  }

  var current: Token { tokens[min(position, tokens.count - 1)] }

  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  /// Takes a symbol if it comes next.
  mutating func take(_ symbol: Symbol) -> Token? {
    guard current.kind == .symbol(symbol) else { return nil }
    defer { position += 1 }
    return current
  }

  mutating func expect(_ symbol: Symbol, _ words: String? = nil) throws(Issue) -> Token {
    guard let token = take(symbol) else { throw unexpected(words ?? "'\(symbol.rawValue)'") }
    return token
  }

  func unexpected(_ expected: String) -> Issue {
    Messages.unexpected(current, expected: expected)
  }

  /// Makes a node over a stretch of the text.
  mutating func node(
    _ kind: Expression.Kind, _ range: Range<Int>, mark: Range<Int>? = nil
  ) throws(Issue) -> Expression {
    let node = Expression(id: nextID, range: range, mark: mark, kind: kind)
    nextID += 1
    guard nextID <= limits.nodes else { throw Messages.tooManyNodes(limits.nodes, at: range) }
    guard node.height <= limits.height else { throw Messages.tooHigh(limits.height, at: range) }
    return node
  }

  /// Reads something one level further in.
  mutating func nested(
    _ body: (inout Parser) throws(Issue) -> Expression
  ) throws(Issue) -> Expression {
    nesting += 1
    guard nesting <= limits.nesting else {
      throw Messages.tooDeep(limits.nesting, at: current.range)
    }
    defer { nesting -= 1 }
    return try body(&self)
  }

  /// `or ? or : expression`.
  mutating func expression() throws(Issue) -> Expression {
    try nested { parser throws(Issue) in
      let condition = try parser.chain(.orOr, Operator.or) { p throws(Issue) in
        try p.chain(.andAnd, Operator.and) { q throws(Issue) in try q.relation() }
      }
      guard let mark = parser.take(.question) else { return condition }
      let yes = try parser.chain(.orOr, Operator.or) { p throws(Issue) in
        try p.chain(.andAnd, Operator.and) { q throws(Issue) in try q.relation() }
      }
      _ = try parser.expect(.colon, "':' and the value for the other case")
      let no = try parser.expression()
      return try parser.node(
        .call(function: Operator.conditional, target: nil, arguments: [condition, yes, no]),
        condition.range.lowerBound..<no.range.upperBound, mark: mark.range)
    }
  }

  /// Operands joined by `&&` or by `||`, as one node with all of them.
  private mutating func chain(
    _ symbol: Symbol, _ function: String,
    _ operand: (inout Parser) throws(Issue) -> Expression
  ) throws(Issue) -> Expression {
    let first = try operand(&self)
    guard case .symbol(symbol) = current.kind else { return first }
    let mark = current.range
    var operands = [first]
    while take(symbol) != nil { operands.append(try operand(&self)) }
    let end = operands.last?.range.upperBound ?? first.range.upperBound
    return try node(
      .call(function: function, target: nil, arguments: operands),
      first.range.lowerBound..<end, mark: mark)
  }

  private static let relations: [Symbol: String] = [
    .equal: Operator.equals, .notEqual: Operator.notEquals, .less: Operator.less,
    .lessEqual: Operator.lessOrEqual, .greater: Operator.greater,
    .greaterEqual: Operator.greaterOrEqual, .isIn: Operator.isIn,
  ]
  private static let sums: [Symbol: String] = [.plus: Operator.add, .minus: Operator.subtract]
  private static let products: [Symbol: String] = [
    .times: Operator.multiply, .slash: Operator.divide, .percent: Operator.modulo,
  ]

  private mutating func relation() throws(Issue) -> Expression {
    try binary(Self.relations) { p throws(Issue) in
      try p.binary(Self.sums) { q throws(Issue) in
        try q.binary(Self.products) { r throws(Issue) in try r.unary() }
      }
    }
  }

  /// Operands joined by operators of one rank, from the left.
  private mutating func binary(
    _ operators: [Symbol: String], _ operand: (inout Parser) throws(Issue) -> Expression
  ) throws(Issue) -> Expression {
    var left = try operand(&self)
    while case .symbol(let symbol) = current.kind, let function = operators[symbol] {
      let mark = current.range
      position += 1
      let right = try operand(&self)
      left = try node(
        .call(function: function, target: nil, arguments: [left, right]),
        left.range.lowerBound..<right.range.upperBound, mark: mark)
    }
    return left
  }

  /// `!operand`, `-operand` or a member. The two do not mix without brackets.
  mutating func unary(after outer: Symbol? = nil) throws(Issue) -> Expression {
    let token = current
    let symbol: Symbol
    switch token.kind {
    case .symbol(.not) where outer != .minus: symbol = .not
    case .symbol(.minus) where outer != .not && !next.kind.isSignedNumber: symbol = .minus
    default: return try member()
    }
    let function = symbol == .not ? Operator.not : Operator.negate
    position += 1
    let operand = try nested { parser throws(Issue) in try parser.unary(after: symbol) }
    return try node(
      .call(function: function, target: nil, arguments: [operand]),
      token.range.lowerBound..<operand.range.upperBound, mark: token.range)
  }
}

extension Token.Kind {
  /// Whether a minus in front belongs to the number.
  var isSignedNumber: Bool {
    switch self {
    case .int, .double: true
    default: false
    }
  }
}
