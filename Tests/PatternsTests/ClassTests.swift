import Patterns
import Testing

@Suite("classes in patterns")
struct ClassTests {
  /// Characters and ranges.
  @Test(arguments: [
    ("^[]a]+$", "]a", true), ("^[^]a]$", "b", true), ("^[^]a]$", "]", false),
    ("^[a-]+$", "a-", true), ("^[-a]+$", "-a", true), ("^[a-c-e]+$", "b-e", true),
    ("^[a-c-e]+$", "d", false), (#"^[a\-c]+$"#, "b", false), ("^[*.+?|()$]+$", ".*+?|()$", true),
    ("^[[]$", "[", true), ("^[[a]]$", "a]", true), ("^[a^]$", "^", true),
    ("^[!-~]+$", "Az09~", true), ("^[ -~]$", "é", false), ("^[\u{3B1}-ω]+$", "σω", true),
    ("^[😀-\u{1F602}]$", "\u{1F601}", true), (#"^[\x{100}-\x{200}]$"#, "\u{180}", true),
    (#"^[\n\t]+$"#, "\n\t", true), (#"^[\101-\103]+$"#, "ABC", true), ("^[^a]$", "\n", true),
    ("^[^a]$", "😀", true), ("^[^a]$", "", false), (#"[^\x00-\x{10FFFF}]"#, "a", false),
    (#"[^\x00-\x{10FFFF}]*$"#, "a", true), (#"^[\x00-\x{10FFFF}]$"#, "\u{0}", true),
    ("[^[:ascii:]]", "é", true), ("^[a-a]$", "a", true), ("^[aa-caa]$", "c", true),
    ("^[+--]+$", "+,-", true), (#"^[A-\]]+$"#, "Z[\\]", true), ("^[--a]$", "Z", true),
  ])
  func holdsCharacters(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Classes inside of classes.
  @Test(arguments: [
    (#"^[\d\-x]+$"#, "1-x", true), (#"^[\d-x]+$"#, "1-x", true), (#"^[\d-x]+$"#, "a", false),
    (#"^[\w-]+$"#, "a_1-", true), (#"^[^\D]$"#, "5", true), (#"^[^\d\s]$"#, "5", false),
    (#"^[^\d\s]$"#, "a", true), (#"^[\D\d]$"#, "\n", true), (#"^[\S\n]+$"#, "a\n", true),
    (#"^[\pL\d]+$"#, "é1", true), (#"^[^\pL]$"#, "é", false), (#"^[\PL]$"#, "1", true),
    (#"^[\p{Lu}a]+$"#, "Éa", true), (#"^[^\P{Lu}]$"#, "É", true),
    (#"^[[:alpha:]\d_]+$"#, "a1_", true), (#"^[^[:alpha:]\d]$"#, "_", true),
  ])
  func holdsClasses(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// The names that stand in `[:` and `:]` hold ASCII only.
  @Test(arguments: [
    ("^[[:alpha:]]$", "é", false), ("^[[:^alpha:]]$", "é", true), ("^[[:alnum:]]+$", "aZ9", true),
    ("^[[:ascii:]]$", "\u{7F}", true), ("^[[:blank:]]+$", " \t", true),
    ("^[[:blank:]]$", "\n", false), ("^[[:cntrl:]]+$", "\u{0}\u{1F}\u{7F}", true),
    ("^[[:digit:]]$", "\u{663}", false), ("^[[:graph:]]$", " ", false),
    ("^[[:lower:]]$", "A", false), ("^[[:print:]]$", " ", true), ("^[[:print:]]$", "\t", false),
    ("^[[:punct:]]+$", "!/:@[`{~", true), ("^[[:punct:]]$", "a", false),
    ("^[[:space:]]$", "\u{B}", true), (#"^\s$"#, "\u{B}", false), (#"^\s$"#, "\u{C}", true),
    (#"^\s$"#, "\u{A0}", false), ("^[[:upper:]]$", "A", true), ("^[[:word:]]+$", "aZ_9", true),
    ("^[[:xdigit:]]+$", "09afAF", true), ("^[[:xdigit:]]$", "g", false),
    ("^[[:word:]-z]+$", "a-z", true), ("[:alpha:]", "l", true), ("[:alpha:]", "z", false),
    ("^[[:alpha]+$", "[:alph", true), ("^[[:]$", ":", true), ("^[[.a.]]$", ".]", true),
    ("^[[=a=]]$", "=]", true),
  ])
  func holdsASCIIClasses(_ pattern: String, _ text: String, _ wanted: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == wanted)
  }

  /// Classes that end nowhere, ranges the wrong way round and names unknown.
  @Test(arguments: [
    "[", "[a", "[]", "[^]", "[^", "[a-", "[]a", "[[:alpha:]", "[[:alpha:", "[b-a]", "[z-aa]",
    #"[\x{10}-\x00]"#, "[a-Z]", #"[a-\d]"#, #"[a-\pL]"#, "[a-[:digit:]]", "[é-a]", "[[:foo:]]",
    "[[:ALPHA:]]", "[[:alpha :]]", "[[::]]", "[[:^:]]", "[[:^^alpha:]]", "[[:a]b:]", #"[\"#,
    #"[\d-\w-a-"#, "[--+]",
  ])
  func refuses(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }
}
