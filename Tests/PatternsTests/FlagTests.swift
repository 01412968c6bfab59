import Patterns
import Testing

@Suite("flags and groups of patterns")
struct FlagTests {
  /// How far flags reach.
  @Test(arguments: [
    ("^x(?i)y$", "XY", false), ("^x(?i)y$", "xY", true), ("^(x(?i)y)z$", "xYz", true),
    ("^(x(?i)y)z$", "xYZ", false), ("^(?i)a(?-i)b$", "Ab", true), ("^(?i)a(?-i)b$", "AB", false),
    ("^(?i:a(?-i:b)c)d$", "AbCd", true), ("^(?i:a(?-i:b)c)d$", "ABCd", false),
    ("^(?:a(?i)b|c)$", "C", true), ("^(?:a|(?i)b)c$", "Bc", true), ("^(?:a|(?i)b)c$", "BC", false),
    ("(?i)a|b", "B", true), ("a(?i)|b", "B", true), ("^((?i)a)b$", "AB", false),
    ("(?i)(?i)(?-i)A", "a", false), ("^(?i:)a$", "A", false),
  ])
  func reach(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// What flags change.
  @Test(arguments: [
    ("^a.b$", "a\nb", false), ("(?s)^a.b$", "a\nb", true), ("(?s-s)^a.b$", "a\nb", false),
    ("^(?s:.)$", "\n", true), ("(?m)^b$", "a\nb\nc", true), ("(?m)^$", "a\n\nb", true),
    ("(?m)^$", "a\n", true), ("(?m)a$", "a\r\nb", false), ("(?-m)^b", "a\nb", false),
    ("(?im)^B$", "a\nb", true), ("(?ims)^B.C$", "a\nb\nc", true), ("(?s-m:^a.b)", "a\nb", true),
    ("(?i-s:a.b)", "A\nB", false), ("$", "a", true), ("a$b", "a$b", false),
    ("(?m)a$\nb", "a\nb", true), ("(?)a", "a", true), ("(?:)a", "a", true),
    ("(?i)(?s)A.", "a\n", true),
  ])
  func change(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// What is lazy and what is greedy, and the other way round under `U`.
  @Test(
    arguments: [
      ("(?U)(a+)", "aaa", "a"), ("(?U)(a+?)", "aaa", "aaa"), ("(?U:(a+))b", "aab", "aa"),
      ("(?U)(a{1,3})", "aaa", "a"), ("(?U)(a??)", "a", "a"), ("(?U)(?-U)(a*)", "aa", "aa"),
      ("(?-U:(a*))", "aa", "aa"), ("(?U)(?-U:(a+))", "aa", "aa"), ("(a*)(?U)a*", "aa", "aa"),
    ] as [(String, String, String?)])
  func areLazy(_ pattern: String, _ text: String, _ wanted: String?) throws {
    #expect(try Pattern(pattern).firstGroup(in: text) == wanted)
  }

  /// Groups with names, both ways to write them. Names may repeat, as in Go.
  @Test(arguments: [
    ("^(?P<a>b)$", "b", true), ("^(?<a>b)$", "b", true), ("^(?P<a_1>b)(?P<B>c)$", "bc", true),
    ("(?P<1>a)", "a", true), ("(?P<_>a)", "a", true), ("(?<P>a)", "a", true),
    ("(?P<n>a)(?P<n>b)", "ab", true),
  ])
  func names(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Groups that RE2 does not know, or that are not whole.
  @Test(arguments: [
    "(", "(a", ")", "a)", "(()", "(a))", "(?", "(?i", "(?i-", "(?-)", "(?i-)", "(?-:a)", "(?i--s)",
    "(?--i)", "(?z)", "(?x)a", "(?n:a)", "(?I)", "(?i s)", "(?:", "(?:a", "(?i:a", "(?#c)", "(?|a)",
    "(?>a)", "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?'n'a)", "(?P=n)", "(?P>n)", "(?P<>a)",
    "(?P<n", "(?P<n>", "(?P<n>a", "(?P<n n>a)", "(?P<n-1>a)", "(?P<n.>a)", "(?Pn)", "(?P)",
    "(?<>a)", "(?<n", "(?<a b>c)", "(?<n>", "(?R)", "(?1)", "(?&n)", "(?(1)a|b)", "(?i)(?s",
    "(*ACCEPT)",
  ])
  func refuses(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }
}
