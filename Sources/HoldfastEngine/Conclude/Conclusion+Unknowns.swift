import HoldfastModel

/// For want of what rows are uncertain.
extension Conclusion {
  /// How many rows are uncertain for want of each column, as far as that can move the value.
  func unknownColumns(
    _ slice: Slice, _ form: Measurement.Form
  ) -> [(name: String, rows: Int)] {
    var counts: [String: Int] = [:]
    for row in RowClass.all {
      let isSettled =
        // `missing:` has said what becomes of rows whose condition is unknown.
        row.condition == .unknown
        ? row.membership == .certain && promise.missing != .unknown
        : form.isSettled(row.condition)
      guard !isSettled, let columns = slice.unknownColumns[row.index] else { continue }
      counts.merge(columns, uniquingKeysWith: +)
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
