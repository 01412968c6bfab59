/// An exact decimal number: `coefficient` × 10^−`scale`, with up to 38 digits.
///
/// Numbers of equal value are equal whatever their scale (`1.0 == 1.00`), the scale being kept
/// only for display. Arithmetic that would leave the range throws; nothing ever wraps or rounds
/// unless the caller names a rounding.
public struct Decimal: Sendable {
  /// The digits with their sign.
  public let coefficient: Int128
  /// How many of the digits stand behind the point: 0 to 38.
  public let scale: Int

  /// The largest scale.
  public static let maximumScale = 38

  /// A number from digits and the place of the point. `scale` must be 0 to 38.
  public init(coefficient: Int128, scale: Int) {
    precondition((0...Self.maximumScale).contains(scale), "decimal scale out of range")
    self.coefficient = coefficient
    self.scale = scale
  }

  /// A whole number.
  public init(_ value: some FixedWidthInteger & SignedInteger) {
    self.init(coefficient: Int128(value), scale: 0)
  }

  /// Zero.
  public static let zero = Decimal(0)

  /// −1, 0 or 1.
  public var signum: Int { Int(coefficient.signum()) }

  /// The number with the other sign; throws at the edge of the range.
  public func negated() throws(ExactError) -> Decimal {
    let (value, overflow) = Int128(0).subtractingReportingOverflow(coefficient)
    guard !overflow else { throw .overflow }
    return Decimal(coefficient: value, scale: scale)
  }

  /// The same number without zeros at the end.
  public var normalized: Decimal {
    var (digits, places) = (coefficient, scale)
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    return Decimal(coefficient: digits, scale: places)
  }
}

/// What exact arithmetic refuses.
public enum ExactError: Error, Sendable, Hashable {
  /// The result has more than 38 digits.
  case overflow
  /// The divisor is zero.
  case divisionByZero
  /// The number has digits that the wanted scale cannot hold.
  case inexact
}

extension Decimal: Hashable, Comparable {
  /// Whether the values are equal, whatever their scales.
  public static func == (left: Decimal, right: Decimal) -> Bool { left.compared(to: right) == 0 }

  /// Whether the left number is smaller; exact for all decimals.
  public static func < (left: Decimal, right: Decimal) -> Bool { left.compared(to: right) < 0 }

  /// −1, 0 or 1 as the number is below, equal to or above the other.
  public func compared(to other: Decimal) -> Int {
    if scale == other.scale {
      return coefficient == other.coefficient ? 0 : coefficient < other.coefficient ? -1 : 1
    }
    let left = Wide(coefficient, timesTenTo: max(0, other.scale - scale))
    let right = Wide(other.coefficient, timesTenTo: max(0, scale - other.scale))
    return left == right ? 0 : left < right ? -1 : 1
  }

  /// Feeds the value to a hasher, the same for equal numbers of different scales.
  public func hash(into hasher: inout Hasher) {
    let same = normalized
    hasher.combine(same.coefficient)
    hasher.combine(same.scale)
  }
}

extension Decimal: CustomStringConvertible {
  /// The number as written in a ledger, with all digits of its scale: `-1234.50`.
  public var description: String {
    let digits = String(coefficient.magnitude)
    let sign = coefficient < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }

  /// Reads `-?digits[.digits]` and nothing else; nil for other shapes and for over 38 digits.
  public init?(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  /// Reads `-?digits[.digits]` from UTF-8 bytes and nothing else; nil for other shapes and for
  /// over 38 digits.
  public init?(utf8: some Sequence<UInt8>) {
    var negative = false
    var seenPoint = false
    var digits = 0
    var places = 0
    var value: Int128 = 0
    for (index, byte) in utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: ".") where !seenPoint && digits > 0: seenPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (tens, over) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(Int128(byte &- UInt8(ascii: "0")))
        guard !over, !carry else { return nil }
        value = sum
        digits += 1
        if seenPoint { places += 1 }
      default: return nil
      }
    }
    guard digits > 0, !seenPoint || places > 0, places <= Self.maximumScale else { return nil }
    self.init(coefficient: negative ? -value : value, scale: places)
  }
}
