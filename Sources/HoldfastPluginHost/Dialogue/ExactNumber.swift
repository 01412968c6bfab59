internal import Exact
internal import JSONText

/// Numbers of a reply that are no counts: texts, exact to the last digit. What is none is of the
/// kind `value`.
enum ExactNumber {
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// A decimal, such as `-12.50`.
  static func decimal(_ value: JSONValue, _ name: String) throws(PluginFault) -> Decimal {
    guard let text = value.text, let number = decimal(text) else {
      throw .reply(.value, "\(name) is no exact decimal of at most 38 digits, written as a text")
    }
    return number
  }

  /// A decimal or a fraction, such as `2/3`.
  static func number(_ value: JSONValue, _ name: String) throws(PluginFault) -> Rational {
    guard let text = value.text, let number = number(text) else {
      throw .reply(.value, "\(name) is no exact number of at most 38 digits, written as a text")
    }
    return number
  }

  /// The number that a text is; nil for zeros in front, a sign without need, over 38 digits.
  static func decimal(_ text: String) -> Decimal? {
    let bytes = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard text.utf8.count - bytes.count <= 1, bytes.count(where: digits.contains) <= 38,
      let first = bytes.first, first != UInt8(ascii: "0") || !isDigit(bytes.dropFirst().first)
    else { return nil }
    return Decimal(text)
  }

  private static func number(_ text: String) -> Rational? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return decimal(text).map { Rational($0) } }
    guard let top = decimal(parts[0]), let bottom = decimal(parts[1]), bottom.signum > 0,
      !text.utf8.contains(UInt8(ascii: "."))
    else { return nil }
    return try? Rational(top, over: bottom)
  }

  private static func isDigit(_ byte: UInt8?) -> Bool { byte.map(digits.contains) ?? false }
}
