import CEL
import Foundation
import Testing

@Suite("unknown and error")
struct LogicTests {
  /// `e` is an error, `u` and `v` are unknown.
  @Test(arguments: [
    ("false && u", "false"), ("u && false", "false"), ("true && u", "unknown(u)"),
    ("u && true", "unknown(u)"), ("true || u", "true"), ("u || true", "true"),
    ("false || u", "unknown(u)"), ("u || false", "unknown(u)"), ("u && v", "unknown(u, v)"),
    ("v || u", "unknown(u, v)"), ("!u", "unknown(u)"), ("u == v", "unknown(u, v)"),
    ("false && E", "false"), ("E && false", "false"), ("true || E", "true"), ("E || true", "true"),
    ("true && E", "error"), ("E && true", "error"), ("E || false", "error"),
    ("E && u", "unknown(u)"),
    ("u || E", "unknown(u)"), ("E && u && false", "false"), ("u || E || true", "true"),
    ("!(E)", "error"), ("(E) == u", "error"), ("u == (E)", "error"),
    ("u ? 1 : 1", "unknown(u)"), ("true ? 1 : n", "1"), ("false ? 1 : n", "unknown(n)"),
    ("(E) ? 1 : 2", "error"), ("n + 1 == n", "unknown(n)"), ("[n, 1]", "unknown(n)"),
    ("{'a': n}", "unknown(n)"), ("[u, v] == []", "unknown(u, v)"), ("n in [1, 2]", "unknown(n)"),
    ("[1, 2].all(x, x > 0 && u)", "unknown(u)"), ("[1, 2].all(x, x > 1 && u)", "false"),
    ("[1, 2].exists(x, x == 2 || u)", "true"), ("[1, 2].exists(x, x == 3 || u)", "unknown(u)"),
    ("[1, 0].exists(x, 1 / x == 1)", "true"), ("[0, 1].exists(x, 1 / x == 1)", "true"),
    ("[0, 2].exists(x, 1 / x == 1)", "error"), ("[0, 2].all(x, 1 / x == 1)", "false"),
    ("[0, 1].exists_one(x, 1 / x == 1)", "error"), ("[1].exists_one(x, u)", "unknown(u)"),
    ("[1, 2].filter(x, u)", "unknown(u)"), ("[1, 2].map(x, x + n)", "unknown(n)"),
    ("[1, 2].map(x, u, x)", "unknown(u)"), ("[1, 2, 3].map(x, x > 1, x * 2)", "[4, 6]"),
    ("category.matches('w') && u", "unknown(u)"), ("category == 'x' && u", "false"),
  ])
  func absorbs(_ text: String, _ wanted: String) throws {
    let value = try evaluate(text.replacing("E", with: "1 / 0 == 1"))
    if wanted == "error" {
      #expect(value.description.hasPrefix("error"), "\(text) is \(value)")
    } else {
      #expect(value.description == wanted, "\(text)")
    }
  }

  @Test func aHostFunctionMayBeNonStrict() throws {
    let known = Function(
      name: "known", doc: "Whether it is filled.", example: "known(1) // true",
      overloads: [
        Overload(id: "known", parameters: [.dyn], result: .bool, isStrict: false) { arguments in
          if case .unknown = arguments[0] { .bool(false) } else { .bool(true) }
        }
      ])
    let environment = Environment(
      variables: sample.map(\.variable),
      libraries: [.standard, Library(name: "host", functions: [known])])
    #expect(try evaluate("known(n)", in: environment).isEqual(to: .bool(false)))
    #expect(try evaluate("known(count) && !known(u)", in: environment).isEqual(to: .bool(true)))
  }

  @Test func anUnknownWithoutNamesGetsThoseOfTheArguments() throws {
    let lookup = Function(
      name: "lookup", doc: "Cannot say.", example: "lookup(1) // 1",
      overloads: [
        Overload(id: "lookup", parameters: [.int], result: .bool) { _ in .unknown(Unknown([])) },
        Overload(
          id: "lookup_method", parameters: [.string, .string], result: .bool, isMember: true
        ) { _ in
          .unknown(Unknown([]))
        },
      ])
    var environment = Environment(
      variables: sample.map(\.variable),
      libraries: [.standard, Library(name: "host", functions: [lookup])])
    environment.define("twice", try environment.compile("count * 2"))
    #expect(try evaluate("lookup(twice)", in: environment).description == "unknown(count)")
    #expect(
      try evaluate("category.lookup(supplier.postcode)", in: environment).description
        == "unknown(category, supplier.postcode)")
  }

  @Test func aValueOfAnotherTypeThanDeclaredIsAnErrorAndNoCrash() throws {
    let cells = Cells(values: sample.map { _ in Value.bytes([0]) })
    for text in [
      "amount > 5 && active", "category.startsWith('a')", "count + 1 == 2",
      "tags.exists(x, x == 'a')",
      "day.getFullYear() == 2024", "category.matches('a')", "-count == 1", "!active",
      "amount * 2 == 3",
    ] {
      let program = try sampleEnvironment.program(sampleEnvironment.compile(text))
      let value = program.evaluate(cells)
      #expect(value.description.hasPrefix("error"), "\(text) is \(value)")
    }
  }
}
