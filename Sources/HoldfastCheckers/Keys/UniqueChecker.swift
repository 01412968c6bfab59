public import Exact
public import HoldfastModel

/// Whether each value stands in one row only: the number of rows too many.
public struct UniqueChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    CheckerDeclaration(
      keyword: "unique",
      summary: "whether each value of `by` stands in one row only",
      keys: [.key: .required, .condition: .optional, .missing: .optional],
      unit: .rows, missingRules: [.unknown, .exclude])
  }

  /// Rows by value.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> { [.sums(all: false), .keys] }

  /// The number of rows whose value another row has, less one for each value; to be none.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    let slice = try slice.applying(context)
    let table = try KeyTable(slice)
    var result = try table.measurement(.rows, of: slice)
    var (least, most) = (0, 0)
    for rows in table.rows.values {
      least += max(0, rows.certainRows - 1)
      most += max(0, rows.certainRows + rows.openRows - 1)
    }
    let nameless = table.namelessRows
    if nameless > 0 { most += table.rows.isEmpty ? nameless - 1 : nameless }
    result.form = .repeats
    result.countsRows = true
    result.hasCredits = false
    result.ownLine = TargetLine(.atMost, [.zero], text: "no value twice")
    result.bounds = .init(Rational(least), Rational(most))
    let twice = table.sorted.filter { $0.rows.certainRows > 1 }
    if !twice.isEmpty, !context.isPersonal {
      let names = twice.prefix(5).map { "'\($0.key.text)' in \($0.rows.certainRows) rows" }
      let more = twice.count > 5 ? " and \(twice.count - 5) more" : ""
      result.remarks.append("More than once: \(names.joined(separator: ", "))\(more).")
    }
    return result
  }
}
