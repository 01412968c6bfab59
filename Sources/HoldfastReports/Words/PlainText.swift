/// Text of strangers inside formats that are no markup.
enum PlainText {
  /// The text on one line: what is no letter becomes a blank, or is replaced.
  static func line(_ text: String) -> String {
    replaced(text) { $0.isLineEnd || $0 == "\t" ? " " : "\u{FFFD}" }
  }

  /// The text with its line ends, and at most `limit` letters, which it says where it is cut.
  static func block(_ text: String, limit: Int) -> String {
    let shown = replaced(text) { $0 == "\n" ? "\n" : $0 == "\r" || $0 == "\t" ? " " : "\u{FFFD}" }
    guard shown.unicodeScalars.count > limit else { return shown }
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: shown.unicodeScalars.prefix(limit))
    return String(letters) + " ... (cut)"
  }

  private static func replaced(
    _ text: String, _ replacement: (Unicode.Scalar) -> Unicode.Scalar
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let isBad = isControl || scalar.turnsText || scalar.isLineEnd
      result.append(isBad ? replacement(scalar) : scalar)
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool {
    ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(self)
  }
}
