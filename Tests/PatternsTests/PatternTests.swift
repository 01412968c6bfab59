import Patterns
import Testing

@Suite("patterns")
struct PatternTests {
  @Test(arguments: [
    ("", "", true), ("a", "", false), ("abc", "xabcx", true), ("^abc$", "abc", true),
    ("^abc$", "abc\n", false), ("(?m)^b$", "a\nb\nc", true), ("^b$", "a\nb\nc", false),
    ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true), ("(?i)straße", "STRAßE", true),
    ("(?i:A)b", "aB", false), ("(?i)k", "\u{212A}", true), ("(?i)[a-c]+$", "ABC", true),
    ("[^a]", "a", false), ("[^a]", "é", true), ("^[]a]+$", "]a", true), ("^[a-]+$", "a-", true),
    ("^\\d+$", "123", true), ("^\\d+$", "\u{0663}", false), ("^\\w+$", "é", false),
    ("\\bM3\\b", "in M3 4LX", true), ("\\bM3\\b", "M30", false), ("\\BM3", "xM3", true),
    ("^a{2,3}$", "aa", true), ("^a{2,3}$", "aaaa", false), ("^a{2}$", "aa", true),
    ("^a{2,}$", "aaaaa", true), ("a{,2}", "a{,2}", true), ("^(a|b)*c$", "ababc", true),
    ("^(?P<area>M[0-9]+) ", "M3 4LX", true), ("^(?<area>M)$", "M", true),
    ("colou?r", "color", true),
    ("^a*?b+?$", "aab", true), ("(a*)*$", "aaa", true), ("(|a)+$", "aaa", true),
    ("^\\p{Lu}\\p{Ll}+$", "Élan", true), ("^\\pL+$", "día", true), ("\\P{L}", "a", false),
    ("^[[:alpha:]_]+$", "a_b", true), ("^[[:^alpha:]]$", "1", true), ("^[\\d\\s]+$", "1 2", true),
    ("^[^\\D]$", "5", true), ("\\x41\\x{1F600}", "A😀", true), ("\\Q(a)\\E", "(a)", true),
    ("^.{3}$", "日本語", true), ("\\101", "A", true), ("\\.", "x", false), ("a||b", "", true),
    ("^\\S+@\\S+$", "a@b", true), ("\\Aab\\z", "ab", true), ("\\t", "\t", true),
    ("^(?:a|ab)(?:c|bcd)$", "abcd", true), ("^x(?i)y$", "xY", true), ("^(x(?i))y$", "xY", false),
  ])
  func matches(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  @Test(arguments: [
    "(", ")", "[", "[a", "[b-a]", "*", "+a", "a**", "a{3,2}", "a{1001}", "\\", "\\1", "(?=a)",
    "(?!a)", "(?<=a)", "(?<!a)", "\\p{Grek}", "\\p{", "(?P<>a)", "(?z)", "[[:foo:]]",
    "\\x{110000}",
    "((a{1000}){1000}){1000}", "\\C", "\\8", "\\é", String(repeating: "(", count: 1000),
  ])
  func refuses(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }

  /// Each takes ages where ways to match are tried one after the other.
  @Test(arguments: ["(a*)*b", "(a|aa)+b", "(a?){50}a{50}b", "(.*)(.*)(.*)(.*)b", "(a+)+$x"])
  func timeGrowsWithTheTextOnly(_ pattern: String) throws {
    #expect(try !Pattern(pattern).matches(String(repeating: "a", count: 5000)))
  }
}
