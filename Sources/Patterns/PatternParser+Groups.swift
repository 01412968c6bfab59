extension PatternParser {
  /// Reads `(` and what says which kind of group begins; or flags that stand alone, as in `(?i)`.
  mutating func openGroup() throws(PatternError) {
    let start = position
    position += 1
    guard take("?") else { return try open(capturing: true, flags: level.flags) }
    if take("P<") || (!comesLookbehind && take("<")) {
      try groupName()
      return try open(capturing: true, flags: level.flags)
    }
    try flagsOrGroup(from: start)
  }

  /// Whether `<=` or `<!` comes next, which begins no name.
  private var comesLookbehind: Bool { peek() == "<" && (peek(1) == "=" || peek(1) == "!") }

  private mutating func open(capturing: Bool, flags: Flags) throws(PatternError) {
    guard outer.count < PatternLimits.depth else { throw .tooDeep }
    outer.append(level)
    if capturing { groups += 1 }
    level = Level(flags: flags, number: capturing ? groups : nil)
  }

  private mutating func groupName() throws(PatternError) {
    let start = position
    while let scalar = peek(), scalar != ">" { position += 1 }
    let name = scalars[start..<position]
    guard !name.isEmpty, name.allSatisfy({ $0.isLetterOrDigit || $0 == "_" }), take(">") else {
      throw .badGroupName
    }
  }

  /// Reads flags after `(?`, to the `:` that opens a group or the `)` after which they hold.
  private mutating func flagsOrGroup(from start: Int) throws(PatternError) {
    var flags = level.flags
    var sets = true
    var isComplete = true
    while let scalar = peek() {
      position += 1
      switch scalar {
      case "i": flags.ignoresCase = sets
      case "s": flags.dotTakesNewline = sets
      case "m": flags.isMultiline = sets
      case "U": flags.isLazy = sets
      case "-" where sets: sets = false
      case ":" where isComplete: return try open(capturing: false, flags: flags)
      case ")" where isComplete:
        level.flags = flags
        return
      default:
        // Of what looks ahead or behind both characters tell.
        if scalar == "<" { position = min(position + 1, scalars.count) }
        throw .unsupportedGroup(written(from: start))
      }
      isComplete = scalar != "-"
    }
    throw .unclosedGroup
  }

  /// Ends an alternative at `|`.
  mutating func endOption() {
    level.options.append(Fragment(sequence: level.pieces))
    level.pieces = []
  }

  mutating func closeGroup() throws(PatternError) {
    guard !outer.isEmpty else { throw .unopenedGroup }
    position += 1
    let number = level.number
    let inside = try closeLevel()
    level = outer.removeLast()
    // Only the first group is ever asked for.
    if number == 1 { try limits.pay(steps: 2) }
    level.pieces.append(number == 1 ? inside.marked : inside)
  }

  /// Ends the last alternative, and gives what has been read.
  mutating func closeLevel() throws(PatternError) -> Fragment {
    endOption()
    let options = level.options
    let before = options.reduce(0) { $0 + $1.code.count }
    try limits.pay(steps: Fragment.length(ofOptions: options) - before)
    return Fragment(options: options)
  }
}
