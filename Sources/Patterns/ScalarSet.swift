/// A set of characters, by their numbers in Unicode.
struct ScalarSet: Sendable, Hashable {
  /// In order, apart from one another by at least one character.
  let ranges: [ClosedRange<UInt32>]
  /// Which ASCII characters are in it, worked out once.
  private let ascii: (low: UInt64, high: UInt64)

  private static let last: UInt32 = 0x10FFFF

  /// A set from ranges in any order, which may overlap.
  init(_ pieces: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for piece in pieces.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let before = merged.last, piece.lowerBound <= before.upperBound + 1 {
        let end = max(before.upperBound, piece.upperBound)
        merged[merged.count - 1] = before.lowerBound...end
      } else {
        merged.append(piece)
      }
    }
    ranges = merged
    ascii = Self.bits(merged)
  }

  private static func bits(_ ranges: [ClosedRange<UInt32>]) -> (low: UInt64, high: UInt64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for range in ranges where range.lowerBound < 128 {
      for value in range.lowerBound...min(127, range.upperBound) {
        if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
      }
    }
    return (low, high)
  }

  func contains(_ value: UInt32) -> Bool {
    if value < 64 { return ascii.low >> UInt64(value) & 1 == 1 }
    if value < 128 { return ascii.high >> UInt64(value - 64) & 1 == 1 }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= value
  }

  /// How many characters are in it.
  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// All other characters.
  var negated: ScalarSet {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if next < range.lowerBound { result.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= Self.last { result.append(next...Self.last) }
    return ScalarSet(result)
  }

  /// The set, or all other characters.
  func negated(if condition: Bool) -> ScalarSet { condition ? negated : self }

  /// Its one character, where it has just one.
  var only: UInt32? {
    guard ranges.count == 1, let range = ranges.first, range.count == 1 else { return nil }
    return range.lowerBound
  }

  static func == (left: ScalarSet, right: ScalarSet) -> Bool { left.ranges == right.ranges }

  func hash(into hasher: inout Hasher) { hasher.combine(ranges) }
}

extension ScalarSet {
  static let any = ScalarSet([0...0x10FFFF])
  static let notNewline = ScalarSet([0x0A...0x0A]).negated
  static let digit = ScalarSet([0x30...0x39])
  static let space = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  /// The ASCII classes that stand in `[[:name:]]`.
  static let named: [String: ScalarSet] = [
    "alnum": ScalarSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A]),
    "alpha": ScalarSet([0x41...0x5A, 0x61...0x7A]), "ascii": ScalarSet([0...0x7F]),
    "blank": ScalarSet([0x09...0x09, 0x20...0x20]),
    "cntrl": ScalarSet([0...0x1F, 0x7F...0x7F]), "digit": digit,
    "graph": ScalarSet([0x21...0x7E]), "lower": ScalarSet([0x61...0x7A]),
    "print": ScalarSet([0x20...0x7E]),
    "punct": ScalarSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
    "space": ScalarSet([0x09...0x0D, 0x20...0x20]), "upper": ScalarSet([0x41...0x5A]),
    "word": word, "xdigit": ScalarSet([0x30...0x39, 0x41...0x46, 0x61...0x66]),
  ]
}
