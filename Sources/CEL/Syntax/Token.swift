/// A word of an expression.
struct Token: Sendable {
  enum Kind: Sendable, Hashable {
    case identifier(String)
    /// A field name in backquotes.
    case quotedIdentifier(String)
    case int(UInt64)
    case uint(UInt64)
    case double(Double, text: String)
    case string(String)
    case bytes([UInt8])
    /// An operator, bracket or one of the words `in`, `true`, `false`, `null`.
    case symbol(Symbol)
    case end
  }

  let kind: Kind
  let range: Range<Int>
}

/// Operators, brackets and the words that are no names.
enum Symbol: String, Sendable, CaseIterable {
  case orOr = "||", andAnd = "&&", equal = "==", notEqual = "!=", lessEqual = "<="
  case greaterEqual = ">=", less = "<", greater = ">", plus = "+", minus = "-", times = "*"
  case slash = "/", percent = "%", not = "!", question = "?", colon = ":", comma = ","
  case dot = ".", openParen = "(", closeParen = ")", openBracket = "[", closeBracket = "]"
  case openBrace = "{", closeBrace = "}"
  case isIn = "in"
  case isTrue = "true", isFalse = "false", null = "null"

  /// The symbols of punctuation, longest first.
  static let punctuation = allCases.prefix { $0 != .isIn }.map { ($0, Array($0.rawValue.utf8)) }
  /// The symbols that are words.
  static let words: [String: Symbol] = [
    "in": .isIn, "true": .isTrue, "false": .isFalse, "null": .null,
  ]
}

/// Words that are kept for other languages: no names, but allowed after a dot.
let reservedWords: Set<String> = [
  "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
  "namespace", "package", "return", "var", "void", "while",
]
