public import Exact

extension Slice {
  /// The same rows as if each were taken away: what they add up to, with the other sign. How many
  /// rows there are stays as it is, so only sums can be told with it.
  public func negated() throws(ExactError) -> Slice {
    var result = Slice()
    for row in RowClass.all where sums[row.index].rows > 0 {
      result.sums[row.opposite.index] = try sums[row.index].negated()
    }
    result.leftOut = try Self.negated(leftOut)
    result.unmeasured = unmeasured
    result.unmeasuredRows = unmeasuredRows
    for (index, range) in ranges { result.ranges[index] = try range.negated() }
    result.unknownColumns = unknownColumns.reduce(into: [:]) { columns, entry in
      columns[RowClass.all[entry.key].opposite.index] = entry.value
    }
    return result
  }

  private static func negated(
    _ sums: [String: RowSum]
  ) throws(ExactError) -> [String: RowSum] {
    var result: [String: RowSum] = [:]
    for (name, sum) in sums { result[name] = try sum.negated() }
    return result
  }
}

extension RowClass {
  /// The class of the same row with the other sign.
  fileprivate var opposite: RowClass {
    let sign: Sign =
      switch sign {
      case .negative: .positive
      case .zero: .zero
      case .positive: .negative
      }
    return RowClass(membership, condition, sign)
  }
}

extension RowSum {
  fileprivate func negated() throws(ExactError) -> RowSum {
    RowSum(rows: rows, sum: ExactSum(total: try total.negated(), largest: sum.largest))
  }
}

extension RangeSum {
  fileprivate func negated() throws(ExactError) -> RangeSum {
    RangeSum(
      rows: rows, low: ExactSum(total: try high.total.negated(), largest: high.largest),
      high: ExactSum(total: try low.total.negated(), largest: low.largest))
  }
}
