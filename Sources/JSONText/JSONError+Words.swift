public import Diagnostics

extension JSONError {
  /// The error as a message of a file. Where its content is `hidden` nothing of it is shown.
  public func diagnostic(file: String, hidden: Bool = false) -> Diagnostic {
    let words = words(hidden: hidden)
    return Diagnostic(
      .error, words.message + ", at column \(place.column)",
      at: .record(
        file: file, line: place.line, column: nil,
        shown: hidden || excerpt.isEmpty ? nil : excerpt),
      help: words.help)
  }

  /// What is wrong, and what to do, without the place.
  public func words(hidden: Bool = false) -> (message: String, help: String) {
    switch kind {
    case .notUTF8(let byte): Self.notUTF8(byte)
    case .utf16: ("the file is in UTF-16, which JSON is not written in", "save it as UTF-8")
    case .end(let wanted, let ofLine): Self.end(wanted, ofLine)
    case .endInText:
      (
        "the text in quotes that begins here is never closed",
        "close it with '\"'; if the file was cut off, fetch it again"
      )
    case .sign(let sign, let wanted): Self.sign(sign, wanted, hidden: hidden)
    case .word(let word, let wanted): Self.word(word, wanted, hidden: hidden)
    case .number(let fault): fault.words
    case .control(let byte): Self.control(byte)
    case .escape(let letter):
      (
        "a backslash stands before \(hidden ? "a letter" : Self.name(letter)), which means nothing",
        "write '\\\\' for a backslash itself"
      )
    case .unicodeEscape:
      (
        "'\\u' is not followed by four hexadecimal digits",
        "write for instance \\u00a3 for a pound sign"
      )
    case .halfPair:
      (
        "half of a pair of '\\u' escapes stands alone, which is no letter",
        "write both halves, or the letter itself in UTF-8"
      )
    case .doubleKey(let key):
      (
        "\(hidden ? "a key" : "the key '\(key.shortened)'") stands twice in one object",
        "remove one of them: nobody can know which is meant"
      )
    case .tooDeep(let limit):
      ("more than \(limit) objects and lists stand one inside another", Self.check)
    case .tokenTooLong(let limit): ("a text or number is longer than \(limit) bytes", Self.check)
    case .tooManyKeys(let limit): ("an object has more than \(limit) keys", Self.check)
    case .keysTooLong(let limit):
      ("the keys of the objects that are open take more than \(limit) bytes", Self.check)
    case .valueTooLong(let limit): ("a value is longer than \(limit) bytes", Self.split)
    case .tooManyValues(let limit): ("a value holds more than \(limit) values", Self.split)
    }
  }

  private static let check = "check that this is the file you mean"
  private static let split = "split the file into smaller records"
  private static let cutOff = "if the file was cut off, fetch it again"

  private static func end(_ wanted: JSONExpectation, _ ofLine: Bool) -> (String, String) {
    guard ofLine else { return ("the text ends where \(wanted.words) should stand", cutOff) }
    return (
      "the line ends where \(wanted.words) should stand",
      "put each record on one line; declare kind: json if the whole file is one value"
    )
  }

  private static func notUTF8(_ byte: UInt8) -> (String, String) {
    let name = "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    return ("byte \(name) is not UTF-8, which JSON is written in", "save the file as UTF-8")
  }

  private static func control(_ byte: UInt8) -> (String, String) {
    switch byte {
    case 0x0A, 0x0D:
      (
        "a text in quotes goes over the end of a line",
        "close it with '\"', or write \\n for a line end"
      )
    case 0x09: ("a tab stands inside a text in quotes", "write \\t")
    default:
      (
        "the control character U+\(String(byte, radix: 16, uppercase: true)) stands inside a text",
        "remove it, or write it as \\u and four digits"
      )
    }
  }

  /// A sign as a message shows it.
  static func name(_ sign: Unicode.Scalar) -> String {
    switch sign {
    case "'": return "a single quote"
    case "\"": return "a text in quotes"
    case "\u{0}": return "a zero byte"
    default:
      let isShown = sign.value > 0x20 && sign.value != 0x7F && sign != "\u{FFFD}"
      return isShown ? "'\(sign)'" : "the sign U+\(String(sign.value, radix: 16, uppercase: true))"
    }
  }
}

extension JSONError.NumberFault {
  fileprivate var words: (String, String) {
    switch self {
    case .leadingZero:
      (
        "a number begins with a zero that means nothing",
        "remove it, or put a code in quotes: \"02134\""
      )
    case .plus: ("a number begins with '+'", "remove the '+'")
    case .noDigitBefore: ("no digit stands before the point of a number", "write 0.5, not .5")
    case .noDigitBehind: ("no digit stands behind the point of a number", "write 5 or 5.0, not 5.")
    case .noExponent: ("the exponent of a number has no digits", "write for instance 1e3")
    case .minusAlone:
      ("a minus sign stands without a number", "write the number directly behind it")
    case .glued:
      (
        "a number is followed directly by a letter or a point",
        "put codes, dates and amounts with signs in quotes"
      )
    }
  }
}

extension String {
  /// A word of a stranger, cut to what a message needs.
  fileprivate var shortened: String {
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: unicodeScalars.prefix(60))
    return String(letters) + (unicodeScalars.count > 60 ? "..." : "")
  }
}
