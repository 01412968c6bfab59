public import Exact
public import HoldfastModel

/// Whether `where` holds on every row in `among`: the number of rows that breach it.
public struct EveryChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    CheckerDeclaration(
      keyword: "every", summary: "whether `where` holds on every row in `among`",
      keys: [.condition: .required, .missing: .optional], unit: .rows)
  }

  /// Numbers of rows by class, the unknown rows and those that breach.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> {
    [.sums(all: true), .uncertainRows(limit: 20), .failingRows(limit: 20)]
  }

  /// The number of breaches, to be none.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    // A row counts on the side that hurts where it is a breach, so the fewer the better.
    var worst = context
    worst.direction = .high
    let rows = try slice.applying(worst)
    var result = try SumMeasurement(
      slice: rows, unit: .rows, options: Self.breaches, isQuotient: false
    ).concluded()
    result.form = .breaches
    let all = try rows.total { _ in true }
    result.rows = all.rows
    result.denominator = Decimal(all.rows)
    result.unknownRows = try rows.total { $0.isUncertain && Self.breaches($0, .zero).count > 1 }
      .rows
    result.unknown = Decimal(result.unknownRows)
    result.countsRows = true
    result.hasCredits = false
    result.ownLine = TargetLine(.atMost, [.zero], text: "every row")
    result.witnesses = RowClass.Sign.allCases.flatMap { sign in
      rows.witnesses[RowClass(.certain, .fails, sign).index]?.rows ?? []
    }
    return result
  }

  private static func breaches(_ row: RowClass, _ measure: Decimal) -> [Assignments.Option] {
    let nothing = Assignments.Option(.zero, .zero)
    let breach = Assignments.Option(measure, .zero)
    switch (row.membership, row.condition) {
    case (_, .holds): return [nothing]
    case (.certain, .fails): return [breach]
    default: return [nothing, breach]
    }
  }
}
