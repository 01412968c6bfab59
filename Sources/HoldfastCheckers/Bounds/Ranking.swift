package import Exact
package import HoldfastModel

/// The measures of rows in their order, with what is not known of them.
package struct Ranking {
  /// A measure, and how often it stands there for certain, and how often it may.
  private struct Step {
    var value: Decimal
    var certain = 0
    var open = 0
  }

  private let slice: Slice
  private let steps: [Step]
  /// Rows without a measure that certainly count, and those that may.
  private let blank: (certain: Int, open: Int)

  package init(_ slice: Slice) throws(ExactError) {
    self.slice = slice
    var steps: [Decimal: Step] = [:]
    var blank = (certain: 0, open: 0)
    for row in RowClass.all where row.condition != .fails {
      let blanks = (slice.unmeasured[row.index] ?? 0) + (slice.ranges[row.index]?.rows ?? 0)
      if row.isUncertain { blank.open += blanks } else { blank.certain += blanks }
      for (value, count) in slice.values[row.index] {
        if row.isUncertain {
          steps[value, default: Step(value: value)].open += count
        } else {
          steps[value, default: Step(value: value)].certain += count
        }
      }
    }
    self.steps = steps.values.sorted { $0.value < $1.value }
    self.blank = blank
  }

  /// The measurement at a part of the rows, or of the median where there is none.
  package func measurement(
    _ part: Decimal?, _ unit: Measurement.Unit
  ) throws(ExactError) -> Measurement {
    var result = Measurement(.rank, unit: unit)
    result.selected = slice.selected
    result.certain = slice.certain
    let certain = steps.reduce(blank.certain) { $0 + $1.certain }
    let open = steps.reduce(blank.open) { $0 + $1.open }
    result.rows = certain + open
    result.unknownRows = open + blank.certain
    result.denominator = Decimal(certain)
    result.hasCredits = steps.first.map { $0.value.signum < 0 } ?? false
    result.witnesses = slice.unmeasured { $0.condition != .fails }.rows
    guard certain > 0 else {
      result.unbounded = .denominatorNotPositive(least: .zero)
      return result
    }
    if let lower = try end(part, isLower: true), let upper = try end(part, isLower: false) {
      result.bounds = .init(lower, upper)
    } else {
      result.unbounded = .rankUnknown(rows: blank.certain + blank.open)
    }
    return result
  }

  /// The least or the greatest number that can stand at the rank; nil where it is that of a row
  /// without measure.
  ///
  /// A further row below the number never raises it, one at or above never lowers it: so rows
  /// that may count are taken in from the far end as long as they lie beyond the number.
  private func end(_ part: Decimal?, isLower: Bool) throws(ExactError) -> Rational? {
    let order = isLower ? steps : steps.reversed()
    let blanks = blank.certain + blank.open
    var (low, high) = (0, order.count)
    // How many steps are taken in: the first at which the next lies no longer beyond.
    while low < high {
      let middle = (low + high) / 2
      let number = try number(part, order, taking: middle, blanks, isLower: isLower)
      let isBeyond =
        number.map {
          isLower ? Rational(order[middle].value) < $0 : Rational(order[middle].value) > $0
        } ?? false
      if isBeyond { low = middle + 1 } else { high = middle }
    }
    return try number(part, order, taking: low, blanks, isLower: isLower)
  }

  /// The number at the rank if the rows that may count are taken in of so many steps.
  private func number(
    _ part: Decimal?, _ order: [Step], taking taken: Int, _ blanks: Int, isLower: Bool
  ) throws(ExactError) -> Rational? {
    var counts = order.enumerated().map { $1.certain + ($0 < taken ? $1.open : 0) }
    let total = counts.reduce(blanks, +)
    var ranks = try Self.ranks(part, total)
    // Blanks stand before all in this order: at minus infinity below, at plus infinity above.
    var values = order.map(\.value)
    if !isLower {
      ranks = ranks.map { total + 1 - $0 }
    }
    counts.insert(blanks, at: 0)
    values.insert(.zero, at: 0)
    var sum = Rational.zero
    for rank in ranks {
      var seen = 0
      guard
        let place = counts.firstIndex(where: {
          seen += $0; return seen >= rank
        }), place > 0
      else { return nil }
      sum = try sum.adding(Rational(values[place]))
    }
    return try sum.divided(by: Rational(ranks.count))
  }

  /// The ranks, from one, whose mean is wanted.
  private static func ranks(_ part: Decimal?, _ total: Int) throws(ExactError) -> [Int] {
    guard let part else {
      return total % 2 == 1 ? [(total + 1) / 2] : [total / 2, total / 2 + 1]
    }
    let exact = try part.multiplied(by: Decimal(total))
    let rank = try exact.rounded(scale: 0, .up)
    return [max(1, min(total, Int(rank.coefficient)))]
  }
}
