/// Texts as the protocol has them: not empty, of at most 500 characters, all of which can be
/// printed.
enum Printable {
  static let longest = 500

  /// A text made to fit: signs that cannot be printed become blanks.
  static func text(_ text: String) -> String {
    let signs = text.unicodeScalars.prefix(longest).map { isPrintable($0) ? $0 : " " }
    return signs.isEmpty ? "no words" : String(String.UnicodeScalarView(signs))
  }

  /// Whether a text fits as it is.
  static func isFit(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= longest
      && text.unicodeScalars.allSatisfy(isPrintable)
  }

  private static func isPrintable(_ sign: Unicode.Scalar) -> Bool {
    switch sign.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
