import Exact
import HoldfastCheckers
import HoldfastModel

extension Slice {
  /// The same with every row put where `missing` says, for a checker that asked for `aggregates`
  /// and is not told of it.
  func settled(
    _ missing: MissingRule, _ direction: CheckerContext.Direction?, for aggregates: Set<Aggregate>
  ) throws(ExactError) -> Slice {
    guard missing != .unknown else { return self }
    var result = try moving { missing.settled($0, direction) }
    guard !aggregates.contains(.sums(all: true)) else { return result }
    // Of rows whose condition fails such a checker is only told how many there are.
    for membership in RowClass.Membership.allCases {
      let counted = result.count(membership)
      for sign in RowClass.Sign.allCases {
        result.empty(RowClass(membership, .fails, sign))
      }
      try result.sums[RowClass(membership, .fails, .zero).index].add(counted, .zero)
    }
    return result
  }

  /// The rows that count, or may, and whose condition fails.
  private func count(_ membership: RowClass.Membership) -> Int {
    RowClass.all.filter { $0.membership == membership && $0.condition == .fails }.reduce(0) {
      $0 + sums[$1.index].rows + (unmeasured[$1.index] ?? 0) + (ranges[$1.index]?.rows ?? 0)
    }
  }

  private mutating func empty(_ row: RowClass) {
    sums[row.index] = RowSum()
    unmeasured[row.index] = nil
    ranges[row.index] = nil
    values[row.index] = [:]
    keys = keys.filter { $0.key.row != row }
  }
}
