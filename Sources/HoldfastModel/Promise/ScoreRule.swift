public import Exact

/// Points that a share earns: all of them from some share on, and below it in proportion.
public struct ScoreRule: Sendable, Hashable {
  /// The share that earns all points, as a fraction above zero.
  public var fullAt: Decimal
  /// All points.
  public var points: Decimal

  /// A rule.
  public init(fullAt: Decimal, points: Decimal) {
    self.fullAt = fullAt
    self.points = points
  }

  /// The points of a share between two: points × min(1, share / full_at), and none below zero.
  public func points(for share: Measurement.Bounds) throws(ExactError) -> Measurement.Bounds {
    try Measurement.Bounds(points(for: share.lower), points(for: share.upper))
  }

  private func points(for share: Rational) throws(ExactError) -> Rational {
    guard share.signum > 0 else { return .zero }
    let full = Rational(points)
    guard share < Rational(fullAt) else { return full }
    return try share.divided(by: Rational(fullAt)).multiplied(by: full)
  }
}
