import CEL
import Testing

@Suite("deduced types")
struct DeducedTypeTests {
  private static let environment = Environment(
    variables: [
      Variable("i", .int), Variable("t", .string), Variable("w", .wrapper(.int)),
      Variable("any", .dyn), Variable("maps", .list(.map(.string, .int))),
      Variable("maybe", .optional(.map(.string, .bool))), Variable("open", .parameter("T")),
      Variable("box", .opaque("box", [.int])), Variable("boxes", .opaque("box", [.parameter("T")])),
    ],
    libraries: [.standard, boxing])

  /// A type with a parameter of its own.
  private static let boxing = Library(
    name: "boxing",
    functions: [
      Function(
        name: "box", doc: "", example: "",
        overloads: [
          Overload(
            id: "box_list", parameters: [.list(.parameter("T"))],
            result: .opaque("box", [.parameter("T")])
          ) { $0[0] }
        ]),
      Function(
        name: "pair", doc: "", example: "",
        overloads: [
          Overload(
            id: "pair_same", parameters: [.parameter("T"), .parameter("T")],
            result: .list(.parameter("T"))
          ) { .list($0) }
        ]),
    ])

  @Test(arguments: [
    // Literals, and what lists and maps have in common.
    ("null", "null_type"), ("b''", "bytes"), ("1.0", "double"), ("[]", "list(dyn)"),
    ("{}", "map(dyn, dyn)"), ("[1, 2]", "list(int)"), ("[1, 'a']", "list(dyn)"),
    ("[1, 2u, 3.0]", "list(dyn)"), ("[[], [t]]", "list(list(string))"),
    ("[[i], []]", "list(list(int))"), ("[[1], ['a']]", "list(dyn)"),
    ("[[[]], [], [[[i]]]]", "list(list(list(list(int))))"),
    ("{1: 1, 'a': 2}", "map(dyn, int)"), ("{'a': 1, 'b': t}", "map(string, dyn)"),
    ("{'a': [], 'b': [1]}", "map(string, list(int))"),
    ("[any, 1]", "list(dyn)"), ("[1, any]", "list(dyn)"), ("[i, t, i]", "list(dyn)"),
    // Null stands beside what may be null, and takes its type.
    ("[1, null]", "list(dyn)"), ("[null, 1]", "list(dyn)"),
    ("[timestamp(0), null]", "list(timestamp)"), ("[null, timestamp(0)]", "list(timestamp)"),
    ("[null, duration('1s'), null]", "list(duration)"), ("[w, null]", "list(wrapper(int))"),
    ("[null, w]", "list(wrapper(int))"), ("[null, null]", "list(null_type)"),
    ("[w, 1]", "list(wrapper(int))"), ("[1, w]", "list(wrapper(int))"),
    ("[w, t]", "list(dyn)"), ("i > 0 ? w : null", "wrapper(int)"),
    ("i > 0 ? null : timestamp(0)", "timestamp"), ("w == null || null == w", "bool"),
    ("w + 1", "int"), ("w + w", "int"), ("box == null", "bool"),
    // Operators and functions.
    ("[] + [1] + []", "list(int)"), ("[1] + [any]", "list(dyn)"), ("[any] + [1]", "list(dyn)"),
    ("[1, 'a'] + []", "list(dyn)"), ("any + any", "dyn"), ("any + 1", "int"),
    ("any[0]", "dyn"), ("any.a.b[1].c", "dyn"), ("any ? any : 1", "dyn"), ("!any", "bool"),
    ("any && any", "bool"), ("1 in any", "bool"), ("true ? [] : [1]", "list(int)"),
    ("true ? {} : {t: i}", "map(string, int)"), ("dyn(1)", "dyn"),
    ("maps[0].x", "int"), ("maps[0]['x']", "int"),
    ("pair(1, 2)", "list(int)"), ("pair(1, any)", "list(dyn)"), ("pair(any, 1)", "list(dyn)"),
    ("pair([], [1])", "list(list(int))"), ("pair(null, w)", "list(wrapper(int))"),
    ("box([1])", "box(int)"), ("box([])", "box(dyn)"), ("box([1]) == box", "bool"),
    ("box([t]) == boxes", "bool"), ("open.a + 1 == open[0]", "bool"),
    // Types are values.
    ("int", "type(int)"), ("type(i)", "type(int)"), ("type([i])", "type(list(int))"),
    ("type(type(t))", "type(type(string))"), ("type(i) == string", "bool"),
    ("list == type([1])", "bool"), ("type(null) == null_type", "bool"),
    ("[int, string]", "list(type(int))"),
    // Macros.
    ("maps.filter(m, m.x > 0)", "list(map(string, int))"), ("maps.map(m, m.x)", "list(int)"),
    ("maps.map(m, m.x > 0, [m])", "list(list(map(string, int)))"),
    ("{t: i}.filter(k, true)", "list(string)"), ("maps.exists(m, 'a' in m)", "bool"),
    ("[1].map(x, [x, x]).map(x, [x])", "list(list(list(int)))"), ("[].map(x, x)", "list(dyn)"),
    ("[].map(x, x)[0].field", "dyn"), ("any.map(x, x.y)", "list(dyn)"),
    // What has fields or elements may be anything from then on.
    ("cel.bind(l, [], l.all(x, x.f == 1 && x == 'a') ? l : l)", "list(dyn)"),
    ("cel.bind(l, [], l.all(x, x.all(y, true) && x == 'a') ? l : l)", "list(dyn)"),
    ("cel.bind(l, [], l.all(x, x == 'a') ? l : l)", "list(string)"),
    ("{}.map(k, k, k)", "list(bool)"), ("[1].transformList(p, x, t)", "list(string)"),
    ("[1].transformMap(p, x, t)", "map(int, string)"),
    ("{t: i}.transformMap(k, v, [v])", "map(string, list(int))"),
    ("{t: i}.transformMapEntry(k, v, {v: k})", "map(int, string)"),
    ("cel.bind(x, [t], x + [])", "list(string)"), ("maps.sortBy(m, m.x)[0].x", "int"),
    // Optional values.
    ("maybe.a", "optional_type(bool)"), ("maybe.?a.?b", ""), ("maps[?0].?x", "optional_type(int)"),
    ("has(maybe.a)", "bool"), ("any.?a.?b", "optional_type(dyn)"),
    ("{t: i}.?x", "optional_type(int)"), ("[?maybe.a, true]", "list(bool)"),
    ("{?t: maybe.a}", "map(string, bool)"), ("[?any, i]", "list(dyn)"),
    ("[optional.none(), optional.of(i)]", "list(optional_type(int))"),
    ("[optional.of(any), optional.of(i)]", "list(optional_type(dyn))"),
    ("optional.of(i).optMap(x, t)", "optional_type(string)"),
    ("type(maybe.a) == optional_type", "bool"),
  ])
  func theTypeIsDeduced(_ text: String, _ type: String) throws {
    guard !type.isEmpty else {
      #expect(!issues(text, in: Self.environment).isEmpty)
      return
    }
    #expect(try Self.environment.compile(text).type.description == type)
  }
}
