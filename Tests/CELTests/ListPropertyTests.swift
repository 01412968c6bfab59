import CEL
import Exact
import Testing

/// Lists of few different values, so that many are equal.
private struct RandomLists {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func list(most: Int, depth: Int = 0) -> [Value] {
    (0..<below(most + 1)).map { _ in value(depth: depth) }
  }

  private mutating func value(depth: Int) -> Value {
    let number = below(3)
    return switch below(depth < 2 ? 14 : 11) {
    case 0: .int(Int64(number))
    case 1: .uint(UInt64(number))
    case 2: .double(Double(number))
    case 3: .double(Double(number) + 0.1)
    case 4: .decimal(Decimal(coefficient: Int128(number) * 10, scale: 1))
    case 5: .string(["a", "e\u{301}", "\u{E9}"][number])
    case 6: .bytes([UInt8(number)])
    case 7: .bool(number == 0)
    case 8: number == 0 ? .double(.nan) : .double([.infinity, -0.0][number - 1])
    case 9: TimeSpan(nanoseconds: Int128(number)).map(Value.duration) ?? .null
    case 10: .optional(number == 0 ? nil : .int(Int64(number)))
    case 11:
      (try? MapValue([(.int(1), .int(Int64(number))), (.string("a"), .null)])).map(Value.map)
        ?? .null
    case 12:
      (try? MapValue([(.string("a"), .null), (.uint(1), .double(Double(number)))])).map(Value.map)
        ?? .null
    default: .list(list(most: 2, depth: depth + 1))
    }
  }
}

/// What hashes decide, decided by comparing every pair.
@Suite("lists as sets, by brute force")
struct ListPropertyTests {
  private static let environment = Environment(variables: [
    Variable("x", .list(.dyn)), Variable("y", .list(.dyn)),
  ])

  private static func program(_ text: String) throws -> Program {
    try environment.program(environment.compile(text))
  }

  private static func isIn(_ value: Value, _ list: [Value]) -> Bool {
    list.contains { $0.isEqual(to: value) }
  }

  @Test(arguments: 0..<8)
  func distinctKeepsTheFirstOfEqualElements(_ seed: Int) throws {
    let program = try Self.program("x.distinct()")
    var random = RandomLists(seed: UInt64(seed))
    for _ in 0..<250 {
      let list = random.list(most: 12)
      var wanted: [Value] = []
      for value in list where !Self.isIn(value, wanted) { wanted.append(value) }
      let value = program.evaluate(Cells(values: [.list(list), .list([])]))
      #expect(value.description == Value.list(wanted).description)
    }
  }

  @Test(arguments: 0..<8)
  func setsAreCompared(_ seed: Int) throws {
    let program = try Self.program(
      "[sets.contains(x, y), sets.equivalent(x, y), sets.intersects(x, y)]")
    var random = RandomLists(seed: UInt64(seed) + 100)
    for _ in 0..<250 {
      let x = random.list(most: 8)
      // Parts of the first list, so that the second is often contained in it.
      let y = random.below(2) == 0 ? random.list(most: 4) : Array(x.dropFirst(random.below(4)))
      let contains = y.allSatisfy { Self.isIn($0, x) }
      let wanted = [
        contains, contains && x.allSatisfy { Self.isIn($0, y) }, y.contains { Self.isIn($0, x) },
      ]
      let value = program.evaluate(Cells(values: [.list(x), .list(y)]))
      #expect(value.description == Value.list(wanted.map(Value.bool)).description, "\(x) \(y)")
    }
  }

  @Test func flatteningIsRepeatedFlattening() throws {
    let (whole, once) = (try Self.program("x.flatten(3)"), try Self.program("dyn(x).flatten()"))
    var random = RandomLists(seed: 7)
    for _ in 0..<500 {
      let list = Value.list(random.list(most: 6))
      let value = whole.evaluate(Cells(values: [list, .null]))
      let steps = (0..<3).reduce(list) { list, _ in once.evaluate(Cells(values: [list, .null])) }
      #expect(value.description == steps.description)
    }
  }
}
