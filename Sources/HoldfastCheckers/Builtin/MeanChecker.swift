public import Exact
public import HoldfastModel

/// The mean of a measure over the rows that `among` and `where` select.
public struct MeanChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    CheckerDeclaration(
      keyword: "mean", summary: "the mean of the measure over the rows that `where` selects",
      keys: [.measure: .required, .condition: .optional, .target: .required, .missing: .optional],
      unit: .measure, missingRules: [.unknown, .exclude])
  }

  /// Sums of the selected rows, and how often each measure stands in rows that may be selected.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> {
    [.sums(all: false), .uncertainValues, .uncertainRows(limit: 20)]
  }

  /// The mean with exact bounds.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    let rows = try slice.applying(context)
    let certain = try rows.total { $0.membership == .certain && $0.condition == .holds }
    let open = try rows.total { $0.isUncertain && $0.condition != .fails }
    let unmeasured = rows.unmeasured { $0.condition != .fails }
    var result = Measurement(.mean, unit: context.measureUnit)
    result.numerator = certain.total
    result.denominator = Decimal(certain.rows)
    result.unknown = open.total
    result.selected = rows.selected
    result.certain = rows.certain
    result.rows = certain.rows + open.rows + unmeasured.count
    result.unknownRows = open.rows + unmeasured.count
    result.hasCredits = try rows.total { $0.sign == .negative }.rows > 0
    result.witnesses = unmeasured.rows
    guard unmeasured.count == 0 else {
      result.unbounded = .measureUnknown(rows: unmeasured.count)
      return result
    }
    guard certain.rows > 0 else {
      result.unbounded = .denominatorNotPositive(least: .zero)
      return result
    }
    let values = Self.openValues(rows)
    let base = Assignments.Option(certain.total, Decimal(certain.rows))
    result.knownRowsOnly = try Rational(certain.total, over: Decimal(certain.rows))
    result.assignments = try Self.assignments(base, values, rows)
    result.bounds = .init(
      try Self.extreme(base, values.sorted { $0.value < $1.value }, isBetter: <),
      try Self.extreme(base, values.sorted { $0.value > $1.value }, isBetter: >))
    return result
  }

  /// How often each measure stands in rows that may be selected.
  private static func openValues(_ rows: Slice) -> [(value: Decimal, count: Int)] {
    var counts: [Decimal: Int] = [:]
    for row in RowClass.all where row.isUncertain && row.condition != .fails {
      counts.merge(rows.values[row.index], uniquingKeysWith: +)
    }
    return counts.map { ($0.key, $0.value) }
  }

  /// The mean at its extreme: rows are taken in as long as each betters it.
  private static func extreme(
    _ base: Assignments.Option, _ values: [(value: Decimal, count: Int)],
    isBetter: (Rational, Rational) -> Bool
  ) throws(ExactError) -> Rational {
    var sum = base
    for (value, count) in values {
      let mean = try Rational(sum.numerator, over: sum.denominator)
      guard isBetter(Rational(value), mean) else { break }
      sum = try sum.adding(.init(value.multiplied(by: Decimal(count)), Decimal(count)))
    }
    return try Rational(sum.numerator, over: sum.denominator)
  }

  private static func assignments(
    _ base: Assignments.Option, _ values: [(value: Decimal, count: Int)], _ rows: Slice
  ) throws(ExactError) -> Assignments {
    let nothing = Assignments.Option(.zero, .zero)
    var sets: [[Assignments.Option]] = []
    for (value, count) in values {
      sets.append([nothing, .init(try value.multiplied(by: Decimal(count)), Decimal(count))])
    }
    var shown: [Assignments.Row] = []
    for row in RowClass.all where row.isUncertain && row.condition != .fails {
      for witness in rows.witnesses[row.index]?.rows ?? [] {
        let measure = witness.measure ?? .zero
        guard let set = values.firstIndex(where: { $0.value == measure }) else { continue }
        shown.append(
          .init(witness: witness, set: set, options: [nothing, .init(measure, Decimal(1))]))
      }
    }
    return Assignments(base: base, sets: sets, rows: shown)
  }
}
