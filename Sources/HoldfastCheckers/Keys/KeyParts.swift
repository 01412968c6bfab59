import Exact
import HoldfastModel

/// The amounts of the values that tell rows apart, each with its bounds, and what of amounts is
/// known to nobody.
struct KeyParts {
  /// Bounds of the amounts above zero, the largest first.
  private let amounts: [Measurement.Bounds]
  /// What rows of unknown value add for certain, and at most, to any.
  private let wild: Measurement.Bounds
  /// What amounts come to, the largest upper ends first: the first so many of them.
  private let largest: [Rational]
  /// The same of the lower ends, the largest first, and of the upper ends that go with them.
  private let sure: [Measurement.Bounds]
  /// How many rows have an unknown value.
  private let wildRows: Int
  /// How many values come to nothing or less.
  let leftOut: Int

  init(_ table: KeyTable) throws(ExactError) {
    var amounts: [Measurement.Bounds] = []
    var leftOut = 0
    let below = try Rational(table.nameless.below())
    for (_, rows) in table.sorted {
      var bounds = try rows.bounds()
      guard bounds.upper.signum > 0 else {
        leftOut += 1
        continue
      }
      // A credit of unknown value may be that of any.
      bounds.lower = max(.zero, try bounds.lower.adding(below))
      amounts.append(bounds)
    }
    wild = try table.nameless.above()
    wildRows = table.namelessRows
    self.leftOut = leftOut
    self.amounts = amounts.sorted { ($1.upper, $1.lower) < ($0.upper, $0.lower) }
    var (top, bottom) = (Rational.zero, Measurement.Bounds(.zero))
    var (largest, sure) = ([top], [bottom])
    for amount in self.amounts {
      top = try top.adding(amount.upper)
      largest.append(top)
    }
    for amount in amounts.sorted(by: { ($1.lower, $1.upper) < ($0.lower, $0.upper) }) {
      bottom = try bottom.adding(amount)
      sure.append(bottom)
    }
    (self.largest, self.sure) = (largest, sure)
  }

  /// What all amounts come to.
  private var whole: Measurement.Bounds { sure.last ?? .init(.zero) }

  /// The sum of the squared parts of the whole.
  func squares() throws(ExactError) -> Measurement.Bounds? {
    guard whole.lower.signum > 0 else { return nil }
    return amounts.allSatisfy(\.isExact) ? try exactSquares() : try looseSquares()
  }

  /// Where only rows of unknown value are open: each its own, for the lower end, and all of the
  /// largest value, for the upper one.
  private func exactSquares() throws(ExactError) -> Measurement.Bounds {
    var known = Rational.zero
    for amount in amounts { known = try known.adding(Self.square(amount.lower)) }
    let top = amounts[0].lower
    let rest = try known.subtracting(Self.square(top))
    var upper = Rational.zero
    for extra in [wild.lower, wild.upper] {
      let squares = try Self.square(top.adding(extra)).adding(rest)
      upper = max(upper, try squares.divided(by: Self.square(whole.lower.adding(extra))))
    }
    let lower = try known.divided(by: Self.square(whole.lower.adding(wild.upper)))
    return .init(lower, min(Rational(1), upper))
  }

  /// Where amounts are open too: each part at its least and at its most, rounded outward.
  private func looseSquares() throws(ExactError) -> Measurement.Bounds {
    var (lower, upper) = (Decimal.zero, Decimal.zero)
    let most = try whole.upper.adding(wild.upper)
    for amount in amounts {
      let others = (
        low: try whole.lower.subtracting(amount.lower), high: try most.subtracting(amount.upper)
      )
      let top = try amount.upper.adding(wild.upper)
      let least = try Self.part(amount.lower, others.high).rounded(scale: 9, .down)
      let largest = try Self.part(top, others.low).rounded(scale: 9, .up)
      lower = try lower.adding(least.multiplied(by: least))
      upper = try upper.adding(largest.multiplied(by: largest))
    }
    return .init(Rational(lower), min(Rational(1), Rational(upper)))
  }

  private static func part(
    _ own: Rational, _ others: Rational
  ) throws(ExactError) -> Rational {
    let whole = try own.adding(others)
    return whole.signum > 0 ? try own.divided(by: whole) : .zero
  }

  private static func square(_ value: Rational) throws(ExactError) -> Rational {
    try value.multiplied(by: value)
  }

  /// The part of the whole that the largest make up.
  func topShare(_ count: Int) throws(ExactError) -> Measurement.Bounds? {
    guard whole.lower.signum > 0 else { return nil }
    let count = min(count, amounts.count)
    // Any so many values are at most as large as the largest: the surest of them give a lower end.
    let rest = try whole.upper.adding(wild.upper).subtracting(sure[count].upper)
    let top = try largest[count].adding(wild.upper)
    let remaining = try whole.lower.subtracting(sure[count].lower)
    return try .init(Self.part(sure[count].lower, rest), Self.part(top, remaining))
  }

  /// How many of the largest make up a part of the whole: fewest and most.
  func pareto(_ part: Decimal) throws(ExactError) -> Measurement.Bounds? {
    var (least, most): (Int?, Int?)
    for count in amounts.indices.map({ $0 + 1 }) {
      guard let share = try topShare(count) else { return nil }
      if least == nil, share.upper >= Rational(part) { least = count }
      if share.lower >= Rational(part) {
        most = count
        break
      }
    }
    guard whole.lower.signum > 0 else { return nil }
    // With every row of unknown value a value of its own, all together are the whole.
    let all = amounts.count + wildRows
    return .init(Rational(least ?? all), Rational(most ?? all))
  }
}
