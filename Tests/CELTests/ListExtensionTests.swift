import CEL
import Testing

@Suite("lists")
struct ListExtensionTests {
  @Test(arguments: [
    ("[1, 2, 3, 4].slice(0, 4)", "[1, 2, 3, 4]"), ("[1, 2, 3, 4].slice(0, 0)", "[]"),
    ("[1, 2, 3, 4].slice(1, 1)", "[]"), ("[1, 2, 3, 4].slice(4, 4)", "[]"),
    ("[1, 2, 3, 4].slice(1, 3)", "[2, 3]"), ("[].slice(0, 0)", "[]"),
    ("tags.slice(1, 2)", "[\"b\"]"), ("dyn([1, 'a']).slice(dyn(1), 2)", "[\"a\"]"),
    ("[[1], [2, 3], []].flatten()", "[1, 2, 3]"), ("[1, [2, 3], [4]].flatten()", "[1, 2, 3, 4]"),
    ("[1, [2, [3, 4]]].flatten()", "[1, 2, [3, 4]]"), ("[[[]], []].flatten()", "[[]]"),
    ("[1, 2, [], [], [3, 4]].flatten()", "[1, 2, 3, 4]"), ("dyn([]).flatten()", "[]"),
    ("dyn([1, 2]).flatten()", "[1, 2]"), ("[1, [2, [3, 4]]].flatten(2)", "[1, 2, 3, 4]"),
    ("[1, [2, [3, [4]]]].flatten(2)", "[1, 2, 3, [4]]"), ("[[1], 2].flatten(0)", "[[1], 2]"),
    ("[[[[1]]], {'a': [2]}].flatten(9223372036854775807)", "[1, {\"a\": [2]}]"),
    ("[[[[]]], [[]]].flatten(3)", "[]"), ("[[[[]]], [[]]].flatten(2)", "[[]]"),
    ("[].reverse()", "[]"), ("[5, 1, 2, 3].reverse()", "[3, 2, 1, 5]"),
    ("[[1, 2], [3]].reverse()", "[[3], [1, 2]]"), ("'ab'.reverse()", "\"ba\""),
    ("dyn([1, 2]).reverse()", "[2, 1]"), ("dyn('ab').reverse()", "\"ba\""),
    ("lists.range(4)", "[0, 1, 2, 3]"), ("lists.range(0)", "[]"),
    ("lists.range(262144).last()", "optional.of(262143)"),
    ("tags.first()", "optional.of(\"a\")"), ("tags.last().value()", "\"b\""),
    ("[].first()", "optional.none()"), ("[].last().hasValue()", "false"),
    ("[null].first()", "optional.of(null)"), ("[1, 2].first().orValue(0)", "1"),
    ("[].distinct()", "[]"), ("[-2, 5, -2, 1, 1, 5].distinct()", "[-2, 5, 1]"),
    ("['c', 'a', 'a', 'b', 'c'].distinct()", "[\"c\", \"a\", \"b\"]"),
    ("[1, 2.0, 'c', 3, 'c', 1].distinct()", "[1, 2.0, \"c\", 3]"),
    ("[1, 1u, dyn(1.0), dyn(decimal('1.0')), true, '1'].distinct()", "[1, true, \"1\"]"),
    ("[decimal('2.50'), 2.5, decimal('2.5')].distinct()", "[decimal(\"2.50\")]"),
    ("[dyn(0.1), dyn(0.1), decimal('0.1')].distinct()", "[0.1, decimal(\"0.1\")]"),
    ("[0.0, -0.0].distinct().size()", "1"), ("[1e300, 1e300, -1e300].distinct().size()", "2"),
    ("[1.0 / 0.0, 1.0 / 0.0].distinct()", "[+Inf]"),
    ("[0.0 / 0.0, 0.0 / 0.0].distinct().size()", "2"),
    ("[[0.0 / 0.0], [0.0 / 0.0]].distinct().size()", "2"),
    ("[[1], [1.0], [2], [1, 1]].distinct()", "[[1], [2], [1, 1]]"),
    ("[{'a': 1, 'b': 2}, {'b': 2.0, 'a': 1u}, {'a': 1}].distinct().size()", "2"),
    ("[null, null, b'a', b'a', day, day].distinct().size()", "3"),
    ("[int, int, type(1), list, type([1])].distinct()", "[int, list]"),
    ("[optional.of(1), optional.of(1u), optional.none(), optional.none()].distinct().size()", "2"),
    // Texts that look alike but have different code points differ.
    ("['\\u00e9', 'e\\u0301'].distinct().size()", "2"),
    ("[timestamp(0), timestamp('1970-01-01T00:00:00Z')].distinct().size()", "1"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    #expect(try evaluate(text).description == wanted, "\(text)")
  }

  @Test(arguments: [
    (
      "[1, 2, 3, 4].slice(3, 0)",
      "cannot slice(3, 0), start index must be less than or equal to end index"
    ),
    ("[1, 2, 3, 4].slice(0, 10)", "cannot slice(0, 10), list is length 4"),
    ("[1, 2, 3, 4].slice(-5, 10)", "cannot slice(-5, 10), negative indexes not supported"),
    ("[1].slice(0, -1)", "cannot slice(0, -1), negative indexes not supported"),
    (
      "[1].slice(9223372036854775807, 9223372036854775807)",
      "cannot slice(9223372036854775807, 9223372036854775807), list is length 1"
    ),
    ("[].flatten(-1)", "level must be non-negative"), ("dyn({}).flatten()", "no such overload"),
    ("dyn({}).flatten(0)", "no such overload"), ("[].flatten(dyn('1'))", "no such overload"),
    ("lists.range(-1)", "lists.range: size must be non-negative, got -1"),
    (
      "lists.range(9223372036854775807)",
      "lists.range: size 9223372036854775807 exceeds maximum allowed (262144)"
    ),
    ("lists.range(dyn('1'))", "no such overload"), ("dyn(1).first()", "no such overload"),
    ("dyn('ab').distinct()", "no such overload"), ("dyn({}).reverse()", "no such overload"),
    ("[].first().value()", "optional.none() dereference"),
  ])
  func givesAnError(_ text: String, _ message: String) throws {
    #expect(try evaluate(text).description == "error: " + message)
  }

  @Test(arguments: [
    "[1, 2].flatten()", "'ab'.first()", "lists.range(1u)", "[1].slice(0)", "{'a': 1}.reverse()",
    "[1].slice(0, 1.0)", "[1].distinct(1)",
  ])
  func isRefusedByTheChecker(_ text: String) {
    #expect(!issues(text).isEmpty, "\(text)")
  }

  @Test(arguments: [
    ("[1].slice(0, 1)", "list(int)"), ("[['a'], []].flatten()", "list(string)"),
    ("[['a']].flatten(1)", "list(dyn)"), ("tags.distinct()", "list(string)"),
    ("lists.range(2)", "list(int)"), ("tags.reverse()", "list(string)"),
    ("tags.first()", "optional_type(string)"), ("[amount].last()", "optional_type(decimal)"),
    ("[units].sort()", "list(uint)"), ("[day].sort()", "list(date)"),
    ("tags.sortBy(t, t.size())", "list(string)"),
  ])
  func hasTheType(_ text: String, _ type: String) throws {
    #expect(try sampleEnvironment.compile(text).type.description == type)
  }
}
