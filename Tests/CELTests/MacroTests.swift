import CEL
import Testing

@Suite("macros")
struct MacroTests {
  @Test(arguments: ReferenceEntry.macros.map(\.example))
  func everyExampleIsTrue(_ example: String) throws {
    let parts = example.split(separator: " // ", maxSplits: 1).map(String.init)
    try #require(parts.count == 2, "\(example)")
    #expect(try evaluate(parts[0]).isEqual(to: evaluate(parts[1])), "\(example)")
  }

  @Test(arguments: [
    ("[3, 4].all(i, x, x == i + 3)", "true"), ("{'a': 1}.all(k, v, k == 'a' && v == 1)", "true"),
    ("[3, 4].exists(i, x, i == x)", "false"), ("[0, 5, 2].existsOne(i, x, i == x)", "false"),
    ("[1, 2].existsOne(i, x, i == 1)", "true"), ("{'a': 1}.transformList(k, v, v)", "[1]"),
    ("[5, 6].transformMap(i, x, i > 0, x)", "{1: 6}"), ("{}.transformList(k, v, k)", "[]"),
    ("['a', 'b'].transformMapEntry(i, x, {x: i})", "{'a': 0, 'b': 1}"),
    ("['a', 'b'].transformMapEntry(i, x, {})", "{}"),
    ("['a'].transformMapEntry(i, x, {x: 1, x + 'b': 2})", "{'a': 1, 'ab': 2}"),
    ("[1, 2].all(i, x, [x].all(i, y, i == 0 && y == x))", "true"),
    ("cel.bind(x, 1, cel.bind(x, x + 1, x * 10))", "20"), ("cel.bind(x, 1 / 0, 3)", "3"),
    ("cel.bind(l, [1, 2], l.map(x, x + l.size()))", "[3, 4]"),
    ("cel.block([1, cel.index(0) + 1, cel.index(1) * 2], cel.index(2))", "4"),
    ("cel.block([], 7)", "7"),
    (
      "[1, 2].map(cel.iterVar(0, 0), [3].map(cel.iterVar(1, 0), cel.iterVar(0, 0) + cel.iterVar(1, 0)))",
      "[[4], [5]]"
    ),
    ("['b', 'a', 'c'].sortBy(x, x == 'a' ? 0 : 1)", "['a', 'b', 'c']"),
    ("[2, 1].sortBy(x, amount * decimal(x))", "[1, 2]"),
    ("math.greatest(1, 5, 3)", "5"), ("math.least(amount, 2, 3.5)", "decimal('2')"),
    ("[1, 2].map(x, math.greatest(x, 2))", "[2, 2]"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    let (value, expected) = (try evaluate(text), try evaluate(wanted))
    #expect(value.isEqual(to: expected), "\(text) is \(value)")
  }

  @Test(arguments: [
    "[1].transformMapEntry(i, x, {1: i, 1u: x})", "['a', 'b'].transformMapEntry(i, x, {'k': i})",
    "[1].transformMap(i, x, 1 / 0)", "cel.bind(x, 1 / 0, x > 0)", "[1, dyn('a')].sortBy(x, x)",
    "[1].transformMapEntry(i, x, dyn(x))",
  ])
  func givesAnError(_ text: String) throws {
    let value = try evaluate(text)
    #expect(value.type == .error, "\(value)")
  }

  @Test(arguments: [
    ("[1].all(x, x, true)", "duplicate variable name: x"),
    ("[1].all(a.b, true)", "argument must be a simple name"),
    ("[1].transformMap(1, x, true)", "argument must be a simple name"),
    ("cel.bind(a.b, 1, 2)", "cel.bind() variable names must be simple identifiers"),
    ("cel.block(1, 2)", "cel.block requires the first argument to be a list literal"),
    ("cel.index(count)", "cel.index takes whole numbers"), ("cel.index(0)", "unknown name"),
    ("{'a': 1}.sortBy(x, x)", "expression of type 'map(string, int)' cannot be range"),
    ("[1].transformMapEntry(i, x, x)", "expected type 'map(dyn, dyn)' but found 'int'"),
    ("1.exists(i, x, true)", "expression of type 'int' cannot be range"),
  ])
  func refuses(_ text: String, _ message: String) {
    #expect(
      issues(text).contains { $0.message.hasPrefix(message) }, "\(issues(text).map(\.message))")
  }

  @Test(arguments: [
    ("[1].transformList(i, x, string(i))", "list(string)"),
    ("{'a': 1}.transformMap(k, v, 1.5)", "map(string, double)"),
    ("[1.5].transformMap(i, x, x)", "map(int, double)"),
    ("[true].transformMapEntry(i, x, {x: i})", "map(bool, int)"),
    ("cel.bind(x, 'a', [x])", "list(string)"), ("[1u].sortBy(x, -1)", "list(uint)"),
    ("{'a': 1}.filter(k, true)", "list(string)"), ("dyn([1]).sortBy(x, x)", "list(dyn)"),
  ])
  func hasTheType(_ text: String, _ type: String) throws {
    #expect(try sampleEnvironment.compile(text).type.description == type)
  }
}
