import Exact
import HoldfastModel

extension Slice {
  /// Adds rows that count or may count, all of one class.
  mutating func add(
    _ rows: Int, _ sum: ManyTerms, at place: RowClass, _ outcome: RowOutcome
  ) throws(ExactError) {
    for name in outcome.unmatched { try unmatched[name, default: RowSum()].add(rows, sum) }
    for name in Set(outcome.unknown) {
      unknownColumns[place.index, default: [:]][name, default: 0] += rows
    }
    try sums[place.index].add(rows, sum)
  }

  /// Adds a row whose measure lies between two numbers.
  mutating func add(
    _ place: RowClass, _ range: ClosedRange<Decimal>, _ outcome: RowOutcome
  ) throws(ExactError) {
    for name in outcome.unmatched { try unmatched[name, default: RowSum()].add(nil) }
    for name in Set(outcome.unknown) {
      unknownColumns[place.index, default: [:]][name, default: 0] += 1
    }
    try ranges[place.index, default: RangeSum()].add(range)
  }

  /// Adds a row that counts or may count; whether a measure was kept that was not met before.
  mutating func add(
    _ place: RowClass, _ measure: Decimal?, _ outcome: RowOutcome, isDated: Bool,
    _ limits: RowLimits, _ witness: (Decimal?, [String]) -> Witness?
  ) throws(ExactError) -> Bool {
    for name in outcome.unmatched { try unmatched[name, default: RowSum()].add(measure) }
    for name in Set(outcome.unknown) {
      unknownColumns[place.index, default: [:]][name, default: 0] += 1
    }
    guard let measure else {
      unmeasured[place.index, default: 0] += 1
      if limits.uncertain > 0, let row = witness(nil, outcome.unknown) {
        unmeasuredRows[place.index, default: Witnesses(limit: limits.uncertain)].add(row)
      }
      return false
    }
    try sums[place.index].add(measure)
    let isOpen = place.isUncertain || outcome.group == nil || !isDated
    var isKept = false
    if limits.keepsAllValues ? place.condition != .fails : isOpen && limits.keepsValues {
      isKept = values[place.index][measure] == nil
      values[place.index][measure, default: 0] += 1
    }
    if limits.keepsKeys, place.condition != .fails {
      let key = KeyedClass(outcome.key, place)
      isKept = keys[key] == nil
      try keys[key, default: RowSum()].add(measure)
    }
    show(place, measure, outcome, isDated: isDated, limits, witness)
    return isKept
  }

  /// Keeps a row to be shown where it is one of the heaviest of its kind.
  mutating func show(
    _ place: RowClass, _ measure: Decimal, _ outcome: RowOutcome, isDated: Bool,
    _ limits: RowLimits, _ witness: (Decimal?, [String]) -> Witness?
  ) {
    let isOpen = place.isUncertain || outcome.group == nil || !isDated
    let limit = isOpen ? limits.uncertain : place.condition == .fails ? limits.failing : 0
    if limit > 0, let row = witness(measure, outcome.unknown) {
      witnesses[place.index, default: Witnesses(limit: limit)].add(row)
    }
  }
}
