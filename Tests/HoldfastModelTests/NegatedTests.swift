import Exact
import HoldfastModel
import Testing

@Suite("Rows that fall away")
struct NegatedTests {
  /// Rows of every class, with measures of either sign.
  private static func slice() throws -> Slice {
    var slice = Slice()
    for (index, row) in RowClass.all.enumerated() where row.sign != .zero {
      let size = Decimal(coefficient: Int128(100 * (index + 1) + 7), scale: 2)
      let amount = row.sign == .negative ? try size.negated() : size
      try slice.sums[row.index].add(amount)
      try slice.sums[row.index].add(amount)
    }
    try slice.leftOut["loans", default: RowSum()].add(Decimal(coefficient: 995, scale: 2))
    let low = Decimal(coefficient: 100, scale: 2)
    let high = Decimal(coefficient: 250, scale: 2)
    try slice.ranges[RowClass(.certain, .holds, .zero).index, default: RangeSum()].add(low...high)
    return slice
  }

  @Test func takeAwayWhatTheyAdded() throws {
    let rows = try Self.slice()
    var sum = rows
    try sum.merge(rows.negated())
    for membership in RowClass.Membership.allCases {
      for condition in RowClass.Condition.allCases {
        let rest = try sum.total { $0.membership == membership && $0.condition == condition }
        #expect(rest.total == .zero)
      }
    }
    #expect(sum.leftOut["loans"]?.total == .zero)
    let ends = sum.ranges[RowClass(.certain, .holds, .zero).index]?.ends
    #expect(ends?.low == Decimal(coefficient: -150, scale: 2))
    #expect(ends?.high == Decimal(coefficient: 150, scale: 2))
  }

  @Test func twiceIsOnce() throws {
    let rows = try Self.slice()
    #expect(try rows.negated().negated() == rows)
  }
}
