extension MessageCase {
  /// Arguments that a function or macro does not take.
  static let functions: [MessageCase] = [
    .noOverload(
      "category.startsWith(1)", at: "startsWith", "startsWith", "string.(int)",
      help: "string.startsWith(string)"),
    .noOverload(
      "category.contains('a', 'b')", at: "contains", "contains", "string.(string, string)"),
    .noOverload("count.size()", at: "size", "size", "int.()"),
    .noOverload("size(null)", at: "size", "size", "(null)", help: "it takes size(string)"),
    .noOverload("int()", at: "int", "int", "()", help: "it takes int("),
    .noOverload("matches(category, [])", at: "matches", "matches", "(string, list(dyn))"),
    .noOverload(
      "sets.contains({}, [null])", at: "contains", "sets.contains", "(map(dyn, dyn), list(null))"),
    // Macros.
    MessageCase(
      "count.all(x, true)", at: "count",
      "expression of type 'int' cannot be range of a comprehension (must be list, map, or dynamic)",
      help: "put a list or a map in front of the dot"),
    MessageCase(
      "null.map(x, x)", at: "null",
      "expression of type 'null' cannot be range of a comprehension (must be list, map, or dynamic)"
    ),
    MessageCase(
      "category.transformList(i, v, v)", at: "category",
      "expression of type 'string' cannot be range of a comprehension (must be list, map, or "
        + "dynamic)"),
    .mismatch("tags.all(x, 1)", at: "1", "bool", "int", help: "write a comparison"),
    .mismatch("tags.exists(i, t, i + 1)", at: "i + 1", "bool", "int"),
    .mismatch("tags.exists_one(x, [null])", at: "[null]", "bool", "list(null)"),
    .mismatch("tags.filter(x, (x + 'é'))", at: "x + 'é'", "bool", "string"),
    .mismatch("tags.map(x, 'é', 1)", at: "'é'", "bool", "string"),
    .mismatch("[1].transformMapEntry(i, v, v)", at: "v", "map(dyn, dyn)", "int"),
    .mismatch("category.optMap(x, x)", at: "category", "optional_type(string)", "string"),
    .mismatch("optional.of(1).optFlatMap(x, 2)", at: "2", "optional_type(int)", "int"),
    .mismatch("[?count]", at: "count", "optional_type(int)", "int", help: "optional.of(...)"),
    .mismatch("{?1: null}", at: "null", "optional_type(null)", "null"),
    .mismatch(
      "google.protobuf.BoolValue{?value: true}", at: "true", "optional_type(bool)", "bool"),
    MessageCase(
      "google.protobuf.UInt32Value{value: 1}", at: "1",
      "expected type of field 'value' is 'uint' but provided type is 'int'"),
  ]
}
