public import Exact
public import HoldfastModel

/// One published number: the measure of the one row that `among` and `where` select.
public struct FigureChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    CheckerDeclaration(
      keyword: "figure", summary: "the measure of the one row that `where` selects",
      keys: [.measure: .required, .condition: .optional, .target: .required],
      unit: .measure, missingRules: [.unknown])
  }

  /// Sums of the selected rows.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> {
    [.sums(all: false), .uncertainRows(limit: 20)]
  }

  /// The number, where just one row is selected for certain and no other may be.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    var result = try SumMeasurement(
      slice: slice, unit: context.measureUnit, options: selectedOptions, isQuotient: false
    ).concluded()
    let certain = RowClass.all.filter { !$0.isUncertain && $0.condition == .holds }
      .reduce(0) { $0 + slice.rows(of: $1) }
    // There is no further row to speak of.
    result.assignments = nil
    guard result.unbounded == nil, result.rows != 1 || certain != 1 else { return result }
    result.unbounded =
      result.unbounded ?? (result.rows > 1 ? .severalRows(count: result.rows) : nil)
    // A row that may not be the one says nothing of the figure.
    if result.rows <= 1, result.unbounded == nil { result.certain = 0 }
    result.bounds = nil
    return result
  }
}

extension Slice {
  /// How many rows are of a class, whatever is known of their measures.
  fileprivate func rows(of row: RowClass) -> Int {
    sums[row.index].rows + (unmeasured[row.index] ?? 0) + (ranges[row.index]?.rows ?? 0)
  }
}
