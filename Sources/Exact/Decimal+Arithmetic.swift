extension Decimal {
  /// The sum; its scale is the larger of the two.
  public func adding(_ other: Decimal) throws(ExactError) -> Decimal {
    let scale = max(scale, other.scale)
    let (sum, overflow) = try digits(at: scale).addingReportingOverflow(other.digits(at: scale))
    guard !overflow else { throw .overflow }
    return Decimal(coefficient: sum, scale: scale)
  }

  /// The difference; its scale is the larger of the two.
  public func subtracting(_ other: Decimal) throws(ExactError) -> Decimal {
    try adding(other.negated())
  }

  /// The product; its scale is the sum of the two, less zeros at the end where that would pass 38.
  public func multiplied(by other: Decimal) throws(ExactError) -> Decimal {
    if let product = plainProduct(self, other) { return product }
    guard let product = plainProduct(normalized, other.normalized) else { throw .overflow }
    return product
  }

  private func plainProduct(_ left: Decimal, _ right: Decimal) -> Decimal? {
    let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
    let scale = left.scale + right.scale
    return overflow || scale > Self.maximumScale
      ? nil : Decimal(coefficient: product, scale: scale)
  }

  /// The quotient at a scale, rounded as asked.
  public func divided(
    by other: Decimal, scale: Int, rounding: Rounding = .halfEven
  ) throws(ExactError) -> Decimal {
    try Rational(self).divided(by: Rational(other)).rounded(scale: scale, rounding)
  }

  /// The same value at another scale; throws `inexact` where digits would be lost.
  public func rescaled(to scale: Int) throws(ExactError) -> Decimal {
    if scale >= self.scale { return Decimal(coefficient: try digits(at: scale), scale: scale) }
    let (quotient, remainder) = coefficient.quotientAndRemainder(
      dividingBy: powerOfTen(self.scale - scale))
    guard remainder == 0 else { throw .inexact }
    return Decimal(coefficient: quotient, scale: scale)
  }

  /// The value rounded to a scale.
  public func rounded(scale: Int, _ rounding: Rounding) throws(ExactError) -> Decimal {
    if scale >= self.scale { return try rescaled(to: scale) }
    return try Rational(self).rounded(scale: scale, rounding)
  }

  /// The coefficient that gives the same value at a scale no smaller than this one's.
  func digits(at scale: Int) throws(ExactError) -> Int128 {
    guard scale != self.scale else { return coefficient }
    guard scale <= Self.maximumScale else { throw .overflow }
    let (product, overflow) = coefficient.multipliedReportingOverflow(
      by: powerOfTen(scale - self.scale))
    guard !overflow else { throw .overflow }
    return product
  }
}

/// Which neighbour a number goes to when digits are dropped.
public enum Rounding: Sendable {
  /// Towards −∞.
  case down
  /// Towards +∞.
  case up
  /// To the nearer one, ties to the even digit.
  case halfEven
}

/// 10^`exponent` for 0 to 38.
func powerOfTen(_ exponent: Int) -> Int128 {
  var result: Int128 = 1
  for _ in 0..<exponent { result *= 10 }
  return result
}

/// A 256-bit product, for comparisons that no 128 bits hold.
struct Wide: Equatable, Comparable {
  let high: Int128
  let low: UInt128

  init(_ left: Int128, times right: Int128) {
    (high, low) = left.multipliedFullWidth(by: right)
  }

  init(_ value: Int128, timesTenTo exponent: Int) {
    self.init(value, times: powerOfTen(exponent))
  }

  static func < (left: Wide, right: Wide) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
