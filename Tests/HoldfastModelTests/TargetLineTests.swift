import Exact
import HoldfastModel
import Testing

@Suite struct TargetLineTests {
  /// Whether 24, 25, 26, 30 and 31 reach a line at 25, or between 25 and 30.
  @Test(
    arguments: [
      (.atLeast, [false, true, true, true, true]),
      (.above, [false, false, true, true, true]),
      (.atMost, [true, true, false, false, false]),
      (.below, [true, false, false, false, false]),
      (.equal, [false, true, false, false, false]),
      (.between, [false, true, true, true, false]),
    ] as [(Target.Comparison, [Bool])])
  func contains(_ comparison: Target.Comparison, _ expected: [Bool]) {
    let ends = comparison == .between ? [25, 30] : [25]
    let line = TargetLine(comparison, ends.map { Rational($0) }, text: "x")
    #expect([24, 25, 26, 30, 31].map { line.contains(Rational($0)) } == expected)
    #expect(line.text == "x")
  }

  @Test func aNumberIsPastOneEndAndShortOfTheOther() {
    let line = TargetLine(.between, [Rational(10), Rational(20)], text: "")
    #expect(!line.isAbove(Rational(9)) && line.isBelow(Rational(9)))
    #expect(line.isAbove(Rational(21)) && !line.isBelow(Rational(21)))
  }

  @Test func holdsNumbersThatDifferInTheLastPlace() throws {
    let third = try Rational(1, 3)
    let line = TargetLine(.atLeast, [third], text: "")
    #expect(line.contains(third))
    #expect(try !line.contains(Rational(333_333_333_333_333_333, 1_000_000_000_000_000_000)))
  }

  @Test func anOpenLineHoldsEverything() {
    #expect(TargetLine(minimum: nil, maximum: nil, text: "").contains(Rational(-1)))
  }
}
