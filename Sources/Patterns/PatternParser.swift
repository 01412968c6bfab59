/// Reads RE2's syntax, as Go's package `regexp` does where the two differ.
///
/// Groups are kept on a stack of its own, so that deeply nested ones cost memory of the pattern's
/// length only.
struct PatternParser {
  let scalars: [Unicode.Scalar]
  var position = 0
  /// The group that is being read; without brackets, the whole pattern.
  var level = Level()
  /// The groups around it, the outermost first.
  var outer: [Level] = []
  /// The groups that capture, so far.
  var groups = 0
  var limits: PatternLimits
  /// Where the last `:]` begins.
  private(set) lazy var lastNameEnd = scalars.indices.last { isNameEnd($0) }
  private(set) var sets: [ScalarSet] = []
  private var places: [ScalarSet: Int32] = [:]

  struct Flags {
    var ignoresCase = false
    var dotTakesNewline = false
    var isMultiline = false
    /// Whether a repetition is lazy where no `?` follows, and greedy where one does.
    var isLazy = false
  }

  /// A group that is not closed yet.
  struct Level {
    var flags = Flags()
    /// Which group it is of those that capture.
    var number: Int?
    /// The alternatives that a `|` has ended.
    var options: [Fragment] = []
    /// The parts of the alternative that is being read.
    var pieces: [Fragment] = []
  }

  init(_ text: String, limits: PatternLimits) {
    scalars = Array(text.unicodeScalars)
    self.limits = limits
  }

  /// The character so far ahead; nil past the end.
  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  /// Steps over a text where it comes next.
  mutating func take(_ text: StaticString) -> Bool {
    var end = position
    for scalar in text.description.unicodeScalars {
      guard end < scalars.count, scalars[end] == scalar else { return false }
      end += 1
    }
    position = end
    return true
  }

  /// Whether a `:]` begins at a place.
  func isNameEnd(_ place: Int) -> Bool {
    place + 1 < scalars.count && scalars[place] == ":" && scalars[place + 1] == "]"
  }

  /// What was written from a place to here.
  func written(from start: Int) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[start..<position])
    return text
  }

  /// Reads the pattern.
  mutating func parse() throws(PatternError) -> Fragment {
    var followsRepetition = false
    while let scalar = peek() {
      if let repetition = try repetition(scalar) {
        if followsRepetition { throw .repeatedTwice }
        try repeatLast(repetition)
        followsRepetition = true
      } else {
        followsRepetition = false
        try part(scalar)
      }
    }
    guard outer.isEmpty else { throw .unclosedGroup }
    return try closeLevel()
  }

  private mutating func part(_ scalar: Unicode.Scalar) throws(PatternError) {
    switch scalar {
    case "(": return try openGroup()
    case ")": return try closeGroup()
    case "[": return try add(bracketed())
    case "\\": return try escape()
    default: position += 1
    }
    let flags = level.flags
    switch scalar {
    case "|": endOption()
    case ".": try add(flags.dotTakesNewline ? .any : .notNewline)
    case "^": try add(.check(flags.isMultiline ? .lineStart : .textStart), isNullable: true)
    case "$": try add(.check(flags.isMultiline ? .lineEnd : .textEnd), isNullable: true)
    default: try add(literal: scalar.value)
    }
  }

  /// Adds one character, in all cases where case does not matter.
  mutating func add(literal value: UInt32) throws(PatternError) {
    guard level.flags.ignoresCase, let others = Cases.others[value] else {
      return try add(.character(value))
    }
    try add(ScalarSet(([value] + others).map { $0...$0 }))
  }

  /// Adds one character of a set. Equal sets are kept once.
  mutating func add(_ set: ScalarSet) throws(PatternError) {
    if let only = set.only { return try add(.character(only)) }
    if let known = places[set] { return try add(.set(known)) }
    let place = Int32(sets.count)
    sets.append(set)
    places[set] = place
    try add(.set(place))
  }

  /// Adds a step, which takes a character unless it is said that it takes none.
  mutating func add(
    _ instruction: Instruction, isNullable: Bool = false
  ) throws(PatternError) {
    try limits.pay(steps: 1)
    level.pieces.append(Fragment([instruction], isNullable: isNullable))
  }
}
