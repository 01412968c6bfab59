package import Exact
package import HoldfastModel

extension Assignments {
  /// The smallest and largest quotient over every way that the unknowns can turn out.
  ///
  /// Rows of one class and sign have the same effect on a quotient but for their size, so at the
  /// optimum all rows of a class and sign choose alike: it is enough to try each class as a
  /// whole. Nil where some assignment leaves a denominator at or below zero.
  package func bounds() throws(ExactError) -> Measurement.Bounds? {
    guard try leastDenominator() > .zero else { return nil }
    var range: Measurement.Bounds?
    try extend(&range, from: base, with: sets[...])
    return range
  }

  private func extend(
    _ range: inout Measurement.Bounds?, from sum: Option, with rest: ArraySlice<[Option]>
  ) throws(ExactError) {
    guard let options = rest.first else {
      let value = try Rational(sum.numerator, over: sum.denominator)
      range = .init(min(range?.lower ?? value, value), max(range?.upper ?? value, value))
      return
    }
    for option in options {
      try extend(&range, from: sum.adding(option), with: rest.dropFirst())
    }
  }
}
