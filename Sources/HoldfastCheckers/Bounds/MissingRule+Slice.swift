import Exact
import HoldfastModel

extension Slice {
  /// The name under which rows that `missing: exclude` drops are counted.
  static let unknownCondition = "unknown where"

  /// The rows after `missing:` had its say about those whose `where` is unknown.
  func applying(_ context: CheckerContext) throws(ExactError) -> Slice {
    switch context.missing {
    case .unknown: return self
    case .exclude:
      let dropped = try total { $0.condition == .unknown }
      var result = try moving { $0.condition == .unknown ? nil : $0 }
      if dropped.rows > 0 { result.leftOut[Self.unknownCondition] = dropped }
      return result
    case .worst:
      guard let direction = context.direction else { return self }
      return try moving { row in
        // Without a sign, that is without a measure, nobody knows which side hurts.
        guard row.condition == .unknown, row.sign != .zero else { return row }
        let isHarmless = (row.sign == .negative) == (direction == .high)
        return RowClass(row.membership, isHarmless ? .holds : .fails, row.sign)
      }
    }
  }
}
