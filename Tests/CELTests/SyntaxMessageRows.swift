extension MessageCase {
  /// Mistakes of spelling.
  static let syntax = [
    MessageCase("count = 3", at: "=", "'=' is not an operator", help: "write '=='"),
    MessageCase("active and u", at: "and", "'and' is not an operator", help: "write '&&'"),
    MessageCase("active OR u", at: "OR", "'OR' is not an operator", help: "write '||'"),
    MessageCase("not active", at: "not", "'not' is not an operator", help: "write '!'"),
    MessageCase("active & u", at: "&", "'&' is not an operator", help: "write '&&'"),
    MessageCase("active | u", at: "|", "'|' is not an operator", help: "write '||'"),
    MessageCase("count <> 3", at: "<>", "'<>' is not an operator", help: "write '!='"),
    MessageCase("count => 3", at: "=>", "'=>' is not an operator", help: "write '>='"),
    MessageCase(
      "category == \u{201C}x\u{201D}", at: "\u{201C}",
      "the curly quote \u{201C} does not begin a text", help: "straight quotes"),
    MessageCase("category == 'x", at: "'", "the text that begins here has no closing quote"),
    MessageCase("'\\q'", at: "\\q", "'\\q' is not an escape", help: "backslash"),
    MessageCase("'\\ud800'", at: "\\ud800", "'\\ud800' is not an escape"),
    MessageCase("b'\\u0041'", at: "\\u0041", "'\\u0041' is not an escape"),
    MessageCase("1.5.2", at: ".2", "a number stands where the end of the expression should follow"),
    MessageCase("12abc", at: "12abc", "'12abc' is not a number"),
    MessageCase(
      "9223372036854775808", at: "9223372036854775808",
      "the number 9223372036854775808 is too large for a whole number"),
    MessageCase("(1", at: "", "the expression ends where ')' should follow"),
    MessageCase("[1, 2", at: "", "the expression ends where ',' or ']' should follow"),
    MessageCase("1 +", at: "", "the expression ends where a value should follow"),
    MessageCase(
      "count ? 1", at: "",
      "the expression ends where ':' and the value for the other case should follow"),
    MessageCase("", at: "", "the expression is empty"),
    MessageCase("amount € 3", at: "€", "the character '€' has no meaning in an expression"),
    MessageCase("if", at: "if", "reserved identifier: if", help: "another name"),
    MessageCase("1e999", at: "1e999", "the number 1e999 is too large", help: "e308"),
    MessageCase("'''a''", at: "'", "the text that begins here has no closing quote", help: "three"),
    MessageCase(
      "has(count)", at: "count", "invalid argument to has() macro", help: "has(m.field)"),
    MessageCase(
      "tags.all(x.y, true)", at: "x.y", "argument must be a simple name",
      help: "write list.all(x, ... x ...)"),
    MessageCase("tags.all(x, x, true)", at: "x", "duplicate variable name: x", help: "two names"),
    MessageCase("tags.map(1, true)", at: "1", "argument is not an identifier", help: "list.map(x"),
    MessageCase(
      "cel.bind(a.b, 1, 2)", at: "a.b", "cel.bind() variable names must be simple identifiers",
      help: "write cel.bind(x, value"),
    MessageCase(
      "any.optMap(1, 2)", at: "1", "optMap() variable name must be a simple identifier",
      help: "optional.optMap(x"),
    MessageCase(
      "`a-b` == 1", at: "`a-b`", "a name in backquotes stands where a value should follow",
      help: "only fields"),
    MessageCase("a.`b\"`", at: "\"", "a field name in backquotes cannot hold '\"'"),
  ]
}
