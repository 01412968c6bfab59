/// A regular expression in RE2's syntax, matched in time that grows with the text, never with the
/// ways to match it.
public struct Pattern: Sendable {
  /// The pattern as it was written.
  public let text: String
  /// How many groups the pattern captures: those that are not `(?:...)`.
  public let groupCount: Int
  /// How many steps the compiled program has: the time to match grows at most with this number times
  /// the length of the text.
  public var size: Int { program.count }
  let program: [Instruction]
  let sets: [ScalarSet]

  /// Compiles a pattern; throws where it is none or is too large. One from data may be a tenth as
  /// large, since there may be another in every row.
  public init(_ text: String, isFromData: Bool = false) throws(PatternError) {
    self.text = text
    var parser = PatternParser(text, limits: isFromData ? .fromData : .written)
    let whole = try parser.parse()
    groupCount = parser.groups
    // Without groups the whole match is what the first group would be.
    program = (groupCount == 0 ? whole.marked : whole).code + [.match]
    sets = parser.sets
  }

  /// Whether the step at a place takes a character.
  func takes(_ scalar: Unicode.Scalar, at place: Int) -> Bool {
    switch program[place] {
    case .character(let value): value == scalar.value
    case .set(let set): sets[Int(set)].contains(scalar.value)
    default: false
    }
  }

  /// Whether the pattern matches anywhere in a text.
  public func matches(_ text: String) -> Bool {
    var machine = PatternMachine(pattern: self, wanted: .anywhere)
    return machine.run(text.unicodeScalars)
  }

  /// Whether the pattern matches a text from its beginning to its end.
  public func matchesWhole(_ text: String) -> Bool {
    var machine = PatternMachine(pattern: self, wanted: .whole)
    return machine.run(text.unicodeScalars)
  }

  /// What the first group of the leftmost match holds, or the whole match where the pattern has no
  /// group; nil where nothing matches or the group took no part in the match. Of several matches
  /// that begin at one place the one is taken that RE2 takes.
  public func firstGroup(in text: String) -> String? {
    var capture = PatternCapture(pattern: self)
    return capture.firstGroup(in: text.unicodeScalars).map { String($0) }
  }
}

extension Pattern: Hashable {
  /// Patterns are equal where they are written with the same bytes.
  public static func == (left: Pattern, right: Pattern) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Hashes the bytes of the pattern.
  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
