import CEL
import Testing

@Suite("sets")
struct SetsTests {
  @Test(arguments: [
    ("sets.contains([], [])", true), ("sets.contains([], [1])", false),
    ("sets.contains([1], [])", true), ("sets.contains([1], [1, 1])", true),
    ("sets.contains([1, 2, 3, 4], [2, 3])", true), ("sets.contains([1], [2])", false),
    ("sets.contains([1, 2.0, 3u], [1.0, 2u, 3])", true), ("sets.contains([1], [1, 2])", false),
    ("sets.contains([[1], [2, 3]], [[2, 3.0]])", true), ("sets.contains([1], ['1', 1])", false),
    ("sets.contains([1], [1.1, 1u])", false), ("sets.contains(tags, ['b'])", true),
    ("sets.contains([0.0 / 0.0], [0.0 / 0.0])", false),
    ("sets.contains([decimal('0.50')], [dyn(0.5)])", true),
    ("sets.contains([decimal('0.1')], [dyn(0.1)])", false),
    ("sets.equivalent([], [])", true), ("sets.equivalent([1], [1, 1])", true),
    ("sets.equivalent([1, 1], [1])", true), ("sets.equivalent([1], [1u, 1.0])", true),
    ("sets.equivalent([1, 2, 3], [3u, 2.0, 1])", true), ("sets.equivalent([2, 1], [1])", false),
    ("sets.equivalent([[1.0], [2, 3]], [[1], [2, 3.0]])", true),
    ("sets.equivalent([1], [1, 2])", false), ("sets.equivalent([1, 2], [2u, 2, 2.0])", false),
    ("sets.equivalent([1, 2], [1u, 2, 2.3])", false), ("sets.equivalent([], [1])", false),
    ("sets.intersects([], [])", false), ("sets.intersects([1], [])", false),
    ("sets.intersects([], [1])", false), ("sets.intersects([1], [1, 2])", true),
    ("sets.intersects([1], [1.0, 2])", true), ("sets.intersects([1], ['1', 2])", false),
    ("sets.intersects([1, 2], [1u, 2, 2.3])", true), ("sets.intersects([1], [1.1, 2u])", false),
    ("sets.intersects([[1], [2, 3]], [[1, 2], [2, 3.0]])", true),
    ("sets.intersects([{'a': 1}], [{'a': dyn(1.0)}])", true),
    ("sets.intersects([ip('::1')], [ip('0::1')])", true),
    ("sets.intersects(['\\u00e9'], ['e\\u0301'])", false),
  ])
  func holds(_ text: String, _ wanted: Bool) throws {
    #expect(try evaluate(text).isEqual(to: .bool(wanted)), "\(text)")
  }

  @Test(arguments: ["sets.contains([1], dyn(1))", "sets.intersects(dyn('a'), ['a'])"])
  func takesListsOnly(_ text: String) throws {
    #expect(try evaluate(text).description == "error: no such overload")
  }

  @Test(arguments: ["sets.contains([1], 1)", "sets.equivalent(['a'])", "sets.union([1], [2])"])
  func isRefusedByTheChecker(_ text: String) {
    #expect(!issues(text).isEmpty, "\(text)")
  }
}
