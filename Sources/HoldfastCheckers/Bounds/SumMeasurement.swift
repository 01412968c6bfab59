import Exact
import HoldfastModel

/// Builds the measurement of a checker that adds rows up, from what a row of each class can add.
struct SumMeasurement {
  /// The rows, after `missing:` had its say.
  let slice: Slice
  /// The unit of the result.
  let unit: Measurement.Unit
  /// What a row of a class adds, given its measure: one pair where nothing is uncertain.
  let options: (RowClass, Decimal) -> [Assignments.Option]
  /// Whether the value is a quotient, so that rows whose `where` fails count too.
  let isQuotient: Bool

  /// The measurement with its bounds.
  func concluded() throws(ExactError) -> Measurement {
    var result = Measurement(isQuotient ? .quotient : .sum, unit: unit)
    let assignments = try assignments()
    result.numerator = assignments.base.numerator
    let members = try slice.total { $0.membership == .certain }
    result.denominator = isQuotient ? members.total : nil
    let counted = try slice.total(where: counts)
    let unknown = try slice.total { counts($0) && isOpen($0) }
    let unmeasured = slice.unmeasured(where: counts)
    result.selected = slice.selected
    result.certain = slice.certain
    let ranged = RowClass.all.filter(counts).reduce(0) { $0 + (slice.ranges[$1.index]?.rows ?? 0) }
    result.rows = counted.rows + unmeasured.count + ranged
    result.unknown = unknown.total
    result.unknownRows = unknown.rows + unmeasured.count + ranged
    result.hasCredits = try slice.total { $0.sign == .negative }.rows > 0
    let voids = try slice.total { $0.sign != .positive }
    result.hasVoids = ranged > 0 || voids.rows > 0
    result.witnesses = unmeasured.rows
    guard unmeasured.count == 0 else {
      result.unbounded = .measureUnknown(rows: unmeasured.count)
      return result
    }
    result.knownRowsOnly = try knownRowsOnly()
    result.assignments = assignments
    result.bounds = try assignments.bounds()
    if result.bounds == nil {
      result.unbounded = .denominatorNotPositive(least: try assignments.leastDenominator())
    }
    return result
  }

  private func counts(_ row: RowClass) -> Bool { isQuotient || row.condition != .fails }

  private func isOpen(_ row: RowClass) -> Bool { options(row, Decimal(1)).count > 1 }

  private func assignments() throws(ExactError) -> Assignments {
    var base = Assignments.Option(.zero, isQuotient ? .zero : Decimal(1))
    var sets: [[Assignments.Option]] = []
    var rows: [Assignments.Row] = []
    for row in RowClass.all where slice.sums[row.index].rows > 0 {
      let choices = options(row, slice.sums[row.index].total)
      if choices.count == 1 {
        base = try base.adding(choices[0])
      } else {
        for witness in slice.witnesses[row.index]?.rows ?? [] {
          let own = options(row, witness.measure ?? .zero)
          rows.append(.init(witness: witness, set: sets.count, options: own))
        }
        sets.append(choices)
      }
    }
    return Assignments(base: base, sets: sets + ranges(), rows: rows)
  }

  /// What rows whose measure lies between two numbers can add: all of a class at its lowest or all
  /// at its highest, since what a row adds to either end pulls the quotient the same way for all.
  private func ranges() -> [[Assignments.Option]] {
    RowClass.all.compactMap { row in
      guard counts(row), let range = slice.ranges[row.index] else { return nil }
      return options(row, range.ends.low) + options(row, range.ends.high)
    }
  }

  /// The quotient of the rows of which everything is known; nil where that is no number.
  private func knownRowsOnly() throws(ExactError) -> Rational? {
    var sum = Assignments.Option(.zero, isQuotient ? .zero : Decimal(1))
    for row in RowClass.all where !row.isUncertain && slice.sums[row.index].rows > 0 {
      for option in options(row, slice.sums[row.index].total) { sum = try sum.adding(option) }
    }
    return sum.denominator > .zero ? try Rational(sum.numerator, over: sum.denominator) : nil
  }
}
