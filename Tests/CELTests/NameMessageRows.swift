extension MessageCase {
  /// Names that nothing has, or that are something else.
  static let names: [MessageCase] = [
    .unknown(name: "categry == 'x'", "categry", help: "did you mean 'category'?"),
    .unknown(name: "postcode == 'x'", "postcode", help: "did you mean 'supplier.postcode'?"),
    .unknown(name: "suplier.postcode == 'x'", "suplier", help: "did you mean 'supplier.postcode'?"),
    .unknown(name: ".categry", ".categry"),
    .unknown(name: "has(nowhere.field)", "nowhere"),
    .unknown(name: "tags.exists(t, t == s)", "s", help: "put text in quotes"),
    .unknown(name: "tags.exists(t, true) && dyn(t)", "t"),
    .unknown(name: "NULL_VALUE", "NULL_VALUE", help: "put text in quotes"),
    .unknown(name: "null_value == any", "null_value", help: "write 'null'"),
    // Functions.
    .unknown(name: "size", "size"),
    .unknown(function: "sice(tags)", "sice", help: "did you mean 'size'?"),
    .unknown(function: "f()", "f"),
    .unknown(function: "category.startWith('a')", "startWith", help: "did you mean 'startsWith'?"),
    .unknown(function: "any.nonsense()", "nonsense"),
    .unknown(function: "startsWith(category, 'a')", "startsWith", help: "write x.startsWith()"),
    .unknown(function: "category.decimal()", "decimal", help: "write decimal(x)"),
    .unknown(
      function: "type(tags) == list(string)", "list", help: "'list' is a type; write type(x)"),
    .unknown(
      function: "math.leest(1, 2)", "math.leest", at: "leest", help: "did you mean 'math.least'?"),
    .unknown(function: "optional.som(1)", "optional.som", at: "som"),
    // Macros.
    .unknown(function: "tags.all(t)", "all", help: "write list.all(x, ... x ...)"),
    .unknown(function: "tags.all(a, b, c, d)", "all", help: "write list.all(x, ... x ...)"),
    .unknown(function: "tags.exsts(t, t == 'a')", "exsts", help: "did you mean 'exists'?"),
    .unknown(function: "all(tags, t, true)", "all", help: "write list.all(x, ... x ...)"),
    .unknown(
      function: "{1: 2}.transformMap(k, v)", "transformMap", help: "write map.transformMap(k, v,"),
    .unknown(function: "has()", "has", help: "write has(m.field)"),
    .unknown(function: "has(a.b, c)", "has", help: "write has(m.field)"),
    .unknown(function: "cel.bind(x, 1)", "cel.bind", at: "bind", help: "write cel.bind(x, value"),
    .unknown(function: "cel.bnd(x, 1, x)", "cel.bnd", at: "bnd", help: "did you mean 'cel.bind'?"),
    // Messages.
    .unknown(type: "Party{name: 1}", "Party", help: "write a map, as in {\"name\": value}"),
    .unknown(type: "protobuf.Int64Value{}", "protobuf.Int64Value"),
    MessageCase("int{}", at: "int", "'int' is not a message type", help: "write a map"),
    MessageCase("tags{}", at: "tags", "'list(string)' is not a type", help: "write a map"),
    MessageCase(
      "google.protobuf.BoolValue{valeu: true}", at: "valeu", "undefined field 'valeu'"),
  ]
}
