import CEL
import Testing

@Suite("grammar")
struct GrammarTests {
  /// Pairs of texts that must have the same tree.
  @Test(arguments: [
    // Numbers.
    ("0x1f", "31"), ("-0x10", "-16"), ("007", "7"), ("0xFFu", "255U"), ("- 1", "-1"),
    ("- -1", "--1"), ("1--1", "1 - -1"), ("1---1", "1 - (-(-1))"), ("1.a", "(1).a"),
    ("1.e5", "(1).e5"),
    ("1 .a", "1.a"), ("-1.a", "(-1).a"), ("!-1", "!(-1)"), ("a-1", "a - 1"),
    // Texts and bytes.
    ("'a'", "\"\"\"a\"\"\""), ("''''a'''", "\"'a\""), ("r'\\'", "'\\\\'"), ("R\"\\n\"", "'\\\\n'"),
    ("'\\u00e9\\U0001F600\\303'", "'é😀Ã'"), ("'\\ud83d\\ude00'", "'😀'"), ("'\\x41\\X42'", "'AB'"),
    ("b'é'", "b'\\303\\251'"), ("Br'\\x'", "b'\\\\x'"), ("bR'''a\nb'''", "b'a\\nb'"),
    ("'\\a\\b\\f\\v\\?\\`\\'\\\"'", "'\\x07\\x08\\x0c\\x0b?`\\x27\"'"), ("''", "\"\""),
    ("'''a\r\nb\rc\n\rd'''", "'a\\nb\\nc\\n\\nd'"), ("Br'''\r\n\\r'''", "b'\\n\\\\r'"),
    ("'''\\r\\n'''", "'\\r\\n'"),
    // Commas at the end; one may stand alone.
    ("[1, 2,]", "[1, 2]"), ("[,]", "[]"), ("{,}", "{}"), ("{1: 2,}", "{1: 2}"), ("M{,}", "M{}"),
    ("M{a: 1,}", "M{a: 1}"),
    // Messages and fields.
    (".a.b . C { x : 1 }", ".a.b.C{x: 1}"), ("M{`in`: 1}.`in`", "M{`in`:1}.`in`"),
    ("M{a: 1}.b[0]{}", ""), ("a.`b`", "a.b"), ("a.?`b`", "a.?b"), ("a.if.while", "a.`if`.`while`"),
    ("M{if: 1}", "M{`if`: 1}"), ("a.if()", "(a).if()"), ("a.b.c(d)", "((a.b)).c((d))"),
    // Ranks.
    ("a ? b : c ? d : e", "a ? b : (c ? d : e)"),
    ("a || b ? c || d : e", "(a || b) ? (c || d) : e"),
    ("a || b && c == d + e * -f", "a || (b && (c == (d + (e * (-f)))))"),
    ("a - b - c + d", "((a - b) - c) + d"), ("a / b * c % d", "((a / b) * c) % d"),
    ("a < b == c in d", "((a < b) == c) in d"), ("!a.b[c]", "!((a.b)[c])"), ("-a.f()", "-(a.f())"),
    ("!!a", "!(!a)"), ("a[b ? c : d]", "a[(b ? c : d)]"), ("{a ? b : c: d}", "{(a ? b : c): d}"),
    ("[?a ? b : c, d]", "[?(a ? b : c), d]"), ("a[?b].?c[d]", "((a[?b]).?c)[d]"),
    // Blanks and comments.
    ("\ta\n+\r\n\u{0C}b", "a+b"), ("a // b\n// é\n + c // d", "a+c"), ("a//", "a"),
    // What only looks like a macro.
    (".has(a.b)", ".has((a.b))"), ("a.has(b)", "(a).has(b)"), ("a.all(b)", "(a).all(b)"),
  ])
  func twoTextsSayTheSame(_ text: String, _ other: String) throws {
    guard !other.isEmpty else {
      #expect(throws: IssueList.self) { try Environment().parse(text) }
      return
    }
    #expect(try Environment().parse(text) == Environment().parse(other))
  }

  @Test(arguments: [
    // Numbers that are none, or none that CEL has.
    "1.", "1e", "1e+", "0x", "0X1F", "0x1G", "1_000", "1uu", "1.5u", "0xu1", "1e999", ".1a",
    "9223372036854775808", "-9223372036854775809", "-(9223372036854775808)",
    "18446744073709551616u", "0x10000000000000000",
    // Texts.
    "'a", "'a\nb'", "\"a'", "'''a''", "'\\'", "'\\q'", "'\\xF'", "'\\400'", "'\\18'", "'\\u12'",
    "'\\ud83d'", "'\\ude00'", "'\\ud83d\\u0041'", "'\\ud83d\\ue000'", "'\\U00110000'", "b'\\u0041'",
    "rb'a'", "u'a'",
    // Names and fields.
    "in", "if", "a.in", "a.true", ".while", "for(1)", "`a`", "a.``", "a.`b", "a.`b$`", "a.`b`()",
    "a.?b()", "a.1", "a.'b'", "a..b", "..a", "a.", ".", "[1].map(let, 1)", "if{}",
    // Brackets and commas.
    "(a", "a)", "()", "[a", "[a}", "[,,]", "[,1]", "{,1: 2}", "M{,a: 1}", "[1,,2]", "f(a,)", "f(,)",
    "f(?a)", "{a}", "{:a}",
    "{a:}", "{a: b", "{a: b c: d}", "M{:a}", "M{{a}}", "M{1: 2}", "M{a.b: 1}", "M{a}", "a[]",
    // Messages are named by names alone.
    "M(){}", "M{}()", "(a).b{}", "a.`b`{}", "a[0]{}", "a.f(){}", "1{}", "has(a.b){}",
    // Operators.
    "+1", "a +", "+", "*", "a b", "a ? b", "a ? : c", "a ? b : ", "? b : c", "a ? b ? c : d : e",
    "a === b", "a = b", "a & b", "a | b", "a ++", "!", "-", "!-a", "-!a", "a ! b", "a /* b */ c",
    "", " ", "// a", "a; b", "a # b", "a\\b", "\u{A0}a", "é",
  ])
  func whatIsNoExpressionIsRefused(_ text: String) {
    #expect(throws: IssueList.self) { try Environment().parse(text) }
  }

  @Test func whatTheSpecificationAsksForIsRead() throws {
    for part in [".a", "[0]", " + 1", " < 1", " && a", " || a", " ? a : a", ".f()"] {
      _ = try Environment().parse("a" + String(repeating: part, count: 32))
    }
    for (open, close) in [("(", ")"), ("[", "]"), ("f(", ")"), ("{1: ", "}"), ("M{a: ", "}")] {
      let text = String(repeating: open, count: 32) + "a" + String(repeating: close, count: 32)
      _ = try Environment().parse(text)
    }
    let many = repeatElement("a", count: 32).joined(separator: ", ")
    _ = try Environment().parse("f(\(many)) || [\(many)] == []")
  }
}
