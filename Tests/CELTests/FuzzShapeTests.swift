import CEL
import Testing

/// Expressions as those write them who want a program to hang: small, with types or values that
/// double with each level, or with as many parts as fit.
@Suite("expressions meant to exhaust")
struct FuzzShapeTests {
  private static func environment() throws -> Environment { try FuzzWorld().environment }

  /// `first` with a name, then `step` over that name, and so on; `last` over the last name. `X`
  /// stands for the name before.
  private static func chain(
    _ first: String, _ step: String, times: Int, _ last: String
  ) -> String {
    let values = (0...times).map { place in
      place == 0 ? first : named(step, place - 1)
    }
    let opened = values.enumerated().map { "cel.bind(x\($0), \($1), " }.joined()
    return opened + named(last, times) + String(repeating: ")", count: times + 1)
  }

  private static func named(_ text: String, _ place: Int) -> String {
    text.split(separator: "X", omittingEmptySubsequences: false).joined(separator: "x\(place)")
  }

  private static func nested(_ open: String, _ inner: String, _ close: String, _ depth: Int)
    -> String
  {
    String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
  }

  /// A list of as many copies of a text as an expression may have.
  private static func filled(_ item: String) -> String {
    "[" + String(repeating: item + ",", count: 65_000 / (item.utf8.count + 1)) + "]"
  }

  private static let doubled = ["[X, X]", "{'a': X, 'b': X}", "optional.of([X, X])"]
  private static let uses = [
    "[X] == [X]", "X != X", "{1: X} == {1: X}", "optional.of(X) == optional.of(X)",
    "[[X], [X]].distinct().size() > 1", "X == dyn([X])", "dyn(X) in [dyn(X), 1]",
    "'%s'.format([X]) == ''", "google.protobuf.ListValue{values: [X]} == [X]",
  ]

  @Test(arguments: doubled, uses)
  func valuesThatHoldThemselvesEnd(_ step: String, _ use: String) throws {
    let environment = try Self.environment()
    let text = Self.chain("[1, 1]", step, times: 40, use)
    let program = try environment.program(environment.compileUnchecked(text))
    let value = program.evaluate(Cells(values: FuzzWorld.variables.map { _ in .null }))
    guard case .error = value else {
      Issue.record("a value of 2^40 parts was looked at: \(value.shown)")
      return
    }
  }

  @Test(arguments: [
    chain("1", "{X: X}", times: 60, "X == X"),
    "[1]" + (0..<60).map { ".map(v\($0), {v\($0): v\($0)})" }.joined(),
    "[1, 2.5, " + nested("[1, ", "1", "]", 80) + ", m0]",
    "m0 in " + nested("[1, ", "1", "]", 80), "m0 + " + nested("(1 + ", "1", ")", 90),
    "m0 == " + nested("-(2 * ", "1", ")", 45), nested("{1: ", "m0", ", 2: 1}", 80),
    nested("(b0 ? m0 : ", "1", ")", 45), nested("cel.bind(x, ", "m0", ", [x, 1])", 90),
  ])
  func theCheckEnds(_ text: String) throws {
    let environment = try Self.environment()
    _ = try environment.parse(text)
    guard let checked = try? environment.compile(text) else { return }
    #expect(checked.cost().least <= checked.cost().most)
  }

  @Test(arguments: [
    "[]", "1==1", "1 in[]", "x0?[]:[]", "{1:[]}", "dyn([])", "m0==1", "[].map(x,x)",
    "?optional.none()", "s0.matches('a')",
  ])
  func manyPartsAreChecked(_ item: String) throws {
    let environment = try Self.environment()
    let text = Self.filled(item)
    let checked = try environment.compile(text)
    #expect(checked.tree.kind.children.count == text.utf8.count / (item.utf8.count + 1))
  }
}
