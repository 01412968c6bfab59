import Diagnostics
import Testing
import YAMLSource

@Suite struct TreeTests {
  @Test(arguments: [
    ("a: 1", #"{"a": 1}"#),
    ("- a\n- b: c\n  d: [e, {f: g}]\n", #"["a", {"b": "c", "d": ["e", {"f": "g"}]}]"#),
    ("a:\nb: ~\n", #"{"a": ~, "b": ~}"#),
    ("text", #""text""#),
    ("\u{FEFF}a: 1", #"{"a": 1}"#),
    ("a: 1\r\nb: |\r\n  x\r\n  y\r\n", #"{"a": 1, "b": "x\ny\n"}"#),
    ("a: &x {b: 1}\nc: *x\n", #"{"a": {"b": 1}, "c": {"b": 1}}"#),
    ("a: &x 1\nb: &x 2\nc: *x\n", #"{"a": 1, "b": 2, "c": 2}"#),
    ("- &x [&x 1]\n- *x\n", "[[1], 1]"),
    ("a: {x: 1}\n<<: b\n", #"{"a": {"x": 1}, "<<": "b"}"#),
    ("a: one\n  two\n\n  three\n", #"{"a": "one two\nthree"}"#),
    ("a: >\n  one\n  two\n\n  three\n", #"{"a": "one two\nthree\n"}"#),
    ("? [a, b]\n: 1\n", #"{["a", "b"]: 1}"#),
    ("%YAML 1.2\n---\na: no\n...\n", #"{"a": "no"}"#),
    ("caf\u{E9}: 1\ncafe\u{301}: 2\n", "{\"caf\u{E9}\": 1, \"cafe\u{301}\": 2}"),
    ("a: \"\\0\\x41\\u00e9\\U0001F600\"", "{\"a\": \"\\0A\u{E9}\u{1F600}\"}"),
    ("where: x == '#1' # all\n", #"{"where": "x == '#1'"}"#),
    ("target: < 5%\n", #"{"target": "< 5%"}"#),
    ("a: >5\n      b\n", #"{"a": " b\n"}"#),
  ])
  func readsAsATree(text: String, expected: String) throws {
    #expect(try tree(parse(text)).utf8.elementsEqual(expected.utf8))
  }

  @Test(arguments: [
    ("---", "~"), ("~", "~"), ("null", "~"), ("Null", "~"), ("NULL", "~"), ("nULL", #""nULL""#),
    ("true", "true"), ("True", "true"), ("TRUE", "true"), ("tRUE", #""tRUE""#),
    ("false", "false"), ("False", "false"), ("FALSE", "false"),
    ("no", #""no""#), ("yes", #""yes""#), ("on", #""on""#), ("off", #""off""#), ("y", #""y""#),
    ("012", "12"), ("0o12", "10"), ("0x1F", "31"), ("0X1F", #""0X1F""#), ("-0x1F", #""-0x1F""#),
    ("0o18", #""0o18""#), ("0x", #""0x""#), ("0o", #""0o""#), ("0b11", #""0b11""#),
    ("+12", "12"), ("-12", "-12"), ("-0", "0"), ("+", #""+""#), ("-", #"[~]"#),
    ("1_000", #""1_000""#), ("1,000", #""1,000""#), ("12:30:45", #""12:30:45""#),
    ("2024-04-01", #""2024-04-01""#), ("25%", #""25%""#),
    ("1.", "1.0f"), (".5", "0.5f"), ("+.5", "0.5f"), ("-1.25", "-1.25f"), ("1e3", "1000.0f"),
    ("1E+3", "1000.0f"), ("12e03", "12000.0f"), ("1e", #""1e""#), ("1e+", #""1e+""#),
    (".", #"".""#), ("1.2.3", #""1.2.3""#), (".e3", #"".e3""#), ("1e5x", #""1e5x""#),
    (".inf", "inff"), ("-.INF", "-inff"), ("+.Inf", "inff"), (".iNf", #"".iNf""#),
    (".nan", "nanf"), (".NaN", "nanf"), ("-.nan", #""-.nan""#), ("1e999999999", "inff"),
    ("170141183460469231731687303715884105727", "170141183460469231731687303715884105727"),
    ("170141183460469231731687303715884105728", "integer too large"),
    ("0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "integer too large"),
    ("'12'", #""12""#), ("\"true\"", #""true""#), ("''", #""""#), ("|-\n  12", #""12""#),
    ("!!str 12", #""12""#), ("!!str", #""""#), ("!!int \"12\"", "12"), ("!!float 1", "1.0f"),
    ("!!null ''", "~"), ("!!bool 'true'", "true"), ("!!seq [1]", "[1]"), ("!!map {}", "{}"),
    ("! 12", #""12""#), ("! 'true'", #""true""#), ("! \"a\"", #""a""#),
    ("&a !!str 7", #""7""#), ("!!str &a 7", #""7""#), ("!<tag:yaml.org,2002:str> 7", #""7""#),
  ])
  func followsTheCoreSchema(text: String, expected: String) throws {
    #expect(try tree(parse(text + "\n")) == expected)
  }

  @Test func knowsStylesAndTexts() throws {
    let found =
      try scalars(parse("[007, '007', \"007\"]")) + scalars(parse("|\n  a\n"))
      + scalars(parse(">\n  a\n"))
    #expect(found.map(\.text) == ["007", "007", "007", "a\n", "a\n"])
    #expect(found.map(\.style) == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
  }

  @Test(arguments: [
    ("a: {b: 1}\nc: 2\n", "{b: 1}"),
    ("a:\n  b: 1\n  d: 2\n\nc: 2\n", "b: 1\n  d: 2"),
    ("a:\n  - 1\n  - 2\n# end\nc: 2\n", "- 1\n  - 2"),
    ("a:\n- 1\n- 2\nc: 2\n", "- 1\n- 2"),
    ("a: |\n  x\n\n\nc: 2\n", "|\n  x"),
    ("a: &x !!str 'y' # z\n", "&x !!str 'y'"),
    ("a: b c  # d\n", "b c"),
    ("a: []\n", "[]"),
    ("a: &x [1,\n 2 ]\n", "&x [1,\n 2 ]"),
    ("é: \"ü\"\n", "\"ü\""),
    ("a:\nb: 1\n", ""),
  ])
  func spansCoverTheWholeNode(text: String, expected: String) throws {
    guard case .mapping(let entries) = try parse(text).kind, let first = entries.first else {
      Issue.record("no mapping")
      return
    }
    #expect(slice(first.value.span) == expected)
  }

  @Test func aliasesStandWhereTheyAreWrittenAndTheirTextWhereItIs() throws {
    guard case .sequence(let items) = try parse("- &x abc\n- *x\n").kind, items.count == 2,
      case .scalar(let scalar) = items[1].kind
    else {
      Issue.record("no two items")
      return
    }
    #expect(slice(items[1].span) == "*x")
    #expect(scalar.span(of: 1..<2).range == 6..<7)
  }
}
