import Exact
import HoldfastModel

extension Measurement.Bounds {
  /// The same bounds, wider, with two digits that say something: a number at a rank is that of one
  /// person, and is not to be told to the penny.
  func coarse() throws(ExactError) -> Self {
    try Self(Self.coarse(lower, .down), Self.coarse(upper, .up))
  }

  private static func coarse(
    _ value: Rational, _ rounding: Rounding
  ) throws(ExactError) -> Rational {
    let ten = Rational(10)
    var step = Rational(1)
    let size = value.signum < 0 ? try Rational.zero.subtracting(value) : value
    while try size >= step.multiplied(by: Rational(100)) { step = try step.multiplied(by: ten) }
    let steps = try value.divided(by: step).rounded(scale: 0, rounding)
    return try Rational(steps).multiplied(by: step)
  }
}
