import Patterns
import Testing

@Suite("messages about patterns")
struct PatternMessageTests {
  /// Each message once, whole, as it is read beside a pattern.
  @Test(arguments: [
    (")", "a ')' has no '(' before it", "write '\\)' for the character"),
    ("(a", "a '(' has no ')' after it", "write '\\(' for the character"),
    ("[a", "a '[' has no ']' after it", "write '\\[' for the character"),
    ("\\p{L", "a '\\p{' has no '}' after it", "write a category or a script, as in \\p{Greek}"),
    (
      "(?P<due date>a)", "the name of a group is not valid",
      "use letters from a to z, digits and '_', as in (?P<year>...)"
    ),
    ("*a", "'*' has nothing before it to repeat", "write '\\*' for the character"),
    ("(?:{2,3})", "'{2,3}' has nothing before it to repeat", "write '\\{' for the character"),
    (
      "a++", "two repetitions stand one after the other", "put the first in brackets, as in (?:a*)*"
    ),
    ("a{2000}", "the repetition '{2000}' is too large", "use numbers up to 1000"),
    ("a{3,2}", "the repetition '{3,2}' is the wrong way round", "write the smaller number first"),
    (
      "(a{100}){20}", "repetitions inside one another ask for more than 1000 copies",
      "use smaller numbers in {...}: those of (a{10}){20} ask for 200"
    ),
    ("[z-a]", "the range 'z-a' is the wrong way round", "write 'a-z', or '\\-' for the hyphen"),
    (
      "[\\x{20}-\\n]", "the range '\\x{20}-\\n' is the wrong way round",
      "write '\\n-\\x{20}', or '\\-' for the hyphen"
    ),
    ("[[:letter:]]", "'[:letter:]' is not a class", "use [:alpha:], [:digit:] or [:space:]"),
    (
      "\\p{Grek}", "'\\p{Grek}' names no category and no script",
      "use a category such as \\p{L} or \\p{Lu}, or a script such as \\p{Greek}"
    ),
    ("a\\", "it ends with a backslash", "write '\\\\' for the character"),
    (
      "\\x4", "'\\x' has no number of a character after it",
      "write two digits as in \\x41, or \\x{20AC}"
    ),
    ("\\y", "'\\y' is not supported", "write '\\\\' for a backslash"),
    (
      "(a)\\1", "'\\1' is not supported",
      "what a group holds cannot be asked for again; write '\\\\' for a backslash"
    ),
    ("\\C", "'\\C' is not supported", "write '.' for any character, or '\\\\' for a backslash"),
    (
      "a\\Z", "'\\Z' is not supported",
      "write '\\z' for the end of the text, or '\\\\' for a backslash"
    ),
    (
      "\\Ga", "'\\G' is not supported",
      "write '\\A' for the beginning of the text, or '\\\\' for a backslash"
    ),
    (
      "a(?=b)", "'(?=' is not supported",
      "there is no looking ahead or behind; only (?:...), (?i), (?s), (?m), (?U) and names"
    ),
    (
      "(?<!a)b", "'(?<!' is not supported",
      "there is no looking ahead or behind; only (?:...), (?i), (?s), (?m), (?U) and names"
    ),
  ])
  func says(_ pattern: String, _ message: String, _ help: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
    #expect(error?.message == message)
    #expect(error?.help == help)
  }

  /// A pattern may be long, and what is said about it stays short.
  @Test(arguments: ["\\p{NAME}", "[[:NAME:]]", "[\\x{NAME}-a]"])
  func cutsWhatIsLong(_ pattern: String) {
    let long = pattern.replacing("NAME", with: String(repeating: "0", count: 10_000) + "ff")
    let error = #expect(throws: PatternError.self) { try Pattern(long) }
    #expect((error?.message.unicodeScalars.count ?? 0) + (error?.help?.count ?? 0) < 250)
    #expect(error?.message.contains("...") == true)
  }

  /// Control characters are written, not printed: a message must not move what stands around it.
  @Test(arguments: ["[b-\u{1B}]", "[\u{7}-\u{1}]", "\\p{\n}", "(?\u{9B})", "[[:\u{202E}:]]"])
  func showsNoControlCharacters(_ pattern: String) {
    guard let error = #expect(throws: PatternError.self, performing: { try Pattern(pattern) })
    else { return }
    for text in [error.message, error.help ?? ""] {
      #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .format })
    }
  }
}
