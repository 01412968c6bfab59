extension PatternParser {
  /// Reads `(...)` in all of its forms.
  mutating func group() throws(PatternError) -> PatternNode {
    position += 1
    let outer = flags
    var number: Int?
    if take("?") {
      if take("P<") || (peek() == "<" && peek(1) != "=" && peek(1) != "!" && take("<")) {
        try groupName()
        number = nextGroup()
      } else if try !flagsOpenGroup() {
        return .empty
      }
    } else {
      number = nextGroup()
    }
    let inner = try alternatives()
    guard take(")") else {
      throw PatternError("a '(' has no ')' after it", help: "write '\\(' for the character")
    }
    flags = outer
    return number.map { .group(inner, $0) } ?? inner
  }

  private mutating func groupName() throws(PatternError) {
    let start = position
    while let scalar = peek(), ScalarSet.word.contains(scalar) { position += 1 }
    guard position > start, take(">") else {
      throw PatternError("the name of a group is not valid")
    }
  }

  /// Reads flags after `(?`; false where they stand alone, as in `(?i)`.
  private mutating func flagsOpenGroup() throws(PatternError) -> Bool {
    var sets = true
    while let scalar = peek() {
      position += 1
      switch scalar {
      case "i": flags.ignoresCase = sets
      case "s": flags.dotTakesNewline = sets
      case "m": flags.isMultiline = sets
      case "U": flags.isLazy = sets
      case "-" where sets: sets = false
      case ":": return true
      case ")": return false
      default:
        throw PatternError(
          "'(?\(scalar)' is not supported",
          help: "there is no looking ahead or behind; only (?:...), (?i), (?s), (?m) and names")
      }
    }
    throw PatternError("a '(' has no ')' after it", help: "write '\\(' for the character")
  }
}
