import Exact
import HoldfastModel

/// How far rates are apart, each known between its bounds.
struct RateGap {
  private let rates: [Measurement.Bounds]
  /// Rates of groups that there may be.
  private let others: [Measurement.Bounds]

  init(_ rates: [Measurement.Bounds], _ others: [Measurement.Bounds]) {
    (self.rates, self.others) = (rates, others)
  }

  /// The largest rate less the smallest.
  func spread() throws(ExactError) -> Measurement.Bounds? {
    guard let sure = sureEnds else { return nil }
    var most = Rational.zero
    for (high, low) in farthest { most = max(most, try high.subtracting(low)) }
    return .init(max(.zero, try sure.most.subtracting(sure.least)), most)
  }

  /// The smallest rate over the largest.
  func worstOverBest() throws(ExactError) -> Measurement.Bounds? {
    guard let sure = sureEnds, sure.most.signum > 0 else { return nil }
    var least = Rational(1)
    for (high, low) in farthest where high.signum > 0 {
      // A rate below zero is farthest down over the smallest best rate there can be.
      least = min(least, try low.divided(by: low.signum < 0 ? sure.most : high))
    }
    // A rate below zero is nearest to zero over the largest best rate there can be.
    let best = sure.least.signum < 0 ? rates.map(\.upper).max() ?? sure.most : sure.most
    return .init(least, min(Rational(1), try sure.least.divided(by: best)))
  }

  /// What the smallest rate reaches at most, and the largest at least.
  private var sureEnds: (least: Rational, most: Rational)? {
    guard let least = rates.map(\.upper).min(), let most = rates.map(\.lower).max() else {
      return nil
    }
    return (least, most)
  }

  /// The largest upper and the smallest lower ends that belong to different groups.
  private var farthest: [(high: Rational, low: Rational)] {
    let rates = rates + others
    let high = rates.indices.sorted { rates[$0].upper > rates[$1].upper }.prefix(2)
    let low = rates.indices.sorted { rates[$0].lower < rates[$1].lower }.prefix(2)
    return high.flatMap { top in
      low.filter { $0 != top }.map { (rates[top].upper, rates[$0].lower) }
    }
  }
}
