/// Texts as YAML writes them.
package enum YAMLText {
  /// A text as a value that YAML reads back as the same text: without quotes where that is safe.
  package static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// A list on one line.
  package static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  /// A mapping on one line, of values that are YAML already.
  static func mapping(_ pairs: [(key: String, value: String)]) -> String {
    pairs.isEmpty
      ? "{}" : "{ " + pairs.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }"
  }

  /// A pattern, which has backslashes: in single quotes, where they stand for themselves.
  package static func pattern(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result += needsEscape(scalar) ? escaped(scalar) : String(Character(scalar))
      }
    }
    return result + "\""
  }

  /// Letters, digits and a few harmless signs, a letter first and nothing that YAML or a reader
  /// might take for something else than a text.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.last != UInt8(ascii: " "), isLetter(first) else {
      return false
    }
    let safe = Array(" ._-/&()'+".utf8)
    guard bytes.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || safe.contains($0) })
    else { return false }
    return !words.contains(text.lowercased())
  }

  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Control signs, and signs that look like nothing or turn the direction of writing.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    case .spaceSeparator: scalar != " "
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value > 0xFFFF ? 8 : 4
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (width == 8 ? "\\U" : "\\u") + zeros + digits
  }
}
