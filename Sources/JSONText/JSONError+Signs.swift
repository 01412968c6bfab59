extension JSONError {
  /// A sign that may not stand there: the common slips each get their own advice.
  static func sign(
    _ sign: Unicode.Scalar, _ wanted: JSONExpectation, hidden: Bool
  ) -> (message: String, help: String) {
    switch (sign, wanted) {
    case ("]", .item): return ("a comma stands before ']'", "remove the comma before ']'")
    case ("}", .key): return ("a comma stands before '}'", "remove the comma before '}'")
    case (",", .item), (",", .key), (",", .itemOrEnd), (",", .keyOrEnd):
      return ("a comma stands where \(wanted.words) should", "remove the comma")
    case ("]", .commaOrObjectEnd), ("]", .keyOrEnd), ("]", .key):
      return ("']' stands where the object is still open", "close it with '}' first")
    case ("}", .commaOrListEnd), ("}", .itemOrEnd), ("}", .item):
      return ("'}' stands where the list is still open", "close it with ']' first")
    case ("'", _): return ("a single quote stands where \(wanted.words) should", Self.quotes)
    case ("\u{201C}", _), ("\u{201D}", _), ("\u{2018}", _), ("\u{2019}", _):
      return ("a curly quote stands where \(wanted.words) should", Self.quotes)
    case ("/", _), ("#", _):
      return (
        "\(name(sign)) stands where \(wanted.words) should", "remove comments: JSON has none"
      )
    case ("\u{FEFF}", _):
      return ("a byte order mark stands inside the text", "remove it: files were joined here")
    case ("\u{A0}", _):
      return ("a no-break space stands between the values", "put a plain space there")
    case ("\u{0}", _):
      return (
        "a zero byte stands where \(wanted.words) should", "save the file as UTF-8, not UTF-16"
      )
    case ("=", .colon), (";", _): return plain(sign, wanted, "put \(wanted.sign) there", hidden)
    case (_, .nothing):
      return (
        "more text stands behind the value, beginning with \(shown(sign, hidden))",
        sign == "{" ? "put each object on a line of its own, and declare kind: ndjson" : "remove it"
      )
    default: return plain(sign, wanted, wanted.advice, hidden)
    }
  }

  /// Letters without quotes.
  static func word(
    _ word: String, _ wanted: JSONExpectation, hidden: Bool
  ) -> (message: String, help: String) {
    let name = hidden ? "a word without quotes" : "'\(word)'"
    if wanted.allowsKey {
      return ("\(name) stands where a key should", "put keys in double quotes")
    }
    guard wanted.allowsValue else {
      return ("\(name) stands where \(wanted.words) should", wanted.advice)
    }
    switch word.lowercased() {
    case "true", "false", "null":
      return ("\(name) is no JSON value", "write it in small letters")
    case "none", "undefined", "nil", "nan", "inf", "infinity", "na":
      return ("\(name) is no JSON value", "write null where a value is not known")
    default: return ("\(name) is no JSON value", "put texts in double quotes")
    }
  }

  private static let quotes = "use straight double quotes: \""

  private static func plain(
    _ sign: Unicode.Scalar, _ wanted: JSONExpectation, _ help: String, _ hidden: Bool
  ) -> (message: String, help: String) {
    ("\(shown(sign, hidden)) stands where \(wanted.words) should", help)
  }

  private static func shown(_ sign: Unicode.Scalar, _ hidden: Bool) -> String {
    hidden && !"{}[],:\"".unicodeScalars.contains(sign) ? "another sign" : name(sign)
  }
}

extension JSONExpectation {
  /// What is wanted, in a sentence.
  var words: String {
    switch self {
    case .value, .item, .memberValue, .nextValue: "a value"
    case .itemOrEnd: "a value or ']'"
    case .keyOrEnd: "a key or '}'"
    case .key: "a key"
    case .colon: "':'"
    case .commaOrListEnd: "',' or ']'"
    case .commaOrObjectEnd: "',' or '}'"
    case .nothing: "nothing more"
    }
  }

  /// The sign that is most likely missing.
  var sign: String { self == .colon ? "':'" : "','" }

  /// What to do where something else stands.
  var advice: String {
    switch self {
    case .value, .nextValue: "a record begins with '{', a list with '['"
    case .item, .memberValue, .itemOrEnd:
      "write a text in double quotes, a number, true, false, null, a list or an object"
    case .key, .keyOrEnd: "put keys in double quotes"
    case .colon: "put ':' between a key and its value"
    case .commaOrListEnd: "put ',' between values, or close the list with ']'"
    case .commaOrObjectEnd: "put ',' between members, or close the object with '}'"
    case .nothing: "remove it"
    }
  }
}
