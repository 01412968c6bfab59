/// All that can be wrong with a pattern.
extension PatternError {
  static let unopenedGroup = PatternError(
    "a ')' has no '(' before it", help: "write '\\)' for the character")

  static let unclosedGroup = PatternError(
    "a '(' has no ')' after it", help: "write '\\(' for the character")

  static let unclosedClass = PatternError(
    "a '[' has no ']' after it", help: "write '\\[' for the character")

  static let unclosedName = PatternError(
    "a '\\p{' has no '}' after it", help: "write a category or a script, as in \\p{Greek}")

  static let tooDeep = PatternError(
    "its brackets are nested too deep",
    help: "put at most \(PatternLimits.depth) '(' inside one another")

  static let badGroupName = PatternError(
    "the name of a group is not valid",
    help: "use letters from a to z, digits and '_', as in (?P<year>...)")

  static func unsupportedGroup(_ written: String) -> PatternError {
    PatternError(
      "'\(shown(written))' is not supported",
      help: "there is no looking ahead or behind; only (?:...), (?i), (?s), (?m), (?U) and names")
  }

  static func nothingToRepeat(_ written: String) -> PatternError {
    PatternError(
      "'\(shown(written))' has nothing before it to repeat",
      help: "write '\\\(written.prefix(1))' for the character")
  }

  static let repeatedTwice = PatternError(
    "two repetitions stand one after the other",
    help: "put the first in brackets, as in (?:a*)*")

  static func repetitionTooLarge(_ written: String) -> PatternError {
    PatternError(
      "the repetition '\(shown(written))' is too large",
      help: "use numbers up to \(PatternLimits.copies)")
  }

  static func repetitionWrongWay(_ written: String) -> PatternError {
    PatternError(
      "the repetition '\(shown(written))' is the wrong way round",
      help: "write the smaller number first")
  }

  static let repetitionsMultiply = PatternError(
    "repetitions inside one another ask for more than \(PatternLimits.copies) copies",
    help: "use smaller numbers in {...}: those of (a{10}){20} ask for 200")

  static let tooManySteps = PatternError(
    "it needs too many steps", help: "use smaller numbers in {...}, or a shorter pattern")

  static let tooManyRanges = PatternError(
    "its classes are too large", help: "use fewer names such as \\p{L}, or leave out (?i)")

  static func rangeWrongWay(_ low: String, _ high: String) -> PatternError {
    PatternError(
      "the range '\(shown(low))-\(shown(high))' is the wrong way round",
      help: "write '\(shown(high))-\(shown(low))', or '\\-' for the hyphen")
  }

  static func unknownClass(_ written: String) -> PatternError {
    PatternError(
      "'\(shown(written))' is not a class", help: "use [:alpha:], [:digit:] or [:space:]")
  }

  static func unknownName(_ written: String) -> PatternError {
    PatternError(
      "'\(shown(written))' names no category and no script",
      help: "use a category such as \\p{L} or \\p{Lu}, or a script such as \\p{Greek}")
  }

  static let trailingBackslash = PatternError(
    "it ends with a backslash", help: "write '\\\\' for the character")

  static let badHexadecimal = PatternError(
    "'\\x' has no number of a character after it",
    help: "write two digits as in \\x41, or \\x{20AC}")

  static func unsupportedEscape(_ written: String) -> PatternError {
    PatternError("'\(shown(written))' is not supported", help: escapeHelp(written))
  }

  private static func escapeHelp(_ written: String) -> String {
    switch written.unicodeScalars.last {
    case .some("1"..."9"):
      "what a group holds cannot be asked for again; write '\\\\' for a backslash"
    case "C": "write '.' for any character, or '\\\\' for a backslash"
    case "Z": "write '\\z' for the end of the text, or '\\\\' for a backslash"
    case "G": "write '\\A' for the beginning of the text, or '\\\\' for a backslash"
    default: "write '\\\\' for a backslash"
    }
  }

  /// What was written, cut where it is too long to read. What would move the text around it is
  /// shown by its number.
  private static func shown(_ written: String) -> String {
    var text = ""
    for scalar in written.unicodeScalars.prefix(40) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        text += "\\x{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return written.unicodeScalars.count <= 40 ? text : text + "..."
  }
}
