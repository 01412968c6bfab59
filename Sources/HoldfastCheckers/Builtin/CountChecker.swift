public import Exact
public import HoldfastModel

/// The number of rows that `among` and `where` select.
public struct CountChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    CheckerDeclaration(
      keyword: "count", summary: "the number of rows that `where` selects",
      keys: [.condition: .optional, .target: .required, .missing: .optional], unit: .rows)
  }

  /// Numbers of the selected rows by class, and some of the unknown rows.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> {
    [.sums(all: false), .uncertainRows(limit: 20)]
  }

  /// The number with exact bounds.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    var result = try SumMeasurement(
      slice: slice.applying(context), unit: .rows, options: selectedOptions, isQuotient: false
    ).concluded()
    result.countsRows = true
    return result
  }
}
