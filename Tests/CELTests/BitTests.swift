import CEL
import Testing

/// Operations on bits against the same done bit by bit.
@Suite("bits")
struct BitTests {
  @Test(arguments: [
    ("math.bitAnd(-3, -5)", "-7"), ("math.bitOr(-2, -4)", "-2"), ("math.bitXor(4, -2)", "-6"),
    ("math.bitNot(-1)", "0"), ("math.bitNot(0u)", "18446744073709551615u"),
    ("math.bitShiftLeft(1, 63)", "-9223372036854775808"), ("math.bitShiftLeft(1u, 200)", "0u"),
    ("math.bitShiftLeft(1, 9223372036854775807)", "0"), ("math.bitShiftRight(1024u, 64)", "0u"),
    ("math.bitShiftRight(-1024, 3)", "2305843009213693824"), ("math.bitShiftRight(-1, 64)", "0"),
    ("math.bitShiftRight(-1, 0)", "-1"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    let (value, expected) = (try evaluate(text), try evaluate(wanted))
    #expect(value.isEqual(to: expected) && value.type == expected.type, "\(text) is \(value)")
  }

  @Test func agreesWithWorkDoneBitByBit() throws {
    let environment = Environment(
      variables: [Variable("a", .dyn), Variable("b", .dyn), Variable("n", .int)])
    let program = try environment.program(
      environment.compile(
        """
        [math.bitAnd(a, b), math.bitOr(a, b), math.bitXor(a, b), math.bitNot(a),
         math.bitShiftLeft(a, n), math.bitShiftRight(a, n)]
        """))
    var random = Steps(state: 11)
    for round in 0..<500 {
      let (a, b) = (random.next() << 33 ^ random.next(), random.next() << 33 ^ random.next())
      let distance = Int64(random.next() % 70)
      let bits = Self.bits(a, b, Int(distance))
      let make: (UInt64) -> Value = {
        round % 2 == 0 ? .uint($0) : .int(Int64(bitPattern: $0))
      }
      let value = program.evaluate(Cells(values: [make(a), make(b), .int(distance)]))
      #expect(value.isEqual(to: .list(bits.map(make))), "\(a) \(b) \(distance): \(value)")
    }
  }

  private static func bits(_ a: UInt64, _ b: UInt64, _ distance: Int) -> [UInt64] {
    let (left, right) = (digits(a), digits(b))
    let pairs = zip(left, right)
    let moved = (0..<64).map { $0 >= distance ? left[$0 - distance] : 0 }
    let back = (0..<64).map { $0 + distance < 64 ? left[$0 + distance] : 0 }
    return [
      pairs.map { min($0, $1) }, pairs.map { max($0, $1) }, pairs.map { $0 == $1 ? 0 : 1 },
      left.map { 1 - $0 }, moved, back,
    ].map { $0.reversed().reduce(0) { $0 * 2 + $1 } }
  }

  /// The bits, the lowest first.
  private static func digits(_ number: UInt64) -> [UInt64] {
    var rest = number
    return (0..<64).map { _ in
      defer { rest /= 2 }
      return rest % 2
    }
  }
}
