import Exact
import HoldfastModel

/// Numbers as readers see them: rounded outward, and never across the target.
struct Figures {
  /// Which end of a measurement a number is.
  enum End {
    /// The lower bound: rounded down.
    case lower
    /// The upper bound: rounded up.
    case upper
    /// Neither: rounded to the nearest.
    case value

    var rounding: Rounding {
      switch self {
      case .lower: .down
      case .upper: .up
      case .value: .halfEven
      }
    }
  }

  /// A number at a scale, or at as many more digits as keep it on its own side of the target.
  static func rounded(
    _ value: Rational, scale: Int, _ end: End, against target: TargetLine?
  ) -> Decimal {
    // Numbers that leave no room for digits behind the point are shown without.
    var best = (try? value.rounded(scale: 0, end.rounding)) ?? .zero
    for digits in scale...Decimal.maximumScale {
      guard let shown = try? value.rounded(scale: digits, end.rounding) else { return best }
      best = shown
      // A number that is the line itself lies on its own side however it is shown.
      guard let target, !target.isEnd(value) else { break }
      let seen = Rational(shown)
      if target.isAbove(seen) == target.isAbove(value),
        target.isBelow(seen) == target.isBelow(value)
      {
        break
      }
    }
    return best
  }

  /// A number with all its digits; nil where it has more than decimals have.
  static func whole(_ value: Rational, atLeast scale: Int) -> Decimal? {
    for digits in scale...9 {
      guard let shown = try? value.rounded(scale: digits, .halfEven) else { return nil }
      if Rational(shown) == value { return shown }
    }
    return nil
  }

  /// A number of a measurement for people: `13.95%`, `£12,345.67`, `17`.
  static func text(
    _ value: Rational, _ unit: Measurement.Unit, _ end: End = .value,
    against target: TargetLine? = nil
  ) -> String {
    switch unit {
    case .share:
      let points = rounded(value, scale: 4, end, against: target)
      return percent(points)
    case .money(let code):
      return money(rounded(value, scale: 2, end, against: target), code)
    case .number:
      return trimmed(rounded(value, scale: 4, end, against: target)).grouped
    case .rows:
      return trimmed(rounded(value, scale: 0, end, against: target)).grouped
    }
  }

  /// A fraction with its point two places to the right and a percent sign.
  static func percent(_ fraction: Decimal) -> String {
    Decimal(coefficient: fraction.coefficient, scale: max(0, fraction.scale - 2)).description + "%"
  }

  /// An exact amount: `£1,234.50`, `-£7.00`.
  static func money(_ amount: Decimal, _ code: String) -> String {
    (amount.signum < 0 ? "-" : "") + Currency.prefix(code) + magnitude(amount).grouped
  }

  /// An amount for a sentence: `£43.5m`, `£12,345.67`.
  static func shortMoney(
    _ amount: Decimal, _ code: String, _ rounding: Rounding = .halfEven
  ) -> String {
    let size = magnitude(amount)
    let steps: [(limit: Int64, power: Int, word: String)] = [
      (1_000_000_000, 9, "bn"), (1_000_000, 6, "m"),
    ]
    for step in steps where size >= Decimal(step.limit) {
      guard size.scale + step.power <= Decimal.maximumScale,
        let short = try? Decimal(coefficient: size.coefficient, scale: size.scale + step.power)
          .rounded(scale: 1, rounding)
      else { break }
      return (amount.signum < 0 ? "-" : "") + Currency.prefix(code) + short.grouped + step.word
    }
    return money(amount, code)
  }

  /// A number of a unit for a sentence.
  static func short(
    _ amount: Decimal, _ unit: Measurement.Unit, _ currency: String?,
    _ rounding: Rounding = .halfEven
  ) -> String {
    if case .money(let code) = unit { return shortMoney(amount, code, rounding) }
    if let currency { return shortMoney(amount, currency, rounding) }
    return trimmed(amount).grouped
  }

  private static func magnitude(_ amount: Decimal) -> Decimal {
    amount.signum < 0 ? (try? amount.negated()) ?? amount : amount
  }

  /// A number without zeros behind the point that say nothing.
  static func trimmed(_ value: Decimal) -> Decimal { value.normalized }

  /// A count with its noun: `1 row`, `1,200 rows`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(Decimal(number).grouped) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension TargetLine {
  /// Whether a number that has no end of digits is an end of it.
  fileprivate func isEnd(_ value: Rational) -> Bool {
    value.decimal == nil && (minimum?.value == value || maximum?.value == value)
  }
}
