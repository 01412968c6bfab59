public import Exact
public import HoldfastModel

/// The number in the middle of the measures of the rows that `among` and `where` select.
public struct MedianChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    CheckerDeclaration(
      keyword: "median",
      summary: "the number in the middle of the measures that `where` selects",
      keys: [.measure: .required, .condition: .optional, .target: .required, .missing: .optional],
      unit: .measure, missingRules: [.unknown, .exclude])
  }

  /// How often each measure stands in the rows.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> {
    [.sums(all: false), .values, .uncertainRows(limit: 20)]
  }

  /// The median; of an even number of rows the mean of the middle two.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    try Ranking(slice.applying(context)).measurement(nil, context.measureUnit)
  }
}
