import CEL
import Testing

/// The functions of cel-go's mathematical extension, as its documentation describes them.
@Suite("mathematics")
struct MathTests {
  @Test(arguments: [
    ("math.greatest(1u, 2u)", "2u"), ("math.greatest(-42.0, -21.5)", "-21.5"),
    ("math.greatest([-42.0, -21.5, -100.0])", "-21.5"), ("math.greatest(5.4, 10)", "10"),
    ("math.greatest(1, 1.0)", "1"), ("math.greatest(1.0, 1u)", "1.0"), ("math.least(1u, 1)", "1u"),
    ("math.least(3, 2u)", "2u"), ("math.least(dyn(2.5), dyn(2))", "2"), ("math.least(5.5)", "5.5"),
    ("math.least([5.4, 10u, 3u, 1u, 3.5])", "1u"), ("math.least(dyn([3, 2.0]))", "2.0"),
    ("math.greatest(9223372036854775807, 1.5)", "9223372036854775807"),
    ("math.greatest(18446744073709551615u, -1)", "18446744073709551615u"),
    ("math.isNaN(math.least([0.0 / 0.0]))", "true"),
    ("math.ceil(-1.2)", "-1.0"), ("math.ceil(1e300)", "1e300"), ("math.floor(1.2)", "1.0"),
    ("math.floor(4503599627370495.5)", "4503599627370495.0"), ("math.round(1.5)", "2.0"),
    ("math.round(0.49999999999999994)", "0.0"), ("math.round(-0.5)", "-1.0"),
    ("math.round(2.5)", "3.0"), ("math.trunc(1.9)", "1.0"),
    ("math.isInf(math.ceil(1.0/0.0))", "true"),
    ("math.isNaN(math.round(0.0 / 0.0))", "true"), ("1.0 / math.ceil(-0.5) < 0.0", "true"),
    ("1.0 / math.trunc(-0.5) < 0.0", "true"), ("1.0 / math.floor(0.5) > 0.0", "true"),
    ("math.abs(-9223372036854775807)", "9223372036854775807"), ("math.abs(-1.5)", "1.5"),
    ("math.abs(7u)", "7u"), ("math.sign(-7)", "-1"), ("math.sign(7u)", "1u"),
    ("math.sign(-0.1)", "-1.0"), ("1.0 / math.sign(-0.0) > 0.0", "true"),
    ("math.isNaN(math.sign(0.0 / 0.0))", "true"), ("math.sign(1.0 / 0.0)", "1.0"),
    ("math.sqrt(81)", "9.0"), ("math.sqrt(81u)", "9.0"),
    ("math.sqrt(985.25)", "31.388692231439016"),
    ("math.isNaN(math.sqrt(-15))", "true"), ("math.sqrt(0)", "0.0"),
    ("math.sqrt(2.0)", "1.4142135623730951"),
    ("math.sqrt(5e-324)", "2.2227587494850775e-162"), ("math.isNaN(math.sqrt(-1.0 / 0.0))", "true"),
    ("math.sqrt(1.7976931348623157e308)", "1.3407807929942596e154"),
    ("math.isInf(math.sqrt(1.0 / 0.0))", "true"), ("1.0 / math.sqrt(-0.0) < 0.0", "true"),
    ("math.isInf(0.0 / 0.0)", "false"), ("math.isInf(-1.0 / 0.0)", "true"),
    ("math.isFinite(0.0 / 0.0)", "false"), ("math.isFinite(1.0 / 0.0)", "false"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    let (value, expected) = (try evaluate(text), try evaluate(wanted))
    #expect(value.isEqual(to: expected) && value.type == expected.type, "\(text) is \(value)")
  }

  /// Decimals are a type of this language only.
  @Test(arguments: [
    ("math.greatest(decimal('1.5'), 2)", "decimal('2')"),
    ("math.least(amount, 7u)", "decimal('7')"),
    ("math.least(3, decimal('2.5'))", "decimal('2.5')"),
    ("math.least(amount, 1.25)", "decimal('1.25')"),
    ("math.greatest([amount, decimal('200')])", "decimal('200')"), ("math.least(amount)", "amount"),
    ("math.least([dyn(amount), dyn(3), dyn(4u)])", "decimal('3')"),
    ("math.abs(decimal('-1.50'))", "decimal('1.5')"),
    ("math.sign(decimal('-1.5'))", "decimal('-1')"),
    ("math.sign(decimal('0.00'))", "decimal('0')"), ("math.ceil(decimal('-1.5'))", "decimal('-1')"),
    ("math.floor(decimal('-1.5'))", "decimal('-2')"),
    ("math.trunc(decimal('-1.9'))", "decimal('-1')"),
    ("math.round(decimal('2.5'))", "decimal('3')"),
    ("math.round(decimal('-2.5'))", "decimal('-3')"),
    ("math.round(decimal('-2.49'))", "decimal('-2')"), ("math.round(decimal('7'))", "decimal('7')"),
    (
      "math.round(decimal('0.50000000000000000000000000000000000000'))", "decimal('1')"
    ),
    (
      "math.round(decimal('99999999999999999999999999999999999999'))",
      "decimal('99999999999999999999999999999999999999')"
    ),
  ])
  func takesDecimals(_ text: String, _ wanted: String) throws {
    let (value, expected) = (try evaluate(text), try evaluate(wanted))
    #expect(value.isEqual(to: expected) && value.type == .decimal, "\(text) is \(value)")
  }

  @Test(arguments: [
    ("math.greatest(dyn([]))", "math.greatest(list) argument must not be empty"),
    ("math.least([])", "math.least(list) argument must not be empty"),
    ("math.greatest(0.0 / 0.0, 1.0)", "NaN values cannot be ordered"),
    ("math.least([1, 0.0 / 0.0])", "NaN values cannot be ordered"),
    ("math.least(dyn('a'))", none), ("math.least(dyn(['a']))", none),
    ("math.least(dyn([1, 'a']))", none),
    ("math.greatest(dyn('a'), dyn('b'))", none), ("math.least(dyn(decimal('1')), dyn(1.0))", none),
    ("math.least(dyn([decimal('1'), 1.0]))", none),
    ("math.least(dyn([1.0, 5, decimal('3')]))", none), ("math.ceil(dyn(1))", none),
    ("math.round(dyn(1u))", none), ("math.sign(dyn(true))", none), ("math.sqrt(dyn('4'))", none),
    ("math.isNaN(dyn(1))", none), ("math.bitAnd(2u, dyn(1))", none), ("math.bitNot(dyn(''))", none),
    ("math.bitShiftLeft(dyn(4.3), 1)", none), ("math.bitShiftLeft(4, dyn(1u))", none),
    ("math.abs(-9223372036854775808)", "integer overflow"),
    ("math.bitShiftLeft(1, -1)", "math.bitShiftLeft() negative offset"),
    ("math.bitShiftRight(1u, -9223372036854775808)", "math.bitShiftRight() negative offset"),
  ])
  func givesTheError(_ text: String, _ message: String) throws {
    #expect(try failure(text) == message)
  }

  private static let none = "no such overload"

  @Test(arguments: [
    "math.greatest('a')", "math.greatest(1, 'a')", "math.least(amount, rate)", "math.ceil(count)",
    "math.least(['a'])", "math.least(day, day)", "math.isNaN(amount)", "math.sqrt(amount)",
    "math.bitOr(1, 1u)", "math.bitShiftLeft(1, 1u)", "math.bitNot(1.0)",
  ])
  func theCheckerRefuses(_ text: String) {
    #expect(!issues(text).isEmpty)
  }

  @Test(
    arguments: [
      ("math.greatest(1, 2)", .int), ("math.least(1u, 2u)", .uint),
      ("math.least(1.5, 2.0)", .double),
      ("math.least(1, 2u)", .dyn), ("math.least(1, 2.0)", .dyn), ("math.least([1, 2])", .int),
      ("math.greatest(amount, 2)", .decimal), ("math.greatest(units, amount)", .decimal),
      ("math.greatest(amount, 1.5)", .decimal), ("math.greatest([amount])", .decimal),
      ("math.sqrt(4)", .double), ("math.sign(amount)", .decimal), ("math.round(amount)", .decimal),
      ("math.bitShiftLeft(1u, 2)", .uint), ("math.isInf(rate)", .bool),
    ] as [(String, CELType)])
  func theCheckerKnowsTheType(_ text: String, _ type: CELType) throws {
    #expect(try sampleEnvironment.compile(text).type == type)
  }

  /// Roundings and roots of doubles of all sizes against those of the machine.
  @Test func agreesWithTheMachine() throws {
    let environment = Environment(variables: [Variable("x", .double)])
    let program = try environment.program(
      environment.compile(
        "[math.ceil(x), math.floor(x), math.round(x), math.trunc(x), math.sqrt(x), math.abs(x)]"))
    var random = Steps(state: 3)
    for round in 0..<3000 {
      let any = Double(bitPattern: random.next() << 33 ^ random.next() << 8 ^ random.next())
      let near = Double(Int64(random.next() % 4000) - 2000) / [1, 2, 8, 10, 3][round % 5]
      let double = round % 2 == 0 ? any : near
      guard case .list(let values) = program.evaluate(Cells(values: [.double(double)])) else {
        Issue.record("\(double)")
        continue
      }
      let wanted = [
        double.rounded(.up), double.rounded(.down), double.rounded(.toNearestOrAwayFromZero),
        double.rounded(.towardZero), double.squareRoot(), double.magnitude,
      ]
      for (value, wanted) in zip(values, wanted) {
        guard case .double(let found) = value else {
          Issue.record("\(double): \(value)")
          continue
        }
        let isSame = found.bitPattern == wanted.bitPattern || (found.isNaN && wanted.isNaN)
        #expect(isSame, "\(double): \(found), expected \(wanted)")
      }
    }
  }
}
