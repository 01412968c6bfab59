import Patterns
import Testing

@Suite("repetitions in patterns")
struct RepetitionTests {
  /// How often a part may stand.
  @Test(arguments: [
    ("^a{0}$", "", true), ("^a{0}$", "a", false), ("^(?:ab){2}$", "abab", true),
    ("^a{2,}$", "a", false), ("^a{0,}$", "aaa", true), ("^a{0,2}$", "aaa", false),
    ("^a{1,1}$", "a", true), ("^(?:a|b){3}$", "aba", true), ("^a{10}$", "aaaaaaaaa", false),
    ("^(?:a{2}){3}$", "aaaaaa", true), ("^(?:a{2}){3}$", "aaaaa", false),
    ("^(?:a?){3}$", "aaaa", false), ("^(?:){1000}$", "", true), ("^[ab]{2}c{1,2}$", "bac", true),
    (#"^\pL{3}$"#, "дя日", true),
  ])
  func counts(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Braces that hold no count are characters.
  @Test(arguments: [
    ("a{", "a{", true), ("a{}", "a{}", true), ("a{,2}", "a{,2}", true), ("a{,2}", "aa", false),
    ("a{1", "a{1", true), ("a{1,", "a{1,", true), ("a{b}", "a{b}", true), ("a{01}", "a{01}", true),
    ("a{01}", "a", false), ("a{1,02}", "a{1,02}", true), ("a{1,b}", "a{1,b}", true),
    ("a{-1}", "a{-1}", true), ("{", "{", true), ("}", "}", true), ("{a}", "{a}", true),
    ("^{$", "{", true), ("a{1 }", "a{1 }", true), ("a{ 1}", "a{ 1}", true),
  ])
  func bracesAreCharacters(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// What stands between two characters may be repeated, and so may nothing.
  @Test(arguments: [
    ("^*a", "a", true), ("^*a", "ba", true), ("$*", "x", true), (#"a\b*"#, "a", true),
    (#"(?:\b)+a"#, "a", true), ("()*", "a", true), ("(?:)*b", "b", true), ("(?:|a)+$", "aa", true),
    ("(a*)*$", "b", true), ("(?:a*)+?c", "aac", true), ("^(?:^a|b)+$", "ab", true),
    ("^(?:^a|b)+$", "aa", false),
  ])
  func standWhereNothingIs(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Flags and an empty quote are no part: what comes before them is repeated, even twice.
  @Test(arguments: [
    ("^xa(?i)*$", "xaaa", true), ("^xa(?i)*$", "xaA", false), (#"^xa\Q\E*$"#, "xaa", true),
    ("^xa*(?i)*$", "xaa", true), ("^x(?:a?)(?s)+$", "xaa", true), (#"^\Qab\E*$"#, "abbb", true),
    (#"^\Qab\E*$"#, "abab", false),
  ])
  func flagsAndEmptyQuotesStandBetween(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Nothing to repeat, a repetition repeated, and numbers out of range, as Go refuses them.
  @Test(arguments: [
    "*", "+", "?", "{2}", "a|*", "a|?", "(*)", "(+a)", "(?:*)", "(?i)*", "|{1}", #"\Q\E*"#, "a**",
    "a*+", "a++", "a?+", "a???", "a+*", "a{2}{3}", "a{2}*", "a*{2}", "a{2}??", "(?:a)**", "^**",
    "a{2,1}", "a{1001}", "a{0,1001}", "a{1001,}", "a{1,2000}", "a{99999999999999999999}",
    "a{1,99999999999999999999}", "(?:a{32}){32}", "(?:a{1000}){2}", "(?:(?:a{10}){10}){11}",
    "((a{100}){10}){2,}", "(a{2,}){501}",
  ])
  func refuses(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }

  /// Just what may be asked for; what stands no times asks for nothing.
  @Test(arguments: [
    ("^a{1000}$", 1000, true), ("^a{1000}$", 999, false), ("^(?:a{10}){100}$", 1000, true),
    ("^(?:a{10}){100}$", 999, false), ("^(?:a{500}){2}$", 1000, true),
    ("^((a{10}){10}){10}$", 1000, true), ("^(?:a{2}){500}$", 998, false),
    ("^(?:a{1000})*$", 1001, false), ("^(?:a{1000})+$", 2000, true), ("^(?:a{1000})?$", 0, true),
    ("^(?:a{0,10}){100}$", 777, true), ("^(?:(?:b{1000}){0}a){10}$", 10, true),
  ])
  func takesUpToThousandCopies(_ pattern: String, _ count: Int, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(String(repeating: "a", count: count)) == wanted)
  }
}
