import Exact
import Testing

/// The rows of a table, each split at blanks.
func rows(_ table: String) -> [[String]] {
  table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
}

func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

/// A fraction from `3/4`.
func rational(_ text: String) throws -> Rational {
  let parts = text.split(separator: "/").compactMap { Int128($0) }
  try #require(parts.count == 2)
  return try Rational(parts[0], parts[1])
}

/// Numbers that look random and are the same in every run.
struct Generator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  mutating func int(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// A decimal of up to `digits` digits and a scale of 0 to 4.
  mutating func decimal(digits: Int = 12) -> Decimal {
    var value = 0
    for _ in 0..<int(in: 1...digits) { value = value * 10 + int(in: 0...9) }
    return Decimal(
      coefficient: Int128(int(in: 0...1) == 0 ? value : -value), scale: int(in: 0...4))
  }
}
