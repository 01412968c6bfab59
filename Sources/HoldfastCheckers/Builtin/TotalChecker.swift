public import Exact
public import HoldfastModel

/// The sum of a measure over the rows that `among` and `where` select.
public struct TotalChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    CheckerDeclaration(
      keyword: "total", summary: "the sum of the measure over the rows that `where` selects",
      keys: [.measure: .required, .condition: .optional, .target: .required, .missing: .optional],
      unit: .measure)
  }

  /// Sums of the selected rows by class, and the unknown rows that weigh most.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> {
    [.sums(all: false), .uncertainRows(limit: 20)]
  }

  /// The sum with exact bounds.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    try SumMeasurement(
      slice: slice.applying(context), unit: context.measureUnit, options: selectedOptions,
      isQuotient: false
    ).concluded()
  }
}

/// What a row adds to a sum: its measure if it is selected, or nothing.
func selectedOptions(_ row: RowClass, _ measure: Decimal) -> [Assignments.Option] {
  let nothing = Assignments.Option(.zero, .zero)
  let selected = Assignments.Option(measure, .zero)
  switch (row.membership, row.condition) {
  case (_, .fails): return [nothing]
  case (.certain, .holds): return [selected]
  default: return [nothing, selected]
  }
}
