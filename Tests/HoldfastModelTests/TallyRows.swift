import Diagnostics
import Exact
import HoldfastModel

/// A row as an engine would add it to a tally.
struct TallyRow {
  var bucket: Tally.Bucket
  var group: String?
  var place: RowClass
  var measure: Decimal?
  var number: Int
  var leaveOut: String?
  var isLater = false

  var key: Tally.Key { Tally.Key(bucket: bucket, group: group) }

  /// A row of any kind.
  static func random(_ number: Int, _ dice: inout Dice) -> TallyRow {
    let buckets: [Tally.Bucket] = [
      .starting(day("2024-04-01")), .starting(day("2024-05-01")), .starting(day("2025-04-01")),
      .dateUnknown,
    ]
    let measure =
      Int.random(in: 0..<8, using: &dice) == 0
      ? nil
      : Decimal(
        coefficient: Int128(Int.random(in: -2_000...9_999, using: &dice)),
        scale: Int.random(in: 0...3, using: &dice))
    return TallyRow(
      bucket: buckets.randomElement(using: &dice) ?? .undated,
      group: ["Estates", "Catering", nil].randomElement(using: &dice) ?? nil,
      place: RowClass(
        RowClass.Membership.allCases.randomElement(using: &dice) ?? .certain,
        RowClass.Condition.allCases.randomElement(using: &dice) ?? .holds,
        measure.map { RowClass.Sign($0) } ?? .zero),
      measure: measure, number: number,
      leaveOut: Int.random(in: 0..<6, using: &dice) == 0 ? "loans" : nil,
      isLater: Int.random(in: 0..<9, using: &dice) == 0)
  }

  static func random(count: Int, _ dice: inout Dice) -> [TallyRow] {
    (0..<count).map { random($0, &dice) }
  }
}

extension Slice {
  /// Adds a row with everything that plans may ask for.
  mutating func add(_ row: TallyRow) throws(ExactError) {
    if let reason = row.leaveOut {
      try leftOut[reason, default: RowSum()].add(row.measure)
      return
    }
    let index = row.place.index
    try sums[index].add(row.measure)
    if row.number % 3 == 0 { try unmatched["supplier", default: RowSum()].add(row.measure) }
    if row.place.isUncertain {
      let column = row.number % 2 == 0 ? "postcode" : "category"
      unknownColumns[index, default: [:]][column, default: 0] += 1
      if let measure = row.measure { values[index][measure, default: 0] += 1 }
    }
    let shown = witness(row.number, measure: row.measure)
    witnesses[index, default: Witnesses(limit: 4)].add(shown)
    if row.measure == nil {
      unmeasured[index, default: 0] += 1
      unmeasuredRows[index, default: Witnesses(limit: 4)].add(shown)
    }
  }
}

/// The tally of rows.
func tally(_ rows: some Sequence<TallyRow>) throws(ExactError) -> Tally {
  var result = Tally()
  for row in rows {
    if row.isLater {
      result.failures[row.key.bucket, default: Failures()].add(
        Diagnostic(.error, "the measure cannot be evaluated", at: .file("a.csv")))
    } else {
      try result.slices[row.key, default: Slice()].add(row)
    }
  }
  return result
}

/// Two tallies as one.
func merged(_ left: Tally, _ right: Tally) throws(ExactError) -> Tally {
  var result = left
  try result.merge(right)
  return result
}
