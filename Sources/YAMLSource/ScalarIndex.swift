/// Turns libyaml's positions, counted in Unicode scalars, into byte offsets.
struct ScalarIndex {
  private static let step = 32
  private let bytes: [UInt8]
  private let start: Int
  /// Whether every scalar is one byte, as in most files.
  private let isASCII: Bool
  /// The offset of every `step`-th scalar.
  private var offsets: [Int] = []

  /// An index of valid UTF-8 bytes from an offset on.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
    isASCII = bytes[start...].allSatisfy { $0 < 0x80 }
    guard !isASCII else { return }
    offsets.reserveCapacity(bytes.count / Self.step + 1)
    var count = 0
    for at in start..<bytes.count where bytes[at] & 0xC0 != 0x80 {
      if count % Self.step == 0 { offsets.append(at) }
      count += 1
    }
  }

  /// The byte offset of a scalar; past the end, the end.
  func offset(ofScalar index: Int) -> Int {
    guard !isASCII else { return min(start + max(0, index), bytes.count) }
    let block = max(0, index) / Self.step
    guard block < offsets.count else { return bytes.count }
    var at = offsets[block]
    var left = max(0, index) % Self.step
    while at < bytes.count {
      if bytes[at] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      at += 1
    }
    return at
  }
}
