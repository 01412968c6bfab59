public import Exact
public import HoldfastModel

/// The number at a rank of the measures of the rows that `among` and `where` select.
public struct QuantileChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "quantile",
      summary: "the measure that the part `at` of the selected rows does not exceed",
      keys: [.measure: .required, .condition: .optional, .target: .required, .missing: .optional],
      unit: .measure, missingRules: [.unknown, .exclude])
    result.options = [
      CheckerOption("at", .required, .percent, means: "the part of the rows: 90%; nearest rank")
    ]
    return result
  }

  /// How often each measure stands in the rows.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> {
    [.sums(all: false), .values, .uncertainRows(limit: 20)]
  }

  /// The number at the nearest rank.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    let part = context.commitment.fraction("at") ?? Decimal(coefficient: 5, scale: 1)
    return try Ranking(slice.applying(context)).measurement(part, context.measureUnit)
  }
}
