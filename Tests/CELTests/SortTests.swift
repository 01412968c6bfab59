import CEL
import Exact
import Testing

@Suite("sorting")
struct SortTests {
  private static let environment = Environment(variables: [Variable("x", .list(.dyn))])

  /// Checks the order against that of Swift's own types; `id` keeps equal elements apart.
  private func check<Key: Comparable>(_ keys: [Key], _ value: (Key) -> Value) throws {
    let program = try Self.environment.program(
      Self.environment.compile(
        "[dyn(x.sort()), dyn(x)] == [dyn(x.sort().sort()), dyn(x)] ? x.sort() : []"))
    let wanted = keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    let list = Value.list(keys.map(value))
    let sorted = program.evaluate(Cells(values: [list]))
    #expect(sorted.description == Value.list(wanted.map { value($0.element) }).description)
  }

  private static func numbers(_ seed: UInt64, _ count: Int) -> [UInt64] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// A text by its code points.
  private struct CodePoints: Comparable {
    let text: String

    static func == (left: Self, right: Self) -> Bool {
      left.text.unicodeScalars.elementsEqual(right.text.unicodeScalars)
    }

    static func < (left: Self, right: Self) -> Bool {
      left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
    }
  }

  private struct Bytes: Comparable {
    let bytes: [UInt8]

    static func < (left: Self, right: Self) -> Bool {
      left.bytes.lexicographicallyPrecedes(right.bytes)
    }
  }

  @Test(arguments: [(1, 0), (2, 1), (3, 2), (4, 50), (5, 300)])
  func everyTypeHasItsOrder(_ seed: UInt64, _ count: Int) throws {
    let numbers = Self.numbers(seed, count)
    try check(numbers.map { Int64(bitPattern: $0) >> 40 }, Value.int)
    try check(numbers.map { Int64(bitPattern: $0) }, Value.int)
    try check(numbers, Value.uint)
    try check(numbers.map { Double(Int64(bitPattern: $0) >> 50) / 8 }, Value.double)
    try check(
      numbers.map {
        Decimal(coefficient: Int128($0 % 40) * ($0 & 1 == 0 ? 10 : 1), scale: $0 & 1 == 0 ? 2 : 1)
      },
      Value.decimal)
    try check(numbers.compactMap { CivilDate(days: Int($0 % 60) - 30) }, Value.date)
    try check(
      numbers.compactMap { TimeSpan(nanoseconds: Int128(Int64(bitPattern: $0)) >> 50) },
      Value.duration)
    let alphabet: [Unicode.Scalar] = ["a", "b", "\u{E9}", "\u{301}", "\u{FFFD}", "\u{1F600}"]
    try check(
      numbers.map { number in
        let scalars = (0..<number % 4).map { alphabet[Int(number >> (8 * $0 + 8) % 6)] }
        return CodePoints(text: String(String.UnicodeScalarView(scalars)))
      }, { .string($0.text) })
    try check(
      numbers.map { number in
        Bytes(
          bytes: (0..<number % 4).map { UInt8(truncatingIfNeeded: number >> (8 * $0 + 8)) & 0x83 })
      }, { .bytes($0.bytes) })
  }

  @Test(arguments: [
    ("[].sort()", "[]"), ("['b', 'a', ''].sort()", "[\"\", \"a\", \"b\"]"),
    ("[true, false, true].sort()", "[false, true, true]"),
    ("[timestamp(2), timestamp(1)].sort()[0] == timestamp(1)", "true"),
    ("[1.0 / 0.0, -1.0 / 0.0, 0.0].sort()", "[-Inf, 0.0, +Inf]"),
    ("['aa', 'b', 'c', 'dd', ''].sortBy(t, t.size())", "[\"\", \"b\", \"c\", \"aa\", \"dd\"]"),
    ("[-3, 1, -5, -2, 4].sortBy(e, -(e * e))", "[-5, 4, -3, -2, 1]"),
    ("lists.range(3).sortBy(e, -e)", "[2, 1, 0]"), ("[].sortBy(e, e)", "[]"),
    ("[{'n': 'b'}, {'n': 'a'}].sortBy(m, m.n)", "[{\"n\": \"a\"}, {\"n\": \"b\"}]"),
    ("[[2], [1]].sortBy(l, l[0])", "[[1], [2]]"),
    ("['b', 'a'].sortBy(t, 1)", "[\"b\", \"a\"]"),
    ("[amount, amount - 1].sort() == [amount - 1, amount]", "true"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    #expect(try evaluate(text).description == wanted, "\(text)")
  }

  @Test(arguments: [
    ("[1, 'b'].sort()", "list elements must have the same type"),
    ("['d', 3, 2, 'c'].sort()", "list elements must have the same type"),
    ("dyn([1, 1u]).sort()", "list elements must have the same type"),
    ("dyn([[1, 2, 3]]).sort()", "list elements must be comparable"),
    ("dyn([null]).sort()", "list elements must be comparable"),
    ("dyn([1, [2]]).sort()", "list elements must have the same type"),
    ("dyn('ab').sort()", "no such overload"),
    ("[0.0 / 0.0, 1.0].sort()", "NaN values cannot be ordered"),
    ("[1, 2].sortBy(x, x == 1 ? dyn('a') : 1)", "list elements must have the same type"),
    ("[1].sortBy(x, dyn([x]))", "list elements must be comparable"),
  ])
  func givesAnError(_ text: String, _ message: String) throws {
    #expect(try evaluate(text).description == "error: " + message)
  }

  @Test(arguments: ["[['a']].sort()", "[{'a': 1}].sort()", "'ab'.sort()", "[int].sort()"])
  func isRefusedByTheChecker(_ text: String) {
    #expect(!issues(text).isEmpty, "\(text)")
  }
}
