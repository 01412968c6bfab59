import Patterns
import Testing

@Suite("patterns that ignore case")
struct CaseTests {
  /// By simple folding: one character for one.
  @Test(arguments: [
    ("(?i)k", "\u{212A}", true), ("(?i)\u{212A}", "K", true), ("(?i)s", "\u{17F}", true),
    ("(?i)\u{17F}", "S", true), ("(?i)σ", "ς", true), ("(?i)ς", "Σ", true), ("(?i)Σ", "σ", true),
    ("(?i)\u{E5}", "\u{212B}", true), ("(?i)Ω", "\u{2126}", true), ("(?i)\u{B5}", "\u{3BC}", true),
    ("(?i)ẞ", "ß", true), ("(?i)ß", "ẞ", true), ("(?i)ß", "ss", false), ("(?i)ss", "ß", false),
    ("(?i)\u{130}", "i", false), ("(?i)i", "\u{130}", false), ("(?i)\u{131}", "I", false),
    ("(?i)\u{1C6}", "\u{1C5}", true), ("(?i)\u{1C4}", "\u{1C6}", true), ("(?i)д", "Д", true),
    ("(?i)\u{100}", "\u{101}", true), ("(?i)\u{10D0}", "\u{1C90}", true),
    ("(?i)\u{13A0}", "\u{AB70}", true), ("(?i)\u{345}", "\u{3B9}", true),
    ("(?i)\u{FB05}", "\u{FB06}", true), ("(?i)\u{1FB3}", "\u{1FBC}", true),
    ("(?i)\u{1C80}", "\u{432}", true), ("(?i)\u{10400}", "\u{10428}", true), ("(?i)日", "日", true),
    ("(?i)1", "1", true), ("(?i)@", "`", false),
  ])
  func foldsCharacters(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Characters and ranges of classes, before they are negated.
  @Test(arguments: [
    ("^(?i)[a-c]+$", "ABC", true), ("^(?i)[k]$", "\u{212A}", true),
    ("^(?i)[^k]$", "\u{212A}", false), ("^(?i)[^k]$", "K", false), ("^(?i)[x-\u{17F}]$", "s", true),
    ("^(?i)[\u{391}-Ω]+$", "ςσω", true), (#"^(?i)[\x{212A}]$"#, "k", true),
    ("^(?i)[A-z]$", "\u{17F}", true), ("^(?i)[!-~]+$", "\u{212A}\u{17F}", true),
    (#"^(?i)[\x00-\x{10FFFF}]$"#, "é", true), ("^(?i)[^a-z]$", "\u{17F}", false),
    ("^(?i)[0-9]$", "\u{663}", false),
  ])
  func foldsClasses(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Named classes too, as RE2 does.
  @Test(arguments: [
    (#"^(?i)\w$"#, "\u{212A}", true), (#"^\w$"#, "\u{212A}", false),
    (#"^(?i)\W$"#, "\u{17F}", false), (#"^(?i)[\W]$"#, "\u{17F}", false),
    (#"^(?i)[^\w]$"#, "\u{17F}", false), ("^(?i)[[:upper:]]+$", "aB\u{17F}", true),
    ("^(?i)[[:^upper:]]$", "a", false), ("^(?i)[[:lower:]]$", "A", true),
    (#"^(?i)\p{Lu}$"#, "a", true), (#"^(?i)\P{Lu}$"#, "a", false), (#"^(?i)\p{^Lu}$"#, "a", false),
    (#"^(?i)\p{Ll}$"#, "A", true), (#"^(?i)\p{Lu}$"#, "日", false),
    (#"^(?i)\p{Greek}$"#, "\u{B5}", true), (#"^\p{Greek}$"#, "\u{B5}", false),
    (#"^(?i)\p{Common}$"#, "\u{3BC}", true), (#"^(?i)\d$"#, "a", false),
    (#"^(?i)\p{Any}$"#, "a", true), (#"(?i)\bk"#, "\u{212A}", false),
  ])
  func foldsNamedClasses(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }
}
