import Exact
import Testing

@Suite struct DecimalTests {
  @Test(arguments: rows(decimalTable))
  func calculatesAsPythonDoes(row: [String]) throws {
    let (a, b) = (try decimal(row[0]), try decimal(row[1]))
    #expect(try a.adding(b).description == row[2])
    #expect(try a.subtracting(b).description == row[3])
    #expect(try a.multiplied(by: b).description == row[4])
    #expect(try a.divided(by: b, scale: 4).description == row[5])
    #expect("\(a.compared(to: b))" == row[6])
    #expect((a == b) == (row[6] == "0") && (a < b) == (row[6] == "-1"))
  }

  @Test(arguments: rows(decimalRoundingTable))
  func roundsAsPythonDoes(row: [String]) throws {
    let (value, scale) = (try decimal(row[0]), try #require(Int(row[1])))
    let rounded = try [Rounding.down, .up, .halfEven].map {
      try value.rounded(scale: scale, $0).description
    }
    #expect(rounded == Array(row[2...]))
  }

  @Test(arguments: [
    "0", "7", "-7", "0.00", "-1234.50", "00.10", "12345678901234567890123456789012345678",
    "170141183460469231731687303715884105727",
    "0.12345678901234567890123456789012345678",
  ])
  func printsWhatItReads(text: String) throws {
    let canonical = text == "00.10" ? "0.10" : text
    #expect(try decimal(text).description == canonical)
    #expect(Decimal(utf8: Array(text.utf8))?.description == canonical)
  }

  @Test(arguments: [
    "", "-", "--1", "+1", ".5", "-.5", "1.", "1..2", "1.2.3", "1,000", " 1", "1 ", "1e3", "0x1",
    "\u{661}", "1-", "£1", "∞", "NaN", "170141183460469231731687303715884105728",
    "0.123456789012345678901234567890123456789",
  ])
  func refusesOtherShapes(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test func readsMinusZeroAsZero() throws {
    #expect(try decimal("-0.00").description == "0.00")
    #expect(try decimal("-0.00") == .zero)
  }

  @Test(arguments: [
    ("1.0", "1.00"), ("0", "0.000"), ("-10", "-10.0"), ("100", "100.00000000000000000000"),
    ("0.1", "0.10000000000000000000000000000000000000"),
  ])
  func equalNumbersHashAlike(left: String, right: String) throws {
    let (a, b) = (try decimal(left), try decimal(right))
    #expect(a == b)
    #expect(Set([a, b]).count == 1)
  }

  @Test func comparesBeyondTheRangeOfEitherScale() throws {
    let large = Decimal(coefficient: .max, scale: 0)
    let small = Decimal(coefficient: 1, scale: 38)
    #expect(small < large)
    #expect(Decimal(coefficient: .min, scale: 0) < small)
    #expect(Decimal(coefficient: .min, scale: 38) < Decimal(coefficient: .max, scale: 38))
    #expect(Decimal(coefficient: .max, scale: 38) < Decimal(coefficient: .max, scale: 37))
  }

  @Test func refusesWhatDoesNotFit() {
    let largest = Decimal(coefficient: .max, scale: 0)
    let smallest = Decimal(coefficient: .min, scale: 0)
    let one = Decimal(1)
    #expect(throws: ExactError.overflow) { try largest.adding(one) }
    #expect(throws: ExactError.overflow) { try smallest.subtracting(one) }
    #expect(throws: ExactError.overflow) { try smallest.negated() }
    #expect(throws: ExactError.overflow) { try largest.adding(Decimal(coefficient: 1, scale: 1)) }
    #expect(throws: ExactError.overflow) { try largest.multiplied(by: Decimal(2)) }
    #expect(throws: ExactError.overflow) { try largest.rescaled(to: 1) }
    #expect(throws: ExactError.overflow) { try one.rescaled(to: 39) }
    #expect(throws: ExactError.divisionByZero) { try one.divided(by: .zero, scale: 2) }
    #expect(throws: ExactError.inexact) { try Decimal(coefficient: 105, scale: 2).rescaled(to: 1) }
  }

  @Test func rescalesWithoutLoss() throws {
    #expect(try decimal("1.50").rescaled(to: 1).description == "1.5")
    #expect(try decimal("1.5").rescaled(to: 3).description == "1.500")
    #expect(try decimal("-1.00").rescaled(to: 0).description == "-1")
  }

  @Test func dropsZerosWhereAProductWouldHaveTooManyPlaces() throws {
    let half = Decimal(coefficient: 50_000_000_000_000_000_000, scale: 20)
    #expect(try half.multiplied(by: half) == decimal("0.25"))
  }

  @Test func readsBackWhatItPrints() throws {
    var generator = Generator(seed: 1)
    for _ in 0..<2000 {
      let value = generator.decimal(digits: 18)
      let again = try decimal(value.description)
      #expect(again.coefficient == value.coefficient && again.scale == value.scale)
    }
  }

  @Test func keepsTheLawsOfArithmetic() throws {
    var generator = Generator(seed: 2)
    for _ in 0..<1000 {
      let (a, b, c) = (generator.decimal(), generator.decimal(), generator.decimal())
      #expect(try a.adding(b) == b.adding(a))
      #expect(try a.adding(b).subtracting(b) == a)
      #expect(try a.multiplied(by: b.adding(c)) == a.multiplied(by: b).adding(a.multiplied(by: c)))
      #expect(a.compared(to: b) == -b.compared(to: a))
      #expect(try a.subtracting(b).signum == a.compared(to: b))
      #expect(a.normalized == a)
    }
  }
}
