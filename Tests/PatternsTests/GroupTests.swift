import Patterns
import Testing

@Suite("what patterns find")
struct GroupTests {
  /// Held against Python, by a table so that no test needs it.
  @Test func findsWhatPythonFinds() throws {
    #expect(GroupCases.all.count > 500)
    for item in GroupCases.all {
      let pattern = try Pattern(item.pattern)
      let found = pattern.firstGroup(in: item.text)
      #expect(
        found.map { Array($0.utf8) } == item.group.map { Array($0.utf8) },
        "\(item.pattern) in '\(item.text)': \(found ?? "nothing")")
      #expect(
        pattern.matchesWhole(item.text) == item.whole, "\(item.pattern) as all of '\(item.text)'")
      if item.group != nil { #expect(pattern.matches(item.text)) }
    }
  }

  @Test(arguments: [
    ("a", 0), ("(a)", 1), ("(?:a)", 0), ("(?P<x>a)(b)", 2), ("(?<x>a)", 1), ("((a)(?:b)(c))", 3),
    ("(?i:a)", 0), ("\\(a\\)", 0), ("[(]a[)]", 0), ("(?i)(a)", 1), ("\\Q(a)\\E", 0),
  ])
  func countsGroups(_ pattern: String, _ count: Int) throws {
    #expect(try Pattern(pattern).groupCount == count)
  }

  @Test(arguments: [
    ("(?i)redacted.*", "Redacted personal data", true), ("REDACTED", "REDACTED LTD", false),
    ("a|ab", "ab", true), ("ab|a", "a", true), ("", "", true), ("", "a", false),
    ("a*?", "aaa", true),
    ("a$", "a\n", false), ("(?m)a$", "a\nb", false), (".*", "a\nb", false),
    ("(?s).*", "a\nb", true),
    ("\\bM3\\b", "M3", true), ("日本?", "日", true),
  ])
  func matchesWholeCells(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matchesWhole(text) == wanted)
  }

  @Test(arguments: [
    ("(?U)(a+)", "aaa", "a"), ("(?U)(a+?)", "aaa", "aaa"), ("(?U:(a+))b", "aab", "aa"),
    ("(?U:a*)(a*)", "aaa", "aaa"), ("(\\pL+)", "12 Élan", "Élan"),
  ])
  func takesTheSyntaxThatPythonLacks(_ pattern: String, _ text: String, _ group: String) throws {
    #expect(try Pattern(pattern).firstGroup(in: text) == group)
  }

  @Test func comparesPatternsByBytes() throws {
    #expect(try Pattern("\u{E9}") != Pattern("e\u{301}"))
    #expect(try Set([Pattern("a"), Pattern("a"), Pattern("b")]).count == 2)
    #expect(try Pattern("(a)").text == "(a)")
  }

  /// Each takes ages where ways to match are tried one after the other.
  @Test(arguments: ["(a*)*b", "(a|aa)+b", "(a?){50}a{50}b", "(.*)(.*)(.*)(.*)b", "((a+)+$)x"])
  func timeGrowsWithTheTextOnly(_ pattern: String) throws {
    let text = String(repeating: "a", count: 5000)
    #expect(try Pattern(pattern).firstGroup(in: text) == nil)
    #expect(try !Pattern(pattern).matchesWhole(text))
  }
}
