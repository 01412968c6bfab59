import Exact
import HoldfastEngine
import HoldfastModel
import Testing

/// Heavier rows are likelier to be drawn, just as much as they are heavier.
@Suite struct RowSamplerTests {
  private static func row(_ line: Int, _ file: String = "f") -> Witness {
    Witness(
      key: "k\(line)", digest: "d", shown: [], measure: nil, file: file, line: line, unknown: [])
  }

  private static func sample(
    _ weights: [Int], count: Int, seed: Int, order: [Int]? = nil
  ) throws -> RowSample {
    let sampler = RowSampler(count: count, seed: Array("\(seed)".utf8))
    for line in order ?? Array(weights.indices) {
      try sampler.take(Decimal(weights[line]), .counted) { Self.row(line) }
    }
    return sampler.sample(of: "p/A", currency: nil)
  }

  /// Over many seeds what the drawn rows stand for is the whole, and a row stands for itself.
  @Test func nothingIsLikelierThanItIsHeavy() throws {
    let weights = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89]
    let rounds = 4_000
    var stood = [Double](repeating: 0, count: weights.count)
    for seed in 0..<rounds {
      for item in try Self.sample(weights, count: 4, seed: seed).items {
        stood[item.row.line] +=
          Double(item.standsFor.numerator) / Double(item.standsFor.denominator)
      }
    }
    let whole = stood.reduce(0, +) / Double(rounds)
    #expect(abs(whole / Double(weights.reduce(0, +)) - 1) < 0.02)
    for (line, weight) in weights.enumerated() where weight >= 5 {
      #expect(abs(stood[line] / Double(rounds * weight) - 1) < 0.15, "row \(line)")
    }
  }

  @Test func whatIsDrawnFollowsFromTheSeedAndNotFromTheOrder() throws {
    let weights = (0..<60).map { $0 * $0 % 97 }
    var random = SystemRandomNumberGenerator()
    let first = try Self.sample(weights, count: 10, seed: 7)
    for _ in 0..<5 {
      let order = Array(weights.indices).shuffled(using: &random)
      let again = try Self.sample(weights, count: 10, seed: 7, order: order)
      #expect(again.items.map(\.row.line) == first.items.map(\.row.line))
      #expect(again.items.map(\.standsFor) == first.items.map(\.standsFor))
    }
    let others = try (0..<5).map {
      try Self.sample(weights, count: 10, seed: $0).items.map(\.row.line)
    }
    #expect(Set(others).count == 5)
  }

  @Test func whatIsSoHeavyIsAlwaysDrawn() throws {
    for seed in 0..<200 {
      let sample = try Self.sample([1, 1_000_000, 1, 1, 2, 3], count: 2, seed: seed)
      let heavy = try #require(sample.items.first { $0.row.line == 1 })
      #expect(heavy.isCertain && heavy.standsFor == Rational(1_000_000))
    }
  }

  @Test func fewRowsAreAllDrawn() throws {
    let sampler = RowSampler(count: 5, seed: [])
    for (line, measure) in ["-7.50", "0", "2.25"].enumerated() {
      try sampler.take(Decimal(measure), .unknown) { Self.row(line) }
    }
    try sampler.take(nil, .counted) { Self.row(9) }
    let sample = sampler.sample(of: "p/A", currency: "GBP")
    // A credit weighs as much as a payment; what is nothing weighs nothing.
    #expect(sample.items.map(\.row.line) == [0, 2] && sample.items.allSatisfy(\.isCertain))
    #expect(sample.rows == 3 && sample.unmeasured == 1 && sample.total == Decimal("9.75"))
  }
}
