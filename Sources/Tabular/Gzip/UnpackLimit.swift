/// How much more packed data may become than it is.
///
/// Deflate can pack 1032 to 1. Tables of which every row is the same come to 350 to 1, ledgers to
/// 5 to 50: what goes beyond 500 to 1 was made to harm, once it is large.
struct UnpackLimit {
  static let ratio: Int64 = 500
  /// Below this many bytes no ratio does harm.
  static let free: Int64 = 64 << 20

  private(set) var packed: Int64 = 0
  private(set) var unpacked: Int64 = 0

  /// Counts a step; false where the limit is passed.
  mutating func count(packed more: Int, unpacked made: Int) -> Bool {
    packed += Int64(more)
    unpacked += Int64(made)
    return unpacked <= Self.free || unpacked / Self.ratio <= packed
  }
}
