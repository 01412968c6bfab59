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

  static func openString(at range: Range<Int>) -> Issue {
    Issue(
      "the text that begins here has no closing quote", at: range, help: "close it on this line")
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
    Issue("'\(word)' is a reserved word", at: range, help: "choose another name")
  }

  static func noVariable(of macro: String, at range: Range<Int>) -> Issue {
    let form =
      macro == "cel.bind" ? "cel.bind(x, value, ... x ...)" : "list.\(macro)(x, ... x ...)"
    return Issue(
      "argument must be a simple name", at: range, help: "write \(form), x being any name")
  }

  static func sameVariable(_ name: String, at range: Range<Int>) -> Issue {
    Issue("duplicate variable name: \(name)", at: range, help: "give the two variables two names")
  }

  static func noBlockList(at range: Range<Int>) -> Issue {
    Issue(
      "cel.block requires the first argument to be a list literal", at: range,
      help: "write cel.block([a, b], ...), or cel.bind(name, value, ...)")
  }

  static func noBlockNumber(_ macro: String, at range: Range<Int>) -> Issue {
    Issue("\(macro) takes whole numbers from 0 to 9999 that are written out", at: range)
  }

  static func badHas(at range: Range<Int>) -> Issue {
    Issue(
      "has() takes a field of a map, as in has(m.field)", at: range,
      help: "name the map and the field with a dot between them")
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
      "and": "&&", "or": "||", "is": "==", "eq": "==", "equals": "==", "like": "matches",
    ]
    switch token.kind {
    case .end:
      return Issue(
        "the expression ends where \(expected) should follow", at: token.range,
        help: "write the rest of it: a column, a number, or a text in quotes")
    case .identifier(let word):
      if let symbol = words[word.lowercased()] {
        return Issue("'\(word)' is not an operator", at: token.range, help: "write '\(symbol)'")
      }
      return Issue("'\(word)' stands where \(expected) should follow", at: token.range)
    case .symbol(let symbol):
      return Issue("'\(symbol.rawValue)' stands where \(expected) should follow", at: token.range)
    case .int, .uint, .double:
      return Issue("a number stands where \(expected) should follow", at: token.range)
    default:
      return Issue("a text stands where \(expected) should follow", at: token.range)
    }
  }
}
