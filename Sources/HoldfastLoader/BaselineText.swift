import Exact
import HoldfastModel

/// Targets that are drawn from a baseline, as people write them: `>= 2 x baseline`, `+25m over
/// baseline`, `-2 points over baseline`, `+15% a year`.
enum BaselineText {
  /// What may be written.
  static let forms =
    "write \">= baseline\", \">= 2 x baseline\", \"+25m over baseline\", \"+15% over baseline\", "
    + "\"-2 points over baseline\" or \"+15% a year\""

  /// Whether a target means to speak of a baseline.
  static func speaksOfBaseline(_ text: String) -> Bool {
    text.hasSuffix("baseline") || text.hasSuffix("a year")
  }

  /// The comparison and the rule of a target; nil where it is none of these.
  static func target(_ text: String) -> (Target.Comparison, BaselineRule)? {
    let comparisons: [Target.Comparison] = [.atLeast, .atMost, .above, .below, .equal]
    if let comparison = comparisons.first(where: { text.hasPrefix($0.rawValue) }) {
      let rest = String(text.dropFirst(comparison.rawValue.count)).trimmed
      return multiple(rest).map { (comparison, .times($0)) }
    }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    return change(text).map { (sign == "+" ? .atLeast : .atMost, $0) }
  }

  /// `baseline`, `2 x baseline`.
  private static func multiple(_ text: String) -> Decimal? {
    if text == "baseline" { return Decimal(1) }
    guard let number = before(" x baseline", in: text), let factor = Decimal(number),
      factor.signum > 0
    else { return nil }
    return factor
  }

  /// `+25m over baseline`, `+15% over baseline`, `-2 points over baseline`, `+15% a year`.
  private static func change(_ text: String) -> BaselineRule? {
    let signed = text.hasPrefix("+") ? String(text.dropFirst()).trimmed : text
    if let rate = before(" a year", in: signed), case (let part, .percent)? = quantity(rate) {
      return .yearly(part)
    }
    guard let rest = before(" over baseline", in: signed) else { return nil }
    if let points = before(" points", in: rest) ?? before(" point", in: rest),
      case (let number, .plain)? = quantity(points),
      number.scale + 2 <= Decimal.maximumScale
    {
      return .plus(Decimal(coefficient: number.coefficient, scale: number.scale + 2), .percent)
    }
    guard let (number, unit) = quantity(rest) else { return nil }
    guard unit == .percent else { return .plus(number, unit) }
    return (try? Decimal(1).adding(number)).map { .times($0) }
  }

  /// A quantity whose sign may stand before its currency.
  private static func quantity(_ text: String) -> (Decimal, TargetUnit)? {
    let text = text.hasPrefix("- ") ? "-" + text.dropFirst(2) : text
    return Quantity.read(text)
  }

  private static func before(_ end: String, in text: String) -> String? {
    text.hasSuffix(end) ? String(text.dropLast(end.count)).trimmed : nil
  }
}
