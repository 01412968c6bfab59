package import Exact
package import HoldfastModel

/// Interval arithmetic: every result that numbers within the bounds can give lies within the
/// bounds of the result. It is valid, and not sharp where one number stands in both.
extension Measurement.Bounds {
  /// A number that is known.
  package init(_ value: Rational) { self.init(value, value) }

  package func adding(_ other: Self) throws(ExactError) -> Self {
    try Self(lower.adding(other.lower), upper.adding(other.upper))
  }

  package func subtracting(_ other: Self) throws(ExactError) -> Self {
    try Self(lower.subtracting(other.upper), upper.subtracting(other.lower))
  }

  package func multiplied(by other: Self) throws(ExactError) -> Self {
    let products = [
      try lower.multiplied(by: other.lower), try lower.multiplied(by: other.upper),
      try upper.multiplied(by: other.lower), try upper.multiplied(by: other.upper),
    ]
    return Self(products.min() ?? lower, products.max() ?? upper)
  }

  /// Nil where the divisor may be zero or less.
  package func divided(by other: Self) throws(ExactError) -> Self? {
    guard other.lower.signum > 0 else { return nil }
    let quotients = [
      try lower.divided(by: other.lower), try lower.divided(by: other.upper),
      try upper.divided(by: other.lower), try upper.divided(by: other.upper),
    ]
    return Self(quotients.min() ?? lower, quotients.max() ?? upper)
  }

  /// How far a number can be from zero.
  package var magnitude: Self {
    get throws(ExactError) {
      let ends = [lower, upper].map { $0.signum < 0 ? nil : $0 }
      switch (ends[0], ends[1]) {
      case (_?, _): return self
      case (nil, nil):
        return try Self(Rational.zero.subtracting(upper), Rational.zero.subtracting(lower))
      default: return Self(.zero, max(upper, try Rational.zero.subtracting(lower)))
      }
    }
  }
}
