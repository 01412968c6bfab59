import Exact
public import HoldfastModel

extension MissingRule {
  /// What becomes of rows of which nobody knows whether `where` holds; nil where they are left out.
  public func settled(
    _ row: RowClass, _ direction: CheckerContext.Direction?
  ) -> RowClass? {
    guard row.condition == .unknown else { return row }
    switch (self, direction) {
    case (.unknown, _), (.worst, nil): return row
    case (.exclude, _): return nil
    case (.worst, let direction?):
      // Without a sign, that is without a measure, nobody knows which side hurts.
      guard row.sign != .zero else { return row }
      let isHarmless = (row.sign == .negative) == (direction == .high)
      return RowClass(row.membership, isHarmless ? .holds : .fails, row.sign)
    }
  }
}

extension Slice {
  /// The name under which rows that `missing: exclude` drops are counted.
  static let unknownCondition = "unknown where"

  /// The rows after `missing:` had its say about those whose `where` is unknown.
  func applying(_ context: CheckerContext) throws(ExactError) -> Slice {
    guard context.missing != .unknown else { return self }
    var result = try moving { context.missing.settled($0, context.direction) }
    guard context.missing == .exclude else { return result }
    let dropped = try total { $0.condition == .unknown }
    if dropped.rows > 0 { result.leftOut[Self.unknownCondition] = dropped }
    return result
  }
}
