import CEL
import Testing

/// The functions of cel-go's string extension, as its documentation describes them.
@Suite("functions of texts")
struct StringFunctionTests {
  @Test(arguments: [
    ("'hello'.charAt(4)", "'o'"), ("'hello'.charAt(5)", "''"), ("'©αT'.charAt(1)", "'α'"),
    ("'hello mellow'.indexOf('')", "0"), ("'hello mellow'.indexOf('ello')", "1"),
    ("'hello mellow'.indexOf('jello')", "-1"), ("'hello mellow'.indexOf('', 2)", "2"),
    ("'hello mellow'.indexOf('ello', 2)", "7"), ("'hello mellow'.indexOf('ello', 20)", "-1"),
    ("'abc'.indexOf('', 3)", "3"), ("'abc'.indexOf('', 20)", "3"), ("'abc'.indexOf('abcd')", "-1"),
    ("'abc'.indexOf('c', 9223372036854775807)", "-1"), ("''.indexOf('a')", "-1"),
    ("'hello mellow'.lastIndexOf('')", "12"), ("'hello mellow'.lastIndexOf('ello')", "7"),
    ("'hello mellow'.lastIndexOf('jello')", "-1"), ("'hello mellow'.lastIndexOf('ello', 6)", "1"),
    ("'hello mellow'.lastIndexOf('ello', 7)", "7"), ("'abc'.lastIndexOf('c', 20)", "-1"),
    ("'abc'.lastIndexOf('', 20)", "3"), ("'abc'.lastIndexOf('', 1)", "1"),
    ("''.lastIndexOf('@@')", "-1"), ("'bananananana'.lastIndexOf('nana', 7)", "6"),
    ("['hello', 'mellow'].join()", "'hellomellow'"), ("[].join('/')", "''"),
    ("'TacoCÆt Xii'.lowerAscii()", "'tacocÆt xii'"), ("'[@{`'.lowerAscii()", "'[@{`'"),
    ("'TacoCÆt Xii'.upperAscii()", "'TACOCÆT XII'"), ("'[@{`'.upperAscii()", "'[@{`'"),
    ("'hello hello'.replace('he', 'we')", "'wello wello'"),
    ("'hello hello'.replace('he', 'we', 1)", "'wello hello'"),
    ("'hello hello'.replace('he', 'we', 0)", "'hello hello'"),
    ("'hello hello'.replace('he', 'we', -9223372036854775808)", "'wello wello'"),
    ("'hello'.replace('l', '', 9223372036854775807)", "'heo'"), ("''.replace('', 'x')", "'x'"),
    ("'aaa'.replace('aa', 'b')", "'ba'"), ("'é'.replace('', '-', 9)", "'-é-'"),
    ("'hello hello hello'.split(' ', 0)", "[]"), ("'aaa'.split('aa')", "['', 'a']"),
    ("'a b c'.split(' ', 9223372036854775807)", "['a', 'b', 'c']"), ("''.split('')", "[]"),
    ("'a b c'.split(' ', -1)", "['a', 'b', 'c']"), ("'abc'.lastIndexOf('c', 3)", "-1"),
    ("'abc'.lastIndexOf('abc', 2)", "0"),
    ("'a©b'.split('', 2)", "['a', '©b']"), ("'abc'.split('', 9)", "['a', 'b', 'c']"),
    ("'tacocat'.substring(7)", "''"), ("'tacocat'.substring(0, 0)", "''"),
    ("'ta©o©αT'.substring(2, 6)", "'©o©α'"), ("'e\\u0301'.reverse()", "'\\u0301e'"),
    ("' \\f\\n\\r\\t\\vtext\\u0085\\u00a0\\u1680\\u2029\\u205f'.trim()", "'text'"),
    ("'\\u180etext\\u200b\\ufeff'.trim()", "'\\u180etext\\u200b\\ufeff'"), ("'  '.trim()", "''"),
    ("strings.quote('\\a\\b\\f\\n\\r\\t\\v')", "'\"\\\\a\\\\b\\\\f\\\\n\\\\r\\\\t\\\\v\"'"),
    ("strings.quote('é \\'\\\\\"')", "'\"é \\'\\\\\\\\\\\\\"\"'"), ("strings.quote('')", "'\"\"'"),
  ])
  func givesTheValue(_ text: String, _ wanted: String) throws {
    let (value, expected) = (try evaluate(text), try evaluate(wanted))
    #expect(value.isEqual(to: expected), "\(text) is \(value)")
  }

  @Test(arguments: [
    ("'abc'.charAt(4)", "index out of range: 4"), ("'abc'.charAt(-1)", "index out of range: -1"),
    ("'abc'.indexOf('a', -1)", "index out of range: -1"),
    ("'abc'.indexOf('', -9223372036854775808)", "index out of range: -9223372036854775808"),
    ("'abc'.lastIndexOf('a', -1)", "index out of range: -1"),
    ("'abc'.lastIndexOf('', -1)", "index out of range: -1"),
    ("'abc'.substring(4)", "index out of range: 4"),
    ("'abc'.substring(-1)", "index out of range: -1"),
    ("'abc'.substring(1, 9223372036854775807)", "index out of range: 9223372036854775807"),
    ("'abc'.substring(-1, 2)", "index out of range: -1"),
    ("'abc'.substring(20, 3)", "invalid substring range. start: 20, end: 3"),
    ("42.charAt(2)", "no such overload"), ("'abc'.charAt(1u)", "no such overload"),
    ("'42'.indexOf(4, 0)", "no such overload"), ("'42'.indexOf('4', '0')", "no such overload"),
    ("'42'.indexOf('4', 0, 1)", "no such overload"), ("['a', 1].join()", "no such overload"),
    ("['a'].join(1)", "no such overload"), ("'42'.replace('2', 1)", "no such overload"),
    ("'42'.replace('2', '1', '1')", "no such overload"), ("'42'.split(2)", "no such overload"),
    ("'42'.split('2', '1')", "no such overload"), ("'a'.substring(0, 1.0)", "no such overload"),
    ("1.trim()", "no such overload"), ("strings.quote(b'a')", "no such overload"),
  ])
  func givesTheError(_ text: String, _ message: String) throws {
    #expect(try failure(text) == message)
  }

  /// Every search against a search at every place, on short texts of few characters, which have
  /// many near misses and overlaps.
  @Test func searchesFindWhatTryingEveryPlaceFinds() throws {
    let environment = Environment(variables: [Variable("t", .string), Variable("p", .string)])
    let program = try environment.program(
      environment.compile(
        "[t.indexOf(p), t.lastIndexOf(p), t.contains(p) ? 1 : 0, t.replace(p, 'xy').size()]"))
    var random = Steps(state: 7)
    for _ in 0..<3000 {
      let text = random.text(upTo: 12)
      let part = random.text(upTo: 4)
      let starts =
        text.count < part.count
        ? [] : (0...(text.count - part.count)).filter { text[$0...].starts(with: part) }
      var (count, next) = (0, 0)
      for start in starts where start >= next { (count, next) = (count + 1, start + part.count) }
      let size = text.count + count * (2 - part.count)
      let wanted = [starts.first ?? -1, starts.last ?? -1, starts.isEmpty ? 0 : 1, size]
      let cells = Cells(values: [.string(String(text)), .string(String(part))])
      let value = program.evaluate(cells)
      #expect(value.isEqual(to: .list(wanted.map { .int(Int64($0)) })), "\(text) \(part) \(value)")
    }
  }

  /// Trying every place of these would take thousands of millions of steps.
  @Test func searchesTakeNoLongerForTextsThatNearlyMatch() throws {
    let text = Value.string(String(repeating: "a", count: 1 << 17))
    let part = Value.string(String(repeating: "a", count: 1 << 16) + "b")
    let value = try evaluate(
      "t.contains(p) || t.indexOf(p) >= 0 || t.lastIndexOf(p) >= 0 || t.split(p).size() > 1",
      binding: ["t": text, "p": part])
    #expect(value.isEqual(to: .bool(false)))
  }

  @Test(arguments: [
    "t.replace('a', t)", "t.replace('', t)", "t.split('')", "t.split('a')", "[t, t, t, t].join(t)",
  ])
  func resultsAreBounded(_ text: String) throws {
    let long = Value.string(String(repeating: "a", count: 3 << 20))
    var limits = Limits()
    limits.steps = 1 << 40
    let environment = Environment(variables: [Variable("t", .dyn)], limits: limits)
    let program = try environment.program(environment.compile(text))
    guard case .error(let error) = program.evaluate(Cells(values: [long])) else {
      Issue.record("\(text) has a value")
      return
    }
    #expect(error.message.contains("would"), "\(error.message)")
  }
}

/// A stream of numbers that is the same in every run.
struct Steps {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  /// A text of up to so many characters, two of which are common.
  mutating func text(upTo count: UInt64) -> [Character] {
    (0..<(1 + next() % count)).map { _ in ["a", "a", "b", "\u{E9}"][Int(next() % 4)] }
  }
}
