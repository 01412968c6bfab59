public import Exact
public import HoldfastModel

/// The part of a whole: what `where` selects over all that `among` selects.
public struct ShareChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    CheckerDeclaration(
      keyword: "share",
      summary: "the measure of the rows that `where` selects, over that of all rows in `among`",
      keys: [.measure: .optional, .condition: .required, .target: .required, .missing: .optional],
      unit: .share)
  }

  /// Sums of all rows by class, and the unknown rows that weigh most.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> {
    [.sums(all: true), .uncertainRows(limit: 20)]
  }

  /// The share with bounds that are exact for independent unknowns.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    let rows = try slice.applying(context)
    return try SumMeasurement(
      slice: rows, unit: .share, options: Self.options, isQuotient: true
    ).concluded()
  }

  /// What a row adds to numerator and denominator: a row that may hold is in the denominator
  /// either way; one that may count is in neither, or where `where` puts it.
  private static func options(_ row: RowClass, _ measure: Decimal) -> [Assignments.Option] {
    let nothing = Assignments.Option(.zero, .zero)
    let inside = Assignments.Option(measure, measure)
    let outside = Assignments.Option(.zero, measure)
    switch (row.membership, row.condition) {
    case (.certain, .holds): return [inside]
    case (.certain, .fails): return [outside]
    case (.certain, .unknown): return [outside, inside]
    case (.possible, .holds): return [nothing, inside]
    case (.possible, .fails): return [nothing, outside]
    case (.possible, .unknown): return [nothing, outside, inside]
    }
  }
}
