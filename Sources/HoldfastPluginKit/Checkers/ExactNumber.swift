public import Exact

/// A number that is exact. A `Double` is none: what is no number, or was rounded somewhere, cannot
/// be measured.
public protocol ExactNumber: Sendable {
  /// The number as a fraction.
  var rational: Rational { get }
}

extension Int: ExactNumber {
  /// The number as a fraction.
  public var rational: Rational { Rational(self) }
}

extension Decimal: ExactNumber {
  /// The number as a fraction.
  public var rational: Rational { Rational(self) }
}

extension Rational: ExactNumber {
  /// The number itself.
  public var rational: Rational { self }
}

extension ExactNumber {
  /// The quotient, exact; throws where the other is zero, or the result has too many digits.
  public func over(_ other: some ExactNumber) throws(PluginError) -> Rational {
    do throws(ExactError) { return try rational.divided(by: other.rational) } catch {
      throw PluginError(
        .data, error == .divisionByZero ? "there is nothing to divide by" : "a number is too long")
    }
  }
}
