import Exact
import HoldfastModel

extension Measurement.Bounds {
  /// The same bounds, wider, with two digits that say something: a number at a rank is that of one
  /// person, and is not to be told to the penny.
  func coarse() throws(ExactError) -> Self {
    try Self(Self.coarse(lower, .down), Self.coarse(upper, .up))
  }

  /// The same bounds, wider, in whole hundredths: a part of a whole that anybody may know is not to
  /// be told so finely that the amounts of few persons can be worked out from it.
  func inHundredths() throws(ExactError) -> Self {
    let hundred = Rational(100)
    return try Self(
      Rational(lower.multiplied(by: hundred).rounded(scale: 0, .down)).divided(by: hundred),
      Rational(upper.multiplied(by: hundred).rounded(scale: 0, .up)).divided(by: hundred))
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
