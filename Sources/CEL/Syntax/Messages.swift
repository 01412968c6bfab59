import Diagnostics

/// What is said about mistakes in the spelling of an expression, one message each.
enum Messages {
  static func empty() -> Issue {
    Issue("the expression is empty", at: 0..<0, help: "write a condition or a value")
  }

  static func tooLong(_ bytes: Int, limit: Int) -> Issue {
    Issue(
      "the expression has \(bytes) bytes, over the limit of \(limit)", at: 0..<0,
      help: "move parts of it into definitions")
  }

  static func tooManyNodes(_ limit: Int, at range: Range<Int>) -> Issue {
    Issue(
      "the expression has more than \(limit) parts", at: range,
      help: "move parts of it into definitions")
  }

  static func tooHigh(_ limit: Int, at range: Range<Int>) -> Issue {
    Issue(
      "more than \(limit) operations build on each other here", at: range,
      help: "use a list with 'in', 'exists' or 'all', or move parts into definitions")
  }

  static func tooDeep(_ limit: Int, at range: Range<Int>) -> Issue {
    Issue(
      "brackets are nested more than \(limit) levels deep here", at: range,
      help: "move parts of the expression into definitions")
  }

  static func strangeCharacter(_ character: String, at start: Int) -> Issue {
    Issue(
      "the character '\(Diagnostic.printable(character))' has no meaning in an expression",
      at: start..<start + character.utf8.count,
      help: "put text in quotes; names are made of letters without accents, digits and '_'")
  }

  static func doubleTooLarge(_ text: String, at range: Range<Int>) -> Issue {
    Issue(
      "the number \(Diagnostic.printable(text, limit: 60)) is too large", at: range,
      help: "floating-point numbers go up to 1.7976931348623157e308")
  }

  static func strangeFieldCharacter(_ character: String, at start: Int) -> Issue {
    Issue(
      "a field name in backquotes cannot hold '\(Diagnostic.printable(character))'",
      at: start..<start + character.utf8.count,
      help: "use letters, digits, '_', '.', '-', '/' and blanks, or write [\"...\"]")
  }

  static func openBackquote(at start: Int) -> Issue {
    Issue("the field name has no closing backquote", at: start..<start + 1, help: "write a.`b-c`")
  }

  static func otherOperator(_ wrong: String, write right: String, at start: Int) -> Issue {
    Issue(
      "'\(wrong)' is not an operator", at: start..<start + wrong.utf8.count,
      help: "write '\(right)'")
  }

  static func smartQuote(_ mark: String, at range: Range<Int>) -> Issue {
    Issue(
      "the curly quote \(mark) does not begin a text", at: range,
      help: "use the straight quotes \" or '")
  }

  static func openString(isTriple: Bool, at range: Range<Int>) -> Issue {
    Issue(
      "the text that begins here has no closing quote", at: range,
      help: isTriple ? "close it with three quotes" : "close it on this line")
  }

  static func badEscape(_ escape: String, at range: Range<Int>) -> Issue {
    Issue(
      "'\(Diagnostic.printable(escape))' is not an escape", at: range,
      help: "write '\\\\' for a backslash, or put r in front of the quote to keep backslashes")
  }

  static func badNumber(_ text: String, at range: Range<Int>) -> Issue {
    Issue(
      "'\(Diagnostic.printable(text))' is not a number", at: range,
      help: "write 12, 12.5 or 0x1F; put codes and names in quotes")
  }

  static func numberTooLarge(_ text: String, at range: Range<Int>) -> Issue {
    Issue(
      "the number \(Diagnostic.printable(text, limit: 60)) is too large for a whole number",
      at: range,
      help: "write it with a point, as in 1.0, or as decimal(\"...\")")
  }

  static func reserved(_ word: String, at range: Range<Int>) -> Issue {
    Issue("reserved identifier: \(word)", at: range, help: "choose another name")
  }

  /// `a and b`, `not a` and their like, where a name is followed by what only an operator could be.
  static func wordOperator(_ token: Token, before next: Token) -> Issue? {
    guard case .identifier(let word) = token.kind, word.lowercased() == "not" else { return nil }
    switch next.kind {
    case .identifier, .symbol(.isTrue), .symbol(.isFalse), .int, .string, .double:
      return Issue("'\(word)' is not an operator", at: token.range, help: "write '!'")
    default: return nil
    }
  }

  static func unexpected(_ token: Token, expected: String) -> Issue {
    let words = [
      "and": "&&", "or": "||", "is": "==", "eq": "==", "equals": "==",
    ]
    let methods = ["like", "contains", "startswith", "endswith", "matches"]
    switch token.kind {
    case .end:
      return Issue(
        "the expression ends where \(expected) should follow", at: token.range,
        help: "write the rest of it: a column, a number, or a text in quotes")
    case .identifier(let word):
      if let symbol = words[word.lowercased()] {
        return Issue("'\(word)' is not an operator", at: token.range, help: "write '\(symbol)'")
      }
      let isMethod = methods.contains(word.lowercased())
      return Issue(
        "'\(word)' stands where \(expected) should follow", at: token.range,
        help: isMethod
          ? "write column.contains(\"...\"), column.startsWith(\"...\") or column.matches(\"...\")"
          : nil)
    case .symbol(.comma):
      return Issue(
        "',' stands where \(expected) should follow", at: token.range,
        help: "lists stand in square brackets, [\"a\", \"b\"]; write numbers as 1000.50")
    case .symbol(let symbol):
      return Issue("'\(symbol.rawValue)' stands where \(expected) should follow", at: token.range)
    case .quotedIdentifier:
      return Issue(
        "a name in backquotes stands where \(expected) should follow", at: token.range,
        help: "only fields have such names, as in a.`b-c`")
    case .int, .uint, .double:
      return Issue("a number stands where \(expected) should follow", at: token.range)
    default:
      return Issue("a text stands where \(expected) should follow", at: token.range)
    }
  }
}
