import CEL
import Testing

@Suite("trees as text")
struct RoundTripTests {
  @Test(arguments: 0..<40)
  func aPrintedTreeReadsBackAsItself(_ seed: UInt64) throws {
    var random = RandomExpression(seed: seed)
    for round in 0..<100 {
      let text = random.text(depth: 1 + round % 5)
      let tree = try #require(try? Environment().parse(text), "\(text)")
      let printed = tree.description
      #expect(try Environment().parse(printed) == tree, "\(text)\n\(printed)")
      #expect(try Environment().parse(printed).description == printed, "\(text)")
      #expect(try Environment().parse("(\(printed))") == tree, "\(text)")
    }
  }

  /// The trees above are of all kinds that there are.
  @Test func randomTreesHaveNodesOfAllKinds() throws {
    var found: Set<String> = []
    for seed in 0..<40 {
      var random = RandomExpression(seed: UInt64(seed))
      for round in 0..<100 {
        var open = [try Environment().parse(random.text(depth: 1 + round % 5))]
        while let node = open.popLast() {
          found.insert(Self.word(node))
          open += node.kind.children
        }
      }
    }
    let operators = [
      Operator.or, Operator.and, Operator.not, Operator.equals, Operator.notEquals, Operator.less,
      Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual, Operator.isIn, Operator.add,
      Operator.subtract, Operator.multiply, Operator.divide, Operator.modulo, Operator.negate,
      Operator.index, Operator.optionalSelect, Operator.optionalIndex, Operator.conditional,
    ]
    let others = [
      "null", "bool", "int", "uint", "double", "string", "bytes", "identifier", "select", "has",
      "function", "method", "list", "list?", "map", "map?", "message", "message?",
    ]
    #expect(
      found == Set(operators + others + Comprehension.Macro.allCases.map { "." + $0.rawValue }))
  }

  private static func word(_ node: Expression) -> String {
    switch node.kind {
    case .literal(let literal): word(literal)
    case .identifier: "identifier"
    case .select(_, _, let testOnly): testOnly ? "has" : "select"
    case .call(let function, nil, _): function.utf8.contains(where: isSign) ? function : "function"
    case .call: "method"
    case .list(_, let optionals): optionals.isEmpty ? "list" : "list?"
    case .map(let entries): entries.contains(where: \.isOptional) ? "map?" : "map"
    case .message(_, let fields): fields.contains(where: \.isOptional) ? "message?" : "message"
    case .comprehension(let macro): "." + macro.macro.rawValue
    }
  }

  /// Whether a byte is of the name of an operator only.
  private static func isSign(_ byte: UInt8) -> Bool { "+-*/%=!<>&|?@[".utf8.contains(byte) }

  private static func word(_ literal: Literal) -> String {
    switch literal {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    }
  }

  /// A tree that no text gives is not printed as one of another meaning.
  @Test(arguments: [
    ("-(a)", "-a"), ("-(1)", "-(1)"), ("-(-1)", "--1"), ("-(.5)", "-(.5)"), ("-(1.a)", "-(1.a)"),
    ("!(-a)", "!(-a)"), ("-(!a)", "-(!a)"), ("!(!a)", "!!a"), ("!(-1)", "!-1"), ("-(-(a))", "--a"),
    ("-((-1).f())", "--1.f()"), ("-(a.b)", "-a.b"), ("(-a).b", "(-a).b"), ("a - (-b)", "a - -b"),
    ("a && (b && c)", "a && (b && c)"), ("(a && b) && c", "(a && b) && c"),
    ("a && b && c", "a && b && c"), ("(a || b) && c", "(a || b) && c"),
    ("(a in b) in c", "a in b in c"),
    ("a in (b in c)", "a in (b in c)"), ("(a ? b : c) ? d : e", "(a ? b : c) ? d : e"),
    ("a ? (b ? c : d) : (e ? f : g)", "a ? (b ? c : d) : e ? f : g"),
    ("(a ? b : c).d", "(a ? b : c).d"),
    ("(a + b)[c]", "(a + b)[c]"), ("(a + b).?c", "(a + b).?c"),
    ("has((a + b).c)", "has((a + b).c)"),
    ("(a + b).all(x, (x))", "(a + b).all(x, x)"), ("M{`in`: 1, `if`: 2}", "M{`in`: 1, if: 2}"),
    ("a.`b c`.?`d.e`", "a.`b c`.?`d.e`"), ("[,]", "[]"), ("[?a,]", "[?a]"), ("{?a: b}", "{?a: b}"),
  ])
  func bracketsStandWhereTheyAreNeeded(_ text: String, _ printed: String) throws {
    #expect(try Environment().parse(text).description == printed)
    #expect(try Environment().parse(printed) == Environment().parse(text))
  }
}
