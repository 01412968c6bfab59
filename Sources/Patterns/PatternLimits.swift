/// How much of a pattern there is, and may be: patterns come from strangers.
struct PatternLimits {
  /// The steps that may still be added to the program; counted repetitions multiply them.
  private var steps: Int
  /// The ranges that classes may still have.
  private var ranges: Int

  /// Of a pattern that is compiled once: 20,000 steps, 32 MB of ranges.
  static let written = PatternLimits(steps: 20_000, ranges: 4_000_000)
  /// Of a pattern that may be another one in every row.
  static let fromData = PatternLimits(steps: 2000, ranges: 40_000)

  /// The most groups inside one another, as in Go.
  static let depth = 1000
  /// The most copies that repetitions inside one another may ask for, as in RE2 and Go.
  static let copies = 1000

  private init(steps: Int, ranges: Int) {
    self.steps = steps
    self.ranges = ranges
  }

  /// Counts steps that are added, before they are made.
  mutating func pay(steps more: Int) throws(PatternError) {
    guard more <= steps else { throw .tooManySteps }
    steps -= more
  }

  /// Counts ranges of a class, before they are added to it.
  mutating func pay(ranges more: Int) throws(PatternError) {
    guard more <= ranges else { throw .tooManyRanges }
    ranges -= more
  }
}
