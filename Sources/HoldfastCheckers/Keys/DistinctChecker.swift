public import Exact
public import HoldfastModel

/// How many different values stand in the rows that `among` and `where` select.
public struct DistinctChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    CheckerDeclaration(
      keyword: "distinct",
      summary: "how many different values of `by` stand in the rows that `where` selects",
      keys: [.key: .required, .condition: .optional, .target: .required, .missing: .optional],
      unit: .rows, missingRules: [.unknown, .exclude])
  }

  /// Rows by value.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> { [.sums(all: false), .keys] }

  /// From the values that certainly stand there to those that may, each row without a value
  /// counted for a value of its own.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    let slice = try slice.applying(context)
    let table = try KeyTable(slice)
    var result = try table.measurement(.rows, of: slice)
    let certain = table.rows.values.count(where: \.isCertain)
    let least = certain == 0 && table.nameless.isCertain ? 1 : certain
    let nameless = table.namelessRows
    result.countsRows = true
    result.hasCredits = false
    result.bounds = .init(Rational(least), Rational(table.rows.count + nameless))
    return result
  }
}
