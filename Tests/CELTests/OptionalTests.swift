import CEL
import Testing

@Suite("values that may be absent")
struct OptionalTests {
  @Test(arguments: [
    ("optional.of(1).hasValue()", "true"), ("optional.none().hasValue()", "false"),
    ("optional.ofNonZeroValue(0).hasValue()", "false"),
    ("optional.ofNonZeroValue([]).hasValue()", "false"),
    ("optional.ofNonZeroValue(amount).hasValue()", "true"),
    ("optional.ofNonZeroValue(decimal('0.00')).hasValue()", "false"),
    ("optional.of(1).or(optional.of(2)).value()", "1"), ("{'a': 1}.?b.orValue(2)", "2"),
    ("{'a': {'b': 3}}.?a.b.orValue(2)", "3"), ("{'a': {}}.?a.b.orValue(2)", "2"),
    ("{'a': {}}.?a.?b.c.orValue(2)", "2"), ("['x'][?0].value()", "'x'"),
    ("['x'][?1].hasValue()", "false"), ("['x'][?-1].hasValue()", "false"),
    ("{1: 'a'}[?dyn(1u)].value()", "'a'"), ("optional.of([[1]])[0][0].value()", "1"),
    ("optional.of([1])[7].hasValue()", "false"), ("has({'a': 1}.?a)", ""),
    ("has(optional.of({'a': 1}).a)", "true"), ("has(optional.of({'a': 1}).b)", "false"),
    ("[?optional.of(1), ?optional.none(), 2]", "[1, 2]"),
    ("{?'a': optional.none(), ?'b': optional.of(2)}", "{'b': 2}"),
    ("optional.of(2).optMap(x, x * x).value()", "4"),
    ("optional.none().optMap(x, 1 / 0).hasValue()", "false"),
    ("optional.of({'a': 1}).optFlatMap(x, x.?b).hasValue()", "false"),
    ("optional.none() == optional.none()", "true"), ("optional.of(1) == optional.of(1u)", ""),
    ("dyn(optional.of(1)) == dyn(optional.of(1.0))", "true"),
    ("optional.of(null) == optional.none()", "false"),
    ("type(optional.of(1)) == optional_type", "true"),
    ("optional.unwrap([optional.of(1), optional.none()])", "[1]"),
    ("tags.first().value()", "'a'"), ("optional.of(1).orValue(1 / 0)", "1"),
    ("optional.of(1).or(optional.of(1 / 0)).value()", "1"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    guard !wanted.isEmpty else {
      #expect(!issues(text).isEmpty, "\(text)")
      return
    }
    let (value, expected) = (try evaluate(text), try evaluate(wanted))
    #expect(value.isEqual(to: expected), "\(text) is \(value)")
  }

  @Test(arguments: [
    "optional.none().value()", "optional.none().orValue(1 / 0)", "optional.of(1 / 0).hasValue()",
    "{'a': dyn(1)}.?a.b.hasValue()", "[?dyn(1)]", "{?'a': dyn(1)}", "dyn(1).orValue(2)",
    "dyn('a')[?0].hasValue()", "dyn([1])[?'a'].hasValue()", "optional.of(1).optFlatMap(x, dyn(x))",
  ])
  func givesAnError(_ text: String) throws {
    let value = try evaluate(text)
    #expect(value.type == .error, "\(value)")
  }

  @Test(arguments: [
    ("optional.of(u).orValue(true)", "u"), ("optional.of(true).orValue(u)", ""),
    ("optional.ofNonZeroValue(n).hasValue()", "n"), ("[?optional.of(n)].size() > 0", "n"),
    ("{'a': 1}.?a.optMap(x, x + n).value()", "n"),
  ])
  func unknownsPassThrough(_ text: String, _ names: String) throws {
    let value = try evaluate(text)
    if names.isEmpty {
      #expect(value.isEqual(to: .bool(true)))
    } else {
      #expect(value.description == "unknown(\(names))")
    }
  }

  @Test(arguments: [
    ("optional.of(1)", "optional_type(int)"), ("{'a': 1}.?b", "optional_type(int)"),
    ("[optional.none(), optional.of('a')]", "list(optional_type(string))"),
    ("optional.of({'a': 1}).a", "optional_type(int)"),
    ("[[1]][?0].optMap(x, x[0])", "optional_type(int)"),
    ("optional.none().or(optional.of(1)).value()", "int"), ("['a'][?0].orValue('b')", "string"),
    ("[?optional.of(1)]", "list(int)"),
    ("{'a': 1}.?a.optFlatMap(x, optional.of(1.0))", "optional_type(double)"),
  ])
  func hasTheType(_ text: String, _ type: String) throws {
    #expect(try sampleEnvironment.compile(text).type.description == type)
  }

  @Test(arguments: [
    ("[?1]", "expected type 'optional_type(int)' but found 'int'"),
    ("{?'a': 1}", "expected type 'optional_type(int)' but found 'int'"),
    ("'a'.?b", "type 'string' does not support field selection"),
    ("[1].optMap(x, x)", "expected type 'optional_type(list(int))' but found 'list(int)'"),
    ("optional.of(1).optFlatMap(x, x)", "expected type 'optional_type(int)' but found 'int'"),
    ("optional.of(1).orValue('a')", "found no matching overload for 'orValue'"),
  ])
  func refuses(_ text: String, _ message: String) {
    #expect(
      issues(text).contains { $0.message.hasPrefix(message) }, "\(issues(text).map(\.message))")
  }
}
