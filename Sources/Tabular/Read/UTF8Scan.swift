/// Finds the first byte of a block that strict UTF-8 does not allow.
enum UTF8Scan: Equatable {
  /// All bytes are UTF-8.
  case whole
  /// A letter begins at this index and may end in the next block.
  case cut(Int)
  /// The byte at this index begins no letter.
  case bad(Int)

  /// Looks at bytes that begin at the beginning of a letter.
  static func of(_ bytes: Span<UInt8>) -> UTF8Scan {
    var index = 0
    while index < bytes.count {
      if index + 64 <= bytes.count, isASCII(bytes, index) {
        index += 64
        continue
      }
      let stop = min(index + 64, bytes.count)
      while index < stop {
        guard bytes[index] >= 0x80 else {
          index += 1
          continue
        }
        guard let length = length(bytes, index) else { return .bad(index) }
        guard index + length <= bytes.count else { return .cut(index) }
        index += length
      }
    }
    return .whole
  }

  private static func isASCII(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var all: UInt8 = 0
    for index in start..<start + 64 { all |= bytes[index] }
    return all < 0x80
  }

  /// The length of the letter that begins here, judged by those of its bytes that are there.
  private static func length(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[start] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    for index in start + 1..<min(start + length, bytes.count) {
      let allowed = index == start + 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[index]) else { return nil }
    }
    return length
  }
}
