/// Numbers with an exponent as plain decimals.
public enum PlainNumber {
  /// The number without exponent, every digit as written; nil where that has more than `limit`
  /// digits, or the text is no JSON number.
  ///
  /// `1.5e3` is `1500`, `25e-1` is `2.5`, `-0` stays `-0`; a number without exponent stays as it is.
  public static func text(_ number: String, limit: Int = 400) -> String? {
    let bytes = Array(number.utf8)
    guard let e = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
      return bytes.count <= limit + 2 ? number : nil
    }
    let isNegative = bytes.first == UInt8(ascii: "-")
    let mantissa = bytes[(isNegative ? 1 : 0)..<e]
    let parts = mantissa.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : []
    let digits = Array(parts.joined())
    guard digits.count <= limit else { return nil }
    // Zero stays zero whatever the exponent, however large.
    guard digits.contains(where: { $0 != 0x30 }) else { return isNegative ? "-0" : "0" }
    guard let exponent = exponent(bytes[(e + 1)...]) else { return nil }
    let (shift, overflow) = exponent.subtractingReportingOverflow(fraction.count)
    guard !overflow, let plain = shifted(digits, by: shift, limit) else { return nil }
    return (isNegative ? "-" : "") + plain
  }

  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Whole digits times ten to the power of `shift`.
  private static func shifted(_ digits: [UInt8], by shift: Int, _ limit: Int) -> String? {
    guard shift < 0 else {
      guard shift <= limit, digits.count + shift <= limit else { return nil }
      return trimmed(digits + Array(repeating: 0x30, count: shift))
    }
    guard shift >= -limit else { return nil }
    let places = -shift
    let padding = max(0, places + 1 - digits.count)
    let padded = Array(repeating: UInt8(0x30), count: padding) + digits
    guard padded.count <= limit else { return nil }
    let fraction = String(decoding: padded.suffix(places), as: UTF8.self)
    return trimmed(Array(padded.dropLast(places))) + "." + fraction
  }

  /// Digits without zeros in front.
  private static func trimmed(_ digits: [UInt8]) -> String {
    let rest = digits.drop { $0 == 0x30 }
    return rest.isEmpty ? "0" : String(decoding: rest, as: UTF8.self)
  }
}
