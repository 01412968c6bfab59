extension MessageCase {
  /// Fields of what has none, and constants that their function will never take.
  static let types: [MessageCase] = [
    MessageCase(
      "count.field", at: "field", "type 'int' does not support field selection",
      help: "'count' is a whole number; only maps have fields"),
    MessageCase("[].length", at: "length", "type 'list(dyn)' does not support field selection"),
    MessageCase("null.field", at: "field", "type 'null' does not support field selection"),
    MessageCase(
      "has(count.field)", at: "field", "type 'int' does not support field selection"),
    MessageCase("count.?field", at: "field", "type 'int' does not support field selection"),
    MessageCase(
      "optional.of(1).field", at: "field", "type 'int' does not support field selection"),
    MessageCase("category.a.b.c", at: "a", "type 'string' does not support field selection"),
    MessageCase(
      "category.matches('(')", at: "'('", "the pattern is not valid: a '(' has no ')' after it"),
    MessageCase(
      "timestamp('soon')", at: "'soon'",
      "the text is not a point in time in range, as in 2024-04-01T09:30:00Z"),
  ]

  /// Operands that an operator does not take.
  static let operators: [MessageCase] = [
    .noOverload(
      "category == 1", at: "==", "_==_", "(string, int)",
      help: "'category' is text, '1' is a whole number; put the number in quotes"),
    .noOverload("count > '1'", at: ">", "_>_", "(int, string)", help: "convert with int(...)"),
    .noOverload("count != null", at: "!=", "_!=_", "(int, null)", help: "which is never null"),
    .noOverload("tags == [1]", at: "==", "_==_", "(list(string), list(int))"),
    .noOverload("type(1) == 'int'", at: "==", "_==_", "(type(int), string)"),
    .noOverload("1 + 1u", at: "+", "_+_", "(int, uint)"),
    .noOverload("1 == 1.0", at: "==", "_==_", "(int, double)"),
    .noOverload("2u <= 1", at: "<=", "_<=_", "(uint, int)"),
    .noOverload("[] + {}", at: "+", "_+_", "(list(dyn), map(dyn, dyn))"),
    .noOverload("duration('1s') + 1", at: "+", "_+_", "(duration, int)"),
    .mismatch("active && category", at: "category", "bool", "string", help: "compare first"),
    .mismatch("null || active", at: "null", "bool", "null", help: "compare first"),
    .noOverload("!count", at: "!", "!_", "(int)", help: "'!' takes true or false"),
    .noOverload(
      "-category", at: "-", "-_", "(string)", help: "'category' is text; '-' takes a number"),
    .noOverload("category in 'abc'", at: "in", "@in", "(string, string)", help: "must be a list"),
    .noOverload("1 in {'a': 1}", at: "in", "@in", "(int, map(string, int))"),
    .noOverload(
      "[].map(x, [].map(y, x in y && y in x))", at: "in", "@in", "(list(dyn), dyn)"),
    .noOverload(
      "active ? 1 : 'a'", at: "?", "_?_:_", "(bool, int, string)",
      help: "'1' is a whole number, ''a'' is text; both must be of one kind"),
    .noOverload(
      "count ? 1 : 2", at: "?", "_?_:_", "(int, int, int)",
      help: "what stands before '?' must be true or false"),
    .noOverload("tags['a']", at: "[", "_[_]", "(list(string), string)", help: "as in [0]"),
    .noOverload(
      "{'a': 1}[1]", at: "[", "_[_]", "(map(string, int), int)", help: "the keys of '{'a': 1}' are"),
    .noOverload("category[0]", at: "[", "_[_]", "(string, int)", help: "only lists and maps"),
    .noOverload("tags[?'a']", at: "[", "_[?_]", "(list(string), string)"),
  ]
}
