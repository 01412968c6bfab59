import Patterns
import Testing

@Suite("limits of patterns")
struct LimitTests {
  private static func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Each would need more memory than there is, or a stack as deep as the pattern, or time that
  /// grows with the square of its length.
  private static let tooLarge: [(String, String)] = [
    (times("(", 1_000_000), "its brackets are nested too deep"),
    (times("(?:", 1001), "its brackets are nested too deep"),
    (times("a", 100_000), "it needs too many steps"),
    (times("|", 100_000), "it needs too many steps"),
    (times("(?:a{1000})", 100), "it needs too many steps"),
    (times("(?:a?){1000}", 100), "it needs too many steps"),
    ("(?:a{10}){1000}", "repetitions inside one another ask for more than 1000 copies"),
    ("[\(times("\\pL", 100_000))]", "its classes are too large"),
    ("(?i)\(times("[\\x{0}-\\x{b00}]", 20_000))", "its classes are too large"),
    (times("[^\\pL]", 20_000), "its classes are too large"),
    ("[\(times("[:", 500_000))", "a '[' has no ']' after it"),
    ("\\p{\(times("a", 1_000_000))", "a '\\p{' has no '}' after it"),
    ("(?\(times("i", 1_000_000))", "a '(' has no ')' after it"),
  ]

  @Test(arguments: tooLarge.indices)
  func refusesWhatIsTooLarge(_ index: Int) {
    let (pattern, wanted) = Self.tooLarge[index]
    let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
    #expect(error?.message == wanted)
  }

  /// What is long or deep but needs few steps stays possible, and how many they are.
  private static let long: [(String, Int)] = [
    ("\(times("(", 1000))a\(times(")*", 1000))", 2004), (times("(?:)", 100_000), 3),
    (times("()", 100_000), 3), ("a\(times("*(?i)", 1000))", 2004),
    ("\(times("(a", 900))\(times("|b)*", 900))", 5403), (times("a", 15_000), 15_003),
    ("(?:[a-z]{3}[0-9]{3}){100}", 603), (times("\\pL", 500), 503),
    ("\\x{\(times("0", 100_000))41}", 4), ("[\(times("a", 1_000_000))]", 4),
    ("a\(times("(?i)", 100_000))", 4),
  ]

  @Test(arguments: long.indices)
  func takesWhatIsLong(_ index: Int) throws {
    let (pattern, wanted) = Self.long[index]
    #expect(try Pattern(pattern).size == wanted)
  }

  @Test(arguments: [
    ("", 3), ("a", 4), ("abc", 6), ("(abc)", 6), ("(?:abc)", 6), ("(a)(b)", 5), ("[a-z]", 4),
    ("a{5}", 8), ("a{0}", 3), ("a{2,4}", 9), ("a*", 6), ("a+", 5), ("a?", 5), ("a|b", 7),
    ("\\pL{100}", 103), ("(?:ab){100}", 203), ("(?:){1000}", 3), ("\\bM3\\b", 7),
  ])
  func countsSteps(_ pattern: String, _ wanted: Int) throws {
    #expect(try Pattern(pattern).size == wanted)
  }

  @Test func equalClassesAreKeptOnce() throws {
    #expect(try Pattern(Self.times("[^a-f]", 300)).size == 303)
    #expect(try Pattern(Self.times("[a-f]", 300)).matches(Self.times("abcdef", 50)))
  }
}
