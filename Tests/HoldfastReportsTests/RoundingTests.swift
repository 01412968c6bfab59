import Exact
import Foundation
import HoldfastModel
import HoldfastReports
import Testing

/// Numbers that are the same in every run, by SplitMix64.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct RoundingTests {
  /// The bounds as the JSON report shows them.
  private func shown(_ measurement: HoldfastModel.Measurement, _ target: TargetLine) throws -> (
    Rational, Rational
  ) {
    var report = Sample.report
    report.findings = [
      finding("A", "A", .indeterminate, .straddles) {
        ($0.measurement, $0.target) = (measurement, target)
      }
    ]
    let data = Data(rendered(report, JSONReporter()).utf8)
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let result = root?["result"] as? [String: Any]
    let found = (result?["findings"] as? [[String: Any]])?.first?["measurement"] as? [String: Any]
    let lower = try #require((found?["lower"] as? String).flatMap { Exact.Decimal($0) })
    let upper = try #require((found?["upper"] as? String).flatMap { Exact.Decimal($0) })
    return (Rational(lower), Rational(upper))
  }

  private func check(_ measurement: HoldfastModel.Measurement, _ target: TargetLine) throws {
    let bounds = try #require(measurement.bounds)
    let (lower, upper) = try shown(measurement, target)
    #expect(lower <= bounds.lower && bounds.upper <= upper)
    for (seen, real) in [(lower, bounds.lower), (upper, bounds.upper)] {
      #expect(target.isAbove(seen) == target.isAbove(real), "\(seen) for \(real), \(target)")
      #expect(target.isBelow(seen) == target.isBelow(real), "\(seen) for \(real), \(target)")
    }
  }

  /// Shown bounds hold the real ones, and stand on the same side of the target.
  @Test(arguments: 0..<200) func goesOutwardAndNeverAcrossTheTarget(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let whole = Int128(Int.random(in: 1...1_000_000_000_000_000, using: &dice))
    let parts = (0..<2).map { _ in Int128(Int.random(in: 0...Int(whole), using: &dice)) }.sorted()
    let units: [HoldfastModel.Measurement.Unit] = [.share, .money("GBP"), .number, .rows]
    let unit = units.randomElement(using: &dice) ?? .share
    var ends = parts.map { fraction($0, whole) }
    // A target that is hit, or missed by a hair, is where rounding could lie.
    let near = [0, 1, -1].randomElement(using: &dice) ?? 0
    let aim = fraction(Int128(Int.random(in: 0...100, using: &dice)), 100)
    if let close = try? aim.adding(Rational(Int128(near), whole)) {
      ends[Int.random(in: 0...1, using: &dice)] = close
    }
    let bounds = ends.sorted()
    let comparisons: [Target.Comparison] = [.atLeast, .above, .atMost, .below, .equal]
    let comparison = comparisons.randomElement(using: &dice) ?? .atLeast
    try check(
      measured(.quotient, unit, bounds[0], bounds[1]),
      TargetLine(comparison, [aim], text: "target"))
  }

  @Test(arguments: [Int128(10_000_000_000), 10_000_000_000_000_000_000, 1 << 100])
  func missesByAHairStayMisses(_ whole: Int128) throws {
    for (top, comparison) in [
      (whole / 4 - 1, Target.Comparison.atLeast), (whole / 4 + 1, .atMost), (whole / 4, .above),
      (whole / 4, .atLeast), (whole / 4 + 1, .above),
    ] {
      let value = fraction(top, whole)
      let target = TargetLine(comparison, [fraction(1, 4)], text: "x")
      try check(measured(.quotient, .share, value, value), target)
      try check(measured(.quotient, .share, .zero, value), target)
    }
  }

  /// Who relies on a rounded distance stays on the right side of the line.
  @Test(
    arguments: [
      (number("9399999.99"), nil, "£9.3m"), (number("999999.99"), nil, "£999,999.99"),
      (nil, number("1200000.01"), "£1.3m"), (nil, number("1000000000"), "£1.0bn"),
    ] as [(Exact.Decimal?, Exact.Decimal?, String)])
  func distancesAreOnTheSafeSide(
    _ headroom: Exact.Decimal?, _ shortfall: Exact.Decimal?, _ text: String
  ) {
    var report = Sample.report
    report.findings = [
      finding("A", "A", headroom == nil ? .fail : .pass) {
        ($0.measurement, $0.target) = (share(fraction(1, 2), fraction(1, 2)), quarter)
        ($0.headroom, $0.shortfall, $0.currency) = (headroom, shortfall, "GBP")
      }
    ]
    #expect(rendered(report, TerminalReporter()).contains(" \(text) for which"))
  }

  /// A number that leaves no room for digits behind the point is not shown as zero.
  @Test func largeNumbersAreShownWhole() throws {
    let large = fraction(Int128(10) << 120)
    let (lower, upper) = try shown(
      measured(.sum, .money("GBP"), large, large), TargetLine(.atLeast, [.zero], text: "x"))
    #expect(lower == large && upper == large)
  }
}
