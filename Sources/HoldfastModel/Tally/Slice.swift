public import Exact

/// What one pass learned of the rows of one bucket of time and one group.
///
/// Slices merge: in any order, and however the rows were split, the result is the same.
public struct Slice: Sendable, Hashable {
  /// Rows and measures by class, at the class's index.
  public var sums: [RowSum]
  /// How often each measure stands in rows of uncertain classes, at the class's index.
  public var values: [[Decimal: Int]]
  /// Rows to show, by the index of their class.
  public var witnesses: [Int: Witnesses]
  /// Rows left out, by the reason.
  public var leftOut: [String: RowSum]
  /// Rows that count or may count whose reference leads nowhere, by reference.
  public var unmatched: [String: RowSum]
  /// Rows that count or may count and have no measure, by the index of their class with sign zero.
  public var unmeasured: [Int: Int]
  /// Some of those rows, likewise.
  public var unmeasuredRows: [Int: Witnesses]
  /// Rows whose measure is only known to lie between two numbers, by the index of their class with
  /// sign zero.
  public var ranges: [Int: RangeSum]
  /// How many rows are uncertain for want of each column, by the index of their class.
  public var unknownColumns: [Int: [String: Int]]
  /// Rows and measures by what tells rows apart, and by class.
  public var keys: [KeyedClass: RowSum] = [:]

  /// No rows.
  public init() {
    sums = Array(repeating: RowSum(), count: RowClass.all.count)
    values = Array(repeating: [:], count: RowClass.all.count)
    witnesses = [:]
    leftOut = [:]
    unmatched = [:]
    unmeasured = [:]
    unmeasuredRows = [:]
    ranges = [:]
    unknownColumns = [:]
  }

  /// Adds the rows of another slice.
  public mutating func merge(_ other: Slice) throws(ExactError) {
    for index in sums.indices {
      try sums[index].merge(other.sums[index])
      if !other.values[index].isEmpty {
        values[index].merge(other.values[index], uniquingKeysWith: +)
      }
    }
    Self.merge(other.witnesses, into: &witnesses)
    Self.merge(other.unmeasuredRows, into: &unmeasuredRows)
    unmeasured.merge(other.unmeasured, uniquingKeysWith: +)
    for (index, range) in other.ranges { try ranges[index, default: RangeSum()].merge(range) }
    for (index, columns) in other.unknownColumns {
      unknownColumns[index, default: [:]].merge(columns, uniquingKeysWith: +)
    }
    try Self.mergeSums(other.leftOut, into: &leftOut)
    try Self.mergeSums(other.unmatched, into: &unmatched)
    for (key, rows) in other.keys { try keys[key, default: RowSum()].merge(rows) }
  }

  private static func mergeSums(
    _ other: [String: RowSum], into mine: inout [String: RowSum]
  ) throws(ExactError) {
    for (name, rows) in other { try mine[name, default: RowSum()].merge(rows) }
  }

  private static func merge(_ other: [Int: Witnesses], into mine: inout [Int: Witnesses]) {
    for (index, rows) in other { mine[index, default: Witnesses(limit: rows.limit)].merge(rows) }
  }

  /// The same rows when nobody knows whether they belong here: a row whose date or group is
  /// unknown may count in each period and group.
  public func demoted() throws(ExactError) -> Slice {
    try moving { RowClass(.possible, $0.condition, $0.sign) }
  }

  /// The same rows with each class put where `place` says; nil drops its rows.
  public func moving(_ place: (RowClass) -> RowClass?) throws(ExactError) -> Slice {
    var result = Slice()
    result.leftOut = leftOut
    result.unmatched = unmatched
    for row in RowClass.all {
      guard let target = place(row)?.index else { continue }
      try result.sums[target].merge(sums[row.index])
      if !values[row.index].isEmpty {
        result.values[target].merge(values[row.index], uniquingKeysWith: +)
      }
      Self.merge(witnesses[row.index].map { [target: $0] } ?? [:], into: &result.witnesses)
      Self.merge(
        unmeasuredRows[row.index].map { [target: $0] } ?? [:], into: &result.unmeasuredRows)
      if let columns = unknownColumns[row.index] {
        result.unknownColumns[target, default: [:]].merge(columns, uniquingKeysWith: +)
      }
      if let count = unmeasured[row.index] { result.unmeasured[target, default: 0] += count }
      if let range = ranges[row.index] {
        try result.ranges[target, default: RangeSum()].merge(range)
      }
    }
    for (key, rows) in keys {
      guard let target = place(key.row) else { continue }
      try result.keys[KeyedClass(key.key, target), default: RowSum()].merge(rows)
    }
    return result
  }

  /// The rows and measures of all classes that a condition selects.
  public func total(where isWanted: (RowClass) -> Bool) throws(ExactError) -> RowSum {
    var result = RowSum()
    for row in RowClass.all where isWanted(row) { try result.merge(sums[row.index]) }
    return result
  }

  /// How many rows `among` selects or may select, whatever `where` says of them.
  public var selected: Int {
    sums.reduce(0) { $0 + $1.rows } + unmeasured.values.reduce(0, +)
      + ranges.values.reduce(0) { $0 + $1.rows }
  }

  /// How many rows `among` selects for certain.
  public var certain: Int {
    RowClass.all.filter { $0.membership == .certain }.reduce(0) {
      $0 + sums[$1.index].rows + (unmeasured[$1.index] ?? 0) + (ranges[$1.index]?.rows ?? 0)
    }
  }

  /// The rows without measure of all classes that a condition selects.
  public func unmeasured(where isWanted: (RowClass) -> Bool) -> (count: Int, rows: [Witness]) {
    var count = 0
    var rows = Witnesses(limit: 20)
    for row in RowClass.all where isWanted(row) {
      count += unmeasured[row.index] ?? 0
      if let some = unmeasuredRows[row.index] { rows.merge(some) }
    }
    return (count, rows.rows)
  }
}
