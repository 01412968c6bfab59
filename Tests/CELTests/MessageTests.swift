import CEL
import Testing

@Suite("messages")
struct MessageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// What the message points to.
    let at: String
    let message: String
    let help: String

    init(_ text: String, at: String, _ message: String, help: String = "") {
      (self.text, self.at, self.message, self.help) = (text, at, message, help)
    }

    var testDescription: String { text }
  }

  static let syntax = [
    Case("count = 3", at: "=", "'=' is not an operator", help: "write '=='"),
    Case("active and u", at: "and", "'and' is not an operator", help: "write '&&'"),
    Case("active OR u", at: "OR", "'OR' is not an operator", help: "write '||'"),
    Case("not active", at: "not", "'not' is not an operator", help: "write '!'"),
    Case("active & u", at: "&", "'&' is not an operator", help: "write '&&'"),
    Case("active | u", at: "|", "'|' is not an operator", help: "write '||'"),
    Case("count <> 3", at: "<>", "'<>' is not an operator", help: "write '!='"),
    Case("count => 3", at: "=>", "'=>' is not an operator", help: "write '>='"),
    Case(
      "category == \u{201C}x\u{201D}", at: "\u{201C}",
      "the curly quote \u{201C} does not begin a text", help: "straight quotes"),
    Case("category == 'x", at: "'", "the text that begins here has no closing quote"),
    Case("'\\q'", at: "\\q", "'\\q' is not an escape", help: "backslash"),
    Case("'\\ud800'", at: "\\u", "'\\u' is not an escape"),
    Case("b'\\u0041'", at: "\\u", "'\\u' is not an escape"),
    Case("1.5.2", at: ".2", "a number stands where the end of the expression should follow"),
    Case("12abc", at: "12abc", "'12abc' is not a number"),
    Case(
      "9223372036854775808", at: "9223372036854775808",
      "the number 9223372036854775808 is too large for a whole number"),
    Case("(1", at: "", "the expression ends where ')' should follow"),
    Case("[1, 2", at: "", "the expression ends where ',' or ']' should follow"),
    Case("1 +", at: "", "the expression ends where a value should follow"),
    Case(
      "count ? 1", at: "",
      "the expression ends where ':' and the value for the other case should follow"),
    Case("", at: "", "the expression is empty"),
    Case("amount € 3", at: "€", "the character '€' has no meaning in an expression"),
    Case("if", at: "if", "'if' is a reserved word", help: "another name"),
    Case("has(count)", at: "count", "has() takes a field of a map, as in has(m.field)"),
    Case("tags.all(x.y, true)", at: "x.y", "the first argument of 'all' must be a simple name"),
    Case("Party{name: 1}", at: "Party", "protocol buffer messages are not part of this language"),
    Case("a.`b\"`", at: "\"", "a field name in backquotes cannot hold '\"'"),
  ]

  static let types = [
    Case(
      "categry == 'x'", at: "categry", "undeclared reference to 'categry' (in container '')",
      help: "did you mean 'category'?"),
    Case(
      "postcode == 'x'", at: "postcode", "undeclared reference to 'postcode' (in container '')",
      help: "did you mean 'supplier.postcode'?"),
    Case(
      "suplier.postcode == 'x'", at: "suplier",
      "undeclared reference to 'suplier' (in container '')",
      help: "did you mean 'supplier.postcode'?"),
    Case(
      "category == 1", at: "==", "found no matching overload for '_==_' applied to '(string, int)'",
      help: "'category' is text, '1' is a whole number; put the number in quotes"),
    Case(
      "count > '1'", at: ">", "found no matching overload for '_>_' applied to '(int, string)'",
      help: "convert with int(...)"),
    Case(
      "active && category", at: "&&",
      "found no matching overload for '_&&_' applied to '(bool, string)'", help: "compare first"),
    Case("!count", at: "!", "found no matching overload for '!_' applied to '(int)'"),
    Case(
      "category in 'abc'", at: "in",
      "found no matching overload for '@in' applied to '(string, string)'", help: "must be a list"),
    Case(
      "category.startsWith(1)", at: "startsWith",
      "found no matching overload for 'startsWith' applied to 'string.(int)'",
      help: "string.startsWith(string)"),
    Case(
      "category.startWith('a')", at: "startWith",
      "undeclared reference to 'startWith' (in container '')", help: "did you mean 'startsWith'?"),
    Case(
      "startsWith(category, 'a')", at: "startsWith",
      "undeclared reference to 'startsWith' (in container '')", help: "write x.startsWith()"),
    Case(
      "category.decimal()", at: "decimal", "undeclared reference to 'decimal' (in container '')",
      help: "write decimal(x)"),
    Case(
      "count.field", at: "field", "type 'int' does not support field selection",
      help: "only maps have fields"),
    Case(
      "count.all(x, true)", at: "count",
      "expression of type 'int' cannot be range of a comprehension (must be list, map, or dynamic)"),
    Case("tags.all(x, x)", at: "x", "'all' needs a condition here, found type 'string'"),
    Case("tags.map(x, x, x)", at: "x", "'map' needs a condition here, found type 'string'"),
    Case("category.matches('(')", at: "'('", "the pattern is not valid: a '(' has no ')' after it"),
    Case(
      "active ? 1 : 'a'", at: "?",
      "found no matching overload for '_?_:_' applied to '(bool, int, string)'"),
    Case(
      "timestamp('soon')", at: "'soon'",
      "the text is not a point in time in range, as in 2024-04-01T09:30:00Z"),
  ]

  @Test(arguments: syntax + types)
  func saysWhatIsWrongAndWhere(_ given: Case) throws {
    let found = issues(given.text)
    let issue = try #require(found.first, "nothing was found")
    #expect(issue.message == given.message)
    #expect(marked(issue, given.text) == given.at)
    #expect(given.help.isEmpty || (issue.help ?? "").contains(given.help), "\(issue.help ?? "")")
    #expect(found.count == 1, "\(found.map(\.message))")
  }

  @Test func allTypeErrorsAreFoundInTheOrderOfTheirPlaces() {
    let text = "categry == 'x' && (count == 'a' || amount / 2 > 1) && tags.exists(t, t > 1) && xs"
    let found = issues(text).map { marked($0, text) }
    #expect(found == ["categry", "==", "/", ">", "xs"])
  }

  @Test func aPlaceIsCountedInBytes() throws {
    let text = "category == 'é' && categry == 'x'"
    let issue = try #require(issues(text).first)
    #expect(issue.range == 20..<27)
  }
}
