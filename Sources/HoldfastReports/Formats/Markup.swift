/// Text inside a language of markup.
enum Markup {
  /// The text with markup escaped, and every other character as `other` writes it.
  static func escaped(_ text: String, other: (Unicode.Scalar) -> String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result += other(scalar)
      }
    }
    return result
  }
}
