import CEL
import Testing

@Suite("limits of lists")
struct ListLimitTests {
  /// With more steps than are usual, so that what functions refuse by themselves is seen.
  private func evaluate(
    _ text: String, _ x: Value, _ y: Value = .list([]), steps: Int = 20_000_000
  ) throws -> Value {
    var limits = Limits.default
    limits.steps = steps
    let environment = Environment(
      variables: [Variable("x", .list(.dyn)), Variable("y", .list(.dyn))], limits: limits)
    return try environment.program(environment.compile(text)).evaluate(Cells(values: [x, y]))
  }

  /// A list with itself in it twice, over and over: small in memory, endless to look at.
  private static func doubled(_ times: Int, from value: Value = .list([])) -> Value {
    (0..<times).reduce(value) { value, _ in .list([value, value]) }
  }

  /// A list within a list within a list.
  private static func nested(_ levels: Int) -> Value {
    (0..<levels).reduce(.int(1)) { value, _ in .list([value]) }
  }

  @Test(arguments: [
    ("x.flatten(100)", "the list would have too many elements"),
    ("x.distinct()", "the lists are too large to be compared element by element"),
    ("sets.contains(x, [1])", "the lists are too large to be compared element by element"),
    ("sets.equivalent(x, [1])", "the lists are too large to be compared element by element"),
    ("sets.intersects(x, [1])", "the lists are too large to be compared element by element"),
  ])
  func whatSharesItsPartsIsNotLookedAtForever(_ text: String, _ message: String) throws {
    #expect(try evaluate(text, Self.doubled(21)).description == "error: " + message)
  }

  @Test func flatteningMakesNoEndlessList() throws {
    let value = try evaluate("x.flatten(100)", Self.doubled(21, from: .int(1)))
    #expect(value.description == "error: the list would have too many elements")
    let full = try evaluate("x.flatten(16).size()", Self.doubled(16, from: .list([.int(1)])))
    #expect(full.description == "65536")
  }

  @Test func deepListsAreFlattenedWithoutRecursion() throws {
    #expect(try evaluate("x.flatten(5000)", Self.nested(1000)).description == "[1]")
    #expect(
      try evaluate("x.distinct().size()", .list([Self.nested(50), .int(1)])).description == "2")
    #expect(
      try evaluate("x.distinct()", Self.nested(500)).description
        == "error: the lists are nested too deeply to be compared")
  }

  @Test func longTextsAreNotComparedForever() throws {
    let long = Value.string(String(repeating: "a", count: 1 << 20))
    let value = try evaluate("x.sort().size()", .list(Array(repeating: long, count: 80)))
    #expect(value.description == "error: the expression needs too many steps")
    let few = try evaluate("x.sort().size()", .list([long, long, long]))
    #expect(few.description == "3")
  }

  @Test func listsThatAreMadeArePaidFor() throws {
    let twenty = Value.list((0..<20).map { .int(262_124 + $0) })
    let value = try evaluate("x.exists(n, lists.range(n).size() < 0)", twenty, steps: 1_000_000)
    #expect(value.description == "error: the expression needs too many steps")
  }

  @Test func manyElementsAreFoundByTheirHash() throws {
    let many = Value.list((0..<60_000).map { .int($0 % 30_000) })
    let records = Value.list(
      try (0..<20_000).map { number in
        .map(try MapValue([(key: .string("id"), value: .int(Int64(number)))]))
      })
    #expect(try evaluate("x.distinct().size()", many).description == "30000")
    #expect(try evaluate("x.distinct().size()", records).description == "20000")
    #expect(try evaluate("sets.equivalent(x, y)", records, records).description == "true")
    #expect(try evaluate("x.sort().slice(1, 3)", many).description == "[0, 1]")
  }

  /// Each alone would be compared with all others.
  @Test func addressesAndNumbersThatAreNoneAreFoundByTheirHash() throws {
    let numbers = Value.list(Array(repeating: .double(.nan), count: 4000))
    #expect(try evaluate("x.distinct().size()", numbers).description == "4000")
    let texts = Value.list((0..<4000).map { .string("10.0.\($0 / 250).\($0 % 250)") })
    let addresses = try evaluate("x.map(t, ip(t)).distinct().size()", texts)
    #expect(addresses.description == "4000")
    let blocks = try evaluate("x.map(t, cidr(t + '/8')).distinct().size()", texts)
    #expect(blocks.description == "4000")
  }

  /// A value of a host that has no hash, so that each is compared with all others.
  private struct Tag: OpaqueValue {
    let number: Int

    var typeName: String { "tag" }
    var description: String { "tag(\(number))" }

    func isEqual(to other: any OpaqueValue) -> Bool { (other as? Tag)?.number == number }
  }

  @Test func valuesWithoutHashesAreNotComparedForever() throws {
    let tags = (0..<4000).map { Value.opaque(Tag(number: $0)) }
    let value = try evaluate("x.distinct()", .list(tags))
    #expect(
      value.description == "error: the lists are too large to be compared element by element")
    let few = Array(tags.prefix(50))
    #expect(try evaluate("x.distinct().size()", .list(few + few)).description == "50")
    #expect(try evaluate("sets.contains(x, y)", .list(few), .list(few)).description == "true")
  }
}
