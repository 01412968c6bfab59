import Patterns
import Testing

@Suite("escapes in patterns")
struct EscapeTests {
  /// Escapes that stand for one character.
  @Test(arguments: [
    (#"^\x41\x7a$"#, "Az", true), (#"^\x{41}$"#, "A", true), (#"^\x{000041}$"#, "A", true),
    (#"^\x{1F600}$"#, "😀", true), (#"^\x{1f600}$"#, "😀", true), (#"^\xe9$"#, "é", true),
    (#"^\xE9$"#, "e\u{301}", false), (#"^\101$"#, "A", true), (#"^\1012$"#, "A2", true),
    (#"^\07$"#, "\u{7}", true), (#"^\0$"#, "\u{0}", true), (#"^\08$"#, "\u{0}8", true),
    (#"^\018$"#, "\u{1}8", true), (#"^\12$"#, "\n", true), (#"^\777$"#, "\u{1FF}", true),
    (#"^\a\f\n\r\t\v$"#, "\u{7}\u{C}\n\r\t\u{B}", true), (#"^\x0a$"#, "\n", true),
    (#"\x{10FFFF}"#, "\u{10FFFF}", true), (#"\x{D800}"#, "a", false), (#"^\x{0}$"#, "\u{0}", true),
  ])
  func namesCharacters(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// A backslash before punctuation takes its meaning away.
  @Test(arguments: [
    (#"^\.\*\+\?\(\)\[\]\{\}\|\^\$\\$"#, ".*+?()[]{}|^$\\", true),
    ("^\\_\\-\\/\\@\\#\\\"\\ $", "_-/@#\" ", true), (#"^\.$"#, "x", false),
    (#"^\<\>\=\!$"#, "<>=!", true), (#"\~"#, "~", true),
  ])
  func keepsPunctuation(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Between the quotes nothing has a meaning.
  @Test(arguments: [
    (#"^\Q(a|b)*\E$"#, "(a|b)*", true), (#"^\Qa.b"#, "axb", false), (#"^\Qa.b"#, "a.b", true),
    (#"^\Qa\E\Qb\E$"#, "ab", true), (#"^\Q\\E$"#, "\\", true), (#"^\Qa\nb\E$"#, "a\\nb", true),
    (#"^\Q[^x]\E$"#, "[^x]", true), (#"(?i)\Qab\E"#, "AB", true), (#"\Q\E"#, "x", true),
    (#"^\Qa\Eb+$"#, "abb", true), (#"\Q"#, "x", true),
  ])
  func quotes(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Places between characters.
  @Test(arguments: [
    (#"\Aab"#, " ab", false), (#"ab\z"#, "ab\n", false), (#"(?m)\Ab"#, "a\nb", false),
    (#"(?m)a\z"#, "a\nb", false), (#"\bé"#, "é", false), (#"\Bé"#, "é", true),
    (#"a\bé"#, "aé", true), (#"\b"#, "日本", false), (#"\B"#, "日本", true), (#"\b_\b"#, "_", true),
    (#"1\ba"#, "1a", false), (#"\B\B"#, "", true), (#"\b"#, "", false), (#"a\B$"#, "a", false),
    (#"x\b-\bx"#, "x-x", true),
  ])
  func standsBetween(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Escapes that RE2 does not know, or knows nothing to do with.
  @Test(arguments: [
    #"\"#, #"a\\\"#, #"\8"#, #"\9"#, #"\1"#, #"\2a"#, #"(a)\1"#, #"\18"#, #"\Z"#, #"\G"#, #"\h"#,
    #"\H"#, #"\R"#, #"\X"#, #"\K"#, #"\N"#, #"\e"#, #"\cA"#, #"\u0041"#, #"\U"#, #"\L"#, #"\E"#,
    #"a\Eb"#, #"\k<a>"#, #"\g1"#, #"\é"#, #"\日"#, #"\x"#, #"\x4"#, #"\xg1"#, #"\x{}"#, #"\x{41"#,
    #"\x{g}"#, #"\x{110000}"#, #"\x{FFFFFFFFFFFFFFFFF}"#, #"\x{ 41}"#, #"\y"#, #"[\b]"#, #"[\A]"#,
    #"[\z]"#, #"[\B]"#, #"[\Qa\E]"#, #"[\8]"#, #"[\x{110000}]"#,
  ])
  func refuses(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }

  /// A byte alone is no character: RE2 in C++ takes it, Go refuses it.
  @Test(arguments: [#"\C"#, #"[\C]"#, #"a\C*"#])
  func refusesBytes(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }
}
