import CEL
import Testing

@Suite("syntax")
struct SyntaxTests {
  @Test(arguments: [
    ("1+2*3", "1 + 2 * 3"), ("(1+2)*3", "(1 + 2) * 3"), ("1-(2-3)", "1 - (2 - 3)"),
    ("(1-2)-3", "1 - 2 - 3"), ("a&&b&&c", "a && b && c"), ("a&&(b&&c)", "a && (b && c)"),
    ("(a||b)&&c", "(a || b) && c"), ("a?b:c?d:e", "a ? b : c ? d : e"),
    ("(a?b:c)?d:e", "(a ? b : c) ? d : e"), ("a?(b?1:2):3", "a ? (b ? 1 : 2) : 3"),
    ("!(a==b)", "!(a == b)"), ("-(5)", "-(5)"), ("- 5", "-5"), ("-x.y", "-x.y"), ("--x", "--x"),
    ("-(-5)", "--5"), ("(-5).abs()", "-5.abs()"), ("-(5.abs())", "-(5.abs())"),
    ("(a+b).f(1 , 2)", "(a + b).f(1, 2)"), ("has( m.f )", "has(m.f)"), ("m . `a-b`", "m.`a-b`"),
    ("x in [1,2,]", "x in [1, 2]"), ("{'a':1,}", "{\"a\": 1}"), ("r'\\d'", "\"\\\\d\""),
    ("b'\\xff\"'", "b\"\\xff\\\"\""), ("'''a\nb'''", "\"a\\nb\""), ("1.50", "1.50"), (".5", ".5"),
    ("0x1F", "31"), ("7U", "7u"), ("l.all( x , x>0 )", "l.all(x, x > 0)"),
    ("l.map(x, x>0, x)[0].y", "l.map(x, x > 0, x)[0].y"), (".a.b", ".a.b"),
    ("a // note\n + b", "a + b"),
    ("(a.b)(c)", ""), ("a in b in c", "a in b in c"), ("a.in", ""), ("a.if", "a.if"),
    ("(1 < 2) == (3 < 4)", "1 < 2 == (3 < 4)"), ("!a.b", "!a.b"), ("(!a).b", "(!a).b"),
  ])
  func printsWithoutNeedlessBrackets(_ text: String, _ printed: String) throws {
    guard !printed.isEmpty else {
      #expect(throws: IssueList.self) { try Environment().parse(text) }
      return
    }
    let tree = try Environment().parse(text)
    #expect(tree.description == printed)
    #expect(try Environment().parse(printed) == tree)
  }

  @Test func nodesHaveNumbersOfTheirOwnAndCoverTheirText() throws {
    let text = "count > 1 && tags.exists(t, t == 'é')"
    let tree = try Environment().parse(text)
    var open = [tree]
    var ids: [Int] = []
    while let node = open.popLast() {
      ids.append(node.id)
      #expect(0 <= node.range.lowerBound && node.range.upperBound <= text.utf8.count)
      #expect(node.range.contains(node.mark.lowerBound))
      for child in node.kind.children {
        #expect(child.range.clamped(to: node.range) == child.range)
      }
      open += node.kind.children
    }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { (0...tree.id).contains($0) })
  }

  @Test(arguments: [
    String(repeating: "(", count: 101) + "1" + String(repeating: ")", count: 101),
    String(repeating: "[", count: 100_000), String(repeating: "!", count: 5000) + "true",
    "1" + String(repeating: " + 1", count: 300), "a" + String(repeating: ".b", count: 300),
    String(repeating: "true ? ", count: 200), String(repeating: "1,", count: 40_000),
    "[" + String(repeating: "1, ", count: 30_000) + "1]",
    "[" + String(repeating: "1,", count: 30_000) + "1" + String(repeating: "+1", count: 1000) + "]",
  ])
  func whatIsTooLargeIsRefused(_ text: String) {
    #expect(throws: IssueList.self) { try Environment().parse(text) }
  }

  @Test(arguments: [
    "true" + String(repeating: " && true", count: 4000),
    String(repeating: "(", count: 98) + "true" + String(repeating: ")", count: 98),
    "1" + String(repeating: " + 1", count: 240) + " == 241",
    "1 in [" + String(repeating: "0, ", count: 10_000) + "1]",
  ])
  func whatIsLargeIsEvaluated(_ text: String) throws {
    #expect(try evaluate(text).isEqual(to: .bool(true)))
  }
}
