/// Headers that stand in a file again, as above every page of a report.
struct RepeatedHeaders {
  private var rows: [Record] = []

  /// Remembers a row of headers. One with a single name may as well be a row of the table.
  mutating func note(_ record: Record) {
    let names = HeaderText.texts(of: record).count { !$0.isEmpty }
    if names > 1 { rows.append(record) }
  }

  /// The cells of one field in them.
  func cells(of field: Int) -> [[UInt8]] {
    rows.compactMap { row in row.field(field).map { Array($0) } }
  }

  /// Whether a record is one of them.
  func hold(_ record: Record) -> Bool { rows.contains { $0.hasCells(of: record) } }
}

extension Record {
  /// Whether two records have the same cells, blank ones at the end aside.
  fileprivate func hasCells(of other: Record) -> Bool {
    guard used == other.used else { return false }
    let common = min(ends.count, other.ends.count)
    return ends[..<common] == other.ends[..<common] && bytes == other.bytes
      && (ends[common...] + other.ends[common...]).allSatisfy { $0 == used }
  }
}
