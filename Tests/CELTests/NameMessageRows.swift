extension MessageCase {
  /// Names that nothing has, or that are something else.
  static let names: [MessageCase] = [
    .undeclared("categry == 'x'", "categry", help: "did you mean 'category'?"),
    .undeclared("postcode == 'x'", "postcode", help: "did you mean 'supplier.postcode'?"),
    .undeclared("suplier.postcode == 'x'", "suplier", help: "did you mean 'supplier.postcode'?"),
    .undeclared(".categry", ".categry"),
    .undeclared("has(nowhere.field)", "nowhere"),
    .undeclared("tags.exists(t, t == s)", "s", help: "put text in quotes"),
    .undeclared("tags.exists(t, true) && dyn(t)", "t"),
    .undeclared("NULL_VALUE", "NULL_VALUE", help: "put text in quotes"),
    .undeclared("null_value == any", "null_value", help: "write 'null'"),
    // Functions.
    .undeclared("size", "size"),
    .undeclared("sice(tags)", "sice", help: "did you mean 'size'?"),
    .undeclared("f()", "f"),
    .undeclared("category.startWith('a')", "startWith", help: "did you mean 'startsWith'?"),
    .undeclared("any.nonsense()", "nonsense"),
    .undeclared("startsWith(category, 'a')", "startsWith", help: "write x.startsWith()"),
    .undeclared("category.decimal()", "decimal", help: "write decimal(x)"),
    .undeclared("type(tags) == list(string)", "list", help: "'list' is a type; write type(x)"),
    .undeclared("math.leest(1, 2)", "math.leest", at: "leest", help: "did you mean 'math.least'?"),
    .undeclared("optional.som(1)", "optional.som", at: "som"),
    // Macros.
    .undeclared("tags.all(t)", "all", help: "write list.all(x, ... x ...)"),
    .undeclared("tags.all(a, b, c, d)", "all", help: "write list.all(x, ... x ...)"),
    .undeclared("tags.exsts(t, t == 'a')", "exsts", help: "did you mean 'exists'?"),
    .undeclared("all(tags, t, true)", "all", help: "write list.all(x, ... x ...)"),
    .undeclared("{1: 2}.transformMap(k, v)", "transformMap", help: "write map.transformMap(k, v,"),
    .undeclared("has()", "has", help: "write has(m.field)"),
    .undeclared("has(a.b, c)", "has", help: "write has(m.field)"),
    .undeclared("cel.bind(x, 1)", "cel.bind", at: "bind", help: "write cel.bind(x, value"),
    .undeclared("cel.bnd(x, 1, x)", "cel.bnd", at: "bnd", help: "did you mean 'cel.bind'?"),
    // Messages.
    .undeclared("Party{name: 1}", "Party", help: "write a map, as in {\"name\": value}"),
    .undeclared("protobuf.Int64Value{}", "protobuf.Int64Value"),
    MessageCase("int{}", at: "int", "'int' is not a message type", help: "write a map"),
    MessageCase("tags{}", at: "tags", "'list(string)' is not a type", help: "write a map"),
    MessageCase(
      "google.protobuf.BoolValue{valeu: true}", at: "valeu", "undefined field 'valeu'"),
  ]
}
