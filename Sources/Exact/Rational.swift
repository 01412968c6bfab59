/// An exact fraction of two 128-bit integers, in lowest terms, the denominator above zero.
///
/// Comparisons never overflow; arithmetic throws where a term would leave 128 bits.
public struct Rational: Sendable, Hashable {
  /// The number above the line, with the sign.
  public let numerator: Int128
  /// The number below the line, above zero.
  public let denominator: Int128

  /// A fraction; throws where the denominator is zero.
  public init(_ numerator: Int128, _ denominator: Int128) throws(ExactError) {
    guard denominator != 0 else { throw .divisionByZero }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let top = numerator.magnitude / divisor
    let bottom = denominator.magnitude / divisor
    guard top <= Int128.max.magnitude, bottom <= Int128.max.magnitude else { throw .overflow }
    let negative = (numerator < 0) != (denominator < 0)
    self.numerator = negative ? -Int128(top) : Int128(top)
    self.denominator = Int128(bottom)
  }

  /// A whole number.
  public init(_ value: Int) {
    numerator = Int128(value)
    denominator = 1
  }

  /// A decimal as a fraction.
  public init(_ value: Decimal) {
    let same = value.normalized
    let bottom = powerOfTen(same.scale)
    let divisor = Int128(greatestCommonDivisor(same.coefficient.magnitude, bottom.magnitude))
    numerator = same.coefficient / divisor
    denominator = bottom / divisor
  }

  /// Zero.
  public static let zero = Rational(0)

  /// The quotient of two decimals; throws where the second is zero.
  public init(_ numerator: Decimal, over denominator: Decimal) throws(ExactError) {
    let scale = max(numerator.scale, denominator.scale)
    try self.init(numerator.digits(at: scale), denominator.digits(at: scale))
  }
}

extension Rational: Comparable {
  /// Whether the left number is smaller; exact for all fractions.
  public static func < (left: Rational, right: Rational) -> Bool {
    Wide(left.numerator, times: right.denominator) < Wide(right.numerator, times: left.denominator)
  }
}

extension Rational {
  /// −1, 0 or 1.
  public var signum: Int { Int(numerator.signum()) }

  /// The sum.
  public func adding(_ other: Rational) throws(ExactError) -> Rational {
    let shared = Int128(
      greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let left = try product(numerator, other.denominator / shared)
    let right = try product(other.numerator, denominator / shared)
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw .overflow }
    return try Rational(sum, product(denominator / shared, other.denominator))
  }

  /// The difference.
  public func subtracting(_ other: Rational) throws(ExactError) -> Rational {
    let (opposite, overflow) = Int128(0).subtractingReportingOverflow(other.numerator)
    guard !overflow else { throw .overflow }
    return try adding(Rational(opposite, other.denominator))
  }

  /// The product.
  public func multiplied(by other: Rational) throws(ExactError) -> Rational {
    let left = try Rational(numerator, other.denominator)
    let right = try Rational(other.numerator, denominator)
    return try Rational(
      product(left.numerator, right.numerator), product(left.denominator, right.denominator))
  }

  /// The quotient; throws where the other is zero.
  public func divided(by other: Rational) throws(ExactError) -> Rational {
    guard other.numerator != 0 else { throw .divisionByZero }
    return try multiplied(by: Rational(other.denominator, other.numerator))
  }

  /// The nearest decimal of a scale in the direction asked for.
  public func rounded(scale: Int, _ rounding: Rounding) throws(ExactError) -> Decimal {
    guard (0...Decimal.maximumScale).contains(scale) else { throw .overflow }
    let wide = numerator.magnitude.multipliedFullWidth(by: powerOfTen(scale).magnitude)
    guard wide.high < denominator.magnitude else { throw .overflow }
    var (quotient, remainder) = denominator.magnitude.dividingFullWidth(wide)
    let away =
      switch rounding {
      case .down: numerator < 0 && remainder != 0
      case .up: numerator > 0 && remainder != 0
      case .halfEven:
        remainder > denominator.magnitude - remainder
          || (remainder == denominator.magnitude - remainder && quotient % 2 == 1)
      }
    guard quotient < Int128.max.magnitude || (quotient == Int128.max.magnitude && !away) else {
      throw .overflow
    }
    if away { quotient += 1 }
    return Decimal(coefficient: numerator < 0 ? -Int128(quotient) : Int128(quotient), scale: scale)
  }

  /// The decimal of the same value, where there is one.
  public var decimal: Decimal? {
    for scale in 0...Decimal.maximumScale where powerOfTen(scale) % denominator == 0 {
      return try? Decimal(
        coefficient: product(numerator, powerOfTen(scale) / denominator), scale: scale)
    }
    return nil
  }
}

private func product(_ left: Int128, _ right: Int128) throws(ExactError) -> Int128 {
  let (result, overflow) = left.multipliedReportingOverflow(by: right)
  guard !overflow else { throw .overflow }
  return result
}

private func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
  var (a, b) = (left, right)
  while b != 0 { (a, b) = (b, a % b) }
  return max(a, 1)
}
