/// How much of a pattern there is, and may be: patterns come from strangers.
struct PatternLimits {
  /// The most steps that a program may have; counted repetitions multiply them.
  private static let steps = 20_000
  /// The most ranges that all classes may have; 32 MB.
  private static let ranges = 4_000_000
  /// The most groups inside one another, as in Go.
  static let depth = 1000
  /// The most copies that repetitions inside one another may ask for, as in RE2 and Go.
  static let copies = 1000

  private var steps = 0
  private var ranges = 0

  /// Counts steps that are added, before they are made.
  mutating func pay(steps more: Int) throws(PatternError) {
    guard more <= Self.steps - steps else { throw .tooManySteps }
    steps += more
  }

  /// Counts ranges of a class, before they are added to it.
  mutating func pay(ranges more: Int) throws(PatternError) {
    guard more <= Self.ranges - ranges else { throw .tooManyRanges }
    ranges += more
  }
}
