import Exact
import Testing

@Suite struct RationalTests {
  @Test(arguments: rows(rationalTable))
  func calculatesAsPythonDoes(row: [String]) throws {
    let (a, b) = (try rational(row[0]), try rational(row[1]))
    #expect(try a.adding(b) == rational(row[2]))
    #expect(try a.subtracting(b) == rational(row[3]))
    #expect(try a.multiplied(by: b) == rational(row[4]))
    #expect(try a.divided(by: b) == rational(row[5]))
    #expect((a < b) == (row[6] == "-1") && (a > b) == (row[6] == "1"))
    #expect((a == b) == (row[6] == "0"))
  }

  @Test(arguments: rows(roundingTable))
  func roundsAsPythonDoes(row: [String]) throws {
    let (value, scale) = (try rational(row[0]), try #require(Int(row[1])))
    let rounded = try [Rounding.down, .up, .halfEven].map {
      try value.rounded(scale: scale, $0).description
    }
    #expect(rounded == Array(row[2...]))
  }

  @Test func standsInLowestTermsWithThePositiveBelow() throws {
    let value = try Rational(6, -8)
    #expect(value.numerator == -3 && value.denominator == 4 && value.signum == -1)
    #expect(try Rational(0, -5) == .zero)
    #expect(try Rational(0, -5).denominator == 1)
    #expect(try Rational(.min, 2).numerator == .min / 2)
  }

  @Test(arguments: [
    ("0.25", "1/4"), ("-1.50", "-3/2"), ("100", "100/1"), ("0.000", "0/1"),
    (
      "0.00000000000000000000000000000000000001",
      "1/100000000000000000000000000000000000000"
    ),
  ])
  func comesFromADecimalAndGoesBack(text: String, fraction: String) throws {
    let value = try decimal(text)
    #expect(try Rational(value) == rational(fraction))
    #expect(Rational(value).decimal == value)
  }

  @Test func hasNoDecimalWhereItNeverEnds() throws {
    #expect(try Rational(1, 3).decimal == nil)
    #expect(try Rational(1, 8).decimal == decimal("0.125"))
    #expect(try Rational(.max, 1024).decimal == nil)
  }

  @Test func dividesDecimals() throws {
    #expect(try Rational(decimal("0.30"), over: decimal("1.2")) == Rational(1, 4))
    #expect(throws: ExactError.divisionByZero) {
      try Rational(Decimal(1), over: Decimal(coefficient: 0, scale: 2))
    }
  }

  @Test func comparesBeyond128Bits() throws {
    let (a, b) = (try Rational(.max, .max - 1), try Rational(.max - 1, .max - 2))
    #expect(a < b)
    #expect(!(b < a))
    #expect(try Rational(-.max, 1) < Rational(1, .max))
  }

  @Test func refusesWhatDoesNotFit() throws {
    let largest = try Rational(.max, 1)
    let lowest = Rational(Decimal(coefficient: .min, scale: 0))
    #expect(throws: ExactError.divisionByZero) { try Rational(1, 0) }
    #expect(throws: ExactError.divisionByZero) { try largest.divided(by: .zero) }
    #expect(throws: ExactError.overflow) { try Rational(.min, 1) }
    #expect(throws: ExactError.overflow) { try largest.adding(Rational(1)) }
    #expect(throws: ExactError.overflow) { try Rational.zero.subtracting(lowest) }
    #expect(throws: ExactError.overflow) { try largest.multiplied(by: Rational(2)) }
    #expect(throws: ExactError.overflow) { try largest.rounded(scale: 1, .down) }
    #expect(throws: ExactError.overflow) { try Rational(1).rounded(scale: 39, .down) }
    #expect(throws: ExactError.overflow) { try Rational(1).rounded(scale: -1, .down) }
    #expect(throws: ExactError.overflow) { try lowest.rounded(scale: 0, .down) }
    #expect(try largest.rounded(scale: 0, .up).coefficient == .max)
  }

  /// The two fractions lie within one unit of 2^127 and of 2^128 in their last place, where the
  /// step to the upper neighbour leaves 127 and 128 bits.
  @Test(arguments: [
    ("13629987179054834306/8010986465379582129", Rounding.up),
    ("27259974358109668612/8010986465379582129", Rounding.up),
  ])
  func refusesToRoundOutOfTheRange(fraction: String, rounding: Rounding) throws {
    let value = try rational(fraction)
    #expect(throws: ExactError.overflow) { try value.rounded(scale: 38, rounding) }
  }

  @Test func keepsTheLawsOfArithmetic() throws {
    var generator = Generator(seed: 3)
    for _ in 0..<1000 {
      let a = try Rational(
        Int128(generator.int(in: -9999...9999)), Int128(generator.int(in: 1...999)))
      let b = try Rational(
        Int128(generator.int(in: -9999...9999)), Int128(generator.int(in: 1...999)))
      #expect(try a.adding(b).subtracting(b) == a)
      #expect(try a.subtracting(b).signum == (a < b ? -1 : a == b ? 0 : 1))
      if b.signum != 0 { #expect(try a.multiplied(by: b).divided(by: b) == a) }
      let down = try Rational(a.rounded(scale: 3, .down))
      let up = try Rational(a.rounded(scale: 3, .up))
      let near = try Rational(a.rounded(scale: 3, .halfEven))
      #expect(down <= a && a <= up && (near == down || near == up))
      #expect(try up.subtracting(down) <= Rational(1, 1000))
    }
  }
}
