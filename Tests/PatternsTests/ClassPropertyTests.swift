import Patterns
import Testing

/// Classes made by chance against the plain reading of what they are made of.
@Suite("classes in patterns, by chance")
struct ClassPropertyTests {
  /// Numbers that look like chance and are the same in each run.
  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) ^ (state << 31)
    }
  }

  private static let probes: [UInt32] =
    Array(0...0x180) + [0x2FF, 0x300, 0x301, 0xFFFF, 0x10000, 0x10FFFE, 0x10FFFF]

  @Test(arguments: UInt64(1)...60)
  func holdWhatTheirRangesHold(_ seed: UInt64) throws {
    var chance = Chance(state: seed)
    let ranges = (0..<Int.random(in: 1...8, using: &chance)).map { _ in
      let first = Self.probes.randomElement(using: &chance) ?? 0
      let second = Self.probes.randomElement(using: &chance) ?? 0
      return min(first, second)...max(first, second)
    }
    let isNegated = Bool.random(using: &chance)
    let written = ranges.map {
      "\\x{\(String($0.lowerBound, radix: 16))}-\\x{\(String($0.upperBound, radix: 16))}"
    }
    let pattern = try Pattern("^[\(isNegated ? "^" : "")\(written.joined())]$")
    for value in Self.probes {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let wanted = ranges.contains { $0.contains(value) } != isNegated
      #expect(pattern.matches(String(scalar)) == wanted, "\(pattern.text) and \(value)")
    }
  }

  /// A class and its negation share no character and leave none out, in any mode.
  @Test(
    arguments: [
      "\\d", "\\w", "\\s", "\\pL", "\\p{Lu}", "\\p{Greek}", "[:alpha:]", "[:punct:]", "k",
    ],
    ["", "(?i)"])
  func partAllCharacters(_ name: String, _ flags: String) throws {
    let inside = try Pattern("\(flags)^[\(name)]$")
    let outside = try Pattern("\(flags)^[^\(name)]$")
    let probes: [Range<UInt32>] = [0..<0x500, 0x2100..<0x2140, 0x1F680..<0x1F6A0]
    for value in probes.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(inside.matches(String(scalar)) != outside.matches(String(scalar)), "\(value)")
    }
  }
}
