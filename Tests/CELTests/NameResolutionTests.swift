import CEL
import Testing

@Suite("what names mean")
struct NameResolutionTests {
  /// Each variable has another type, so that a type tells which one is meant.
  private static func environment(container: String) -> Environment {
    Environment(
      variables: [
        Variable("x", .int), Variable("a.x", .string), Variable("a.b.x", .bool),
        Variable("y", .map(.string, .int)), Variable("y.z", .bytes),
        Variable("b.deep", .double), Variable("a.b", .map(.string, .uint)),
        Variable("int64", .null),
      ],
      libraries: [.standard, own], container: container)
  }

  private static let own = Library(
    name: "own",
    functions: [
      ("f", CELType.int), ("a.f", .string), ("a.b.f", .bool), ("y.f", .bytes), ("y.z.g", .double),
    ].map { name, result in
      Function(
        name: name, doc: "", example: "",
        overloads: [Overload(id: name, parameters: [], result: result) { _ in .null }])
    })

  @Test(arguments: [
    // The innermost name space comes first, a dot in front means the outermost.
    ("", "x", "int"), ("a", "x", "string"), ("a.b", "x", "bool"), ("a.b.c", "x", "bool"),
    ("c", "x", "int"), ("a.b", ".x", "int"), ("a.b", ".a.x", "string"), ("a", "b.x", "bool"),
    ("a", "b.deep", "double"), ("c", "b.deep", "double"), ("a", ".b.deep", "double"),
    ("a.b", "f()", "bool"), ("a", "f()", "string"), ("", "f()", "int"), ("a.b", ".f()", "int"),
    ("a", "b.f()", "bool"), ("a.b", ".a.f()", "string"),
    // The longest name that is declared wins; the rest are fields.
    ("", "a.b.x", "bool"), ("", "a.b.other", "uint"), ("", "(a.b).x", "bool"),
    ("", "y.z", "bytes"), ("", "y['z']", "int"), ("", "y.other", "int"), ("", "a.b['x']", "uint"),
    // A variable of a macro hides all names that begin with it, and no others.
    ("", "['t'].map(x, x)[0]", "string"), ("a", "[1.0].map(x, x)[0]", "double"),
    ("", "[{'z': 'w'}].map(y, y.z)[0]", "string"), ("", "[1].map(a, .a.x)[0]", "string"),
    ("", "[1].map(x, .x)[0]", "int"), ("a", "[1].map(x, a.x)[0]", "string"),
    ("", "[1].map(x, ['t'].map(x, x)[0])[0]", "string"),
    ("", "[1].map(x, {'t': x}.transformList(k, x, [k]))[0][0][0]", "string"),
    ("", "cel.bind(y, {'z': 1u}, y.z)", "uint"), ("", "cel.bind(x, x, [x])", "list(int)"),
    // Functions are no variables: neither hides the other.
    ("", "y.f()", "bytes"), ("", "[1].map(f, f() + f)[0]", "int"),
    ("", "[1].map(y, y.f())[0]", "bytes"), ("", "y.z.g()", "double"),
    ("", "[1].map(size, [size].size() + size)[0]", "int"),
    ("", "['a'].map(math, math + string(math.least(1, 2)))[0]", "string"),
    // Types, messages and constants have names too, after variables.
    ("", "int", "type(int)"), ("", "google.protobuf.Timestamp", "type(timestamp)"),
    ("google.protobuf", "Timestamp", "type(timestamp)"),
    ("google", "protobuf.Int64Value{}", "wrapper(int)"),
    ("google.protobuf", "Int64Value{value: 1}", "wrapper(int)"),
    ("x.y", ".google.protobuf.StringValue{}", "wrapper(string)"),
    ("google", "protobuf.NullValue.NULL_VALUE", "int"),
    ("", "[1].map(int, int)[0]", "int"), ("", "[1].map(int, .int)[0]", "type(int)"),
  ])
  func aNameIsFound(_ container: String, _ text: String, _ type: String) throws {
    let environment = Self.environment(container: container)
    #expect(try environment.compile(text).type.description == type)
  }

  @Test(arguments: [
    ("", "deep", "deep"), ("a", ".deep", ".deep"), ("", "z", "z"), ("b", "a.z.deep", "a"),
    ("", "[1].map(y, y.z)", "z"), ("", "[1].all(e, true) && e == 1", "e"),
    ("", "[e].all(e, true)", "e"), ("", "cel.bind(e, e, 1)", "e"), ("", "Timestamp", "Timestamp"),
    ("", "g()", "g"), ("", "z.g()", "z"), ("a", ".b.f()", ".b"),
  ])
  func aNameIsNotFound(_ container: String, _ text: String, _ at: String) throws {
    let found = issues(text, in: Self.environment(container: container))
    let issue = try #require(found.first)
    #expect(marked(issue, text) == at)
  }
}
