/// Splits of rows into parts, the same every time: the plain ones first, so that what breaks is
/// shown by a plain one.
struct RandomSplits {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// So many splits of so many rows; parts may be empty, and each row is in one of them.
  static func make(_ count: Int, rows: Int) -> [[[Int]]] {
    let all = Array(0..<rows)
    var splits = [[all, []]]
    splits += (1..<max(1, min(rows, 4))).map { [Array(all[..<$0]), Array(all[$0...])] }
    if rows <= 8 { splits.append(all.map { [$0] }) }
    var random = RandomSplits()
    while splits.count < count {
      var parts = [[Int]](repeating: [], count: 2 + random.next(below: 4))
      for row in all { parts[random.next(below: parts.count)].append(row) }
      splits.append(parts)
    }
    return Array(splits.prefix(count))
  }

  /// A number from 0 to below a limit.
  mutating func next(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
