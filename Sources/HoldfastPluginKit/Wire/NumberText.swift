internal import Exact

/// Numbers as the protocol spells them: decimals or fractions of at most 38 digits.
enum NumberText {
  /// A bound: exact if 38 digits hold it, else rounded in the direction that is given.
  static func bound(_ number: Rational, _ outward: Rounding) throws(PluginError) -> String {
    if let decimal = number.decimal, let text = text(decimal.normalized) { return text }
    let parts = [number.numerator, number.denominator].map { String($0.magnitude) }
    if parts.allSatisfy({ $0.count <= 38 }) {
      return (number.signum < 0 ? "-" : "") + parts.joined(separator: "/")
    }
    for scale in stride(from: 36, through: 0, by: -1) {
      if let rounded = try? number.rounded(scale: scale, outward), let text = text(rounded) {
        return text
      }
    }
    throw PluginError(.data, "the measurement has more than 38 digits")
  }

  /// A number that has to be told to its last digit.
  static func decimal(_ number: Decimal, _ name: String) throws(PluginError) -> String {
    guard let text = text(number.normalized) else {
      throw PluginError(.data, "the \(name) has more than 38 digits")
    }
    return text
  }

  /// Nil where it has over 38 digits.
  private static func text(_ number: Decimal) -> String? {
    let text = number.description
    return text.utf8.count(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) <= 38
      ? text : nil
  }
}
