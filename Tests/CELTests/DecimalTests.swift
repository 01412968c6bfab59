import CEL
import Testing

@Suite("exact numbers and dates")
struct DecimalTests {
  @Test(arguments: [
    // `amount` is 100.50
    ("amount == 100.50", "true"), ("100.5 == amount", "true"), ("amount > 100", "true"),
    ("amount >= 100.500000000000000001", "false"), ("-amount < -100.49", "true"),
    ("amount in [100.50, 5]", "true"), ("amount in [100.51, -(5)]", "false"),
    ("100.5 in [amount]", "true"), ("amount + 0.1 == 100.6", "true"),
    ("amount - 100.5 == 0", "true"), ("amount * 2", "decimal(\"201.00\")"),
    ("amount * 0.1 + 0.2 == 10.25", "true"), ("amount > count", "true"), ("count < amount", "true"),
    ("units == amount", "false"), ("amount == decimal(units) + 93.5", "true"),
    ("decimal('0.1') + decimal('0.2') == 0.3", "true"), ("decimal(count) == 3", "true"),
    ("decimal(12.50)", "decimal(\"12.50\")"), ("decimal('-0') == 0", "true"),
    ("string(amount)", "\"100.50\""), ("int(amount)", "100"), ("int(-amount)", "-100"),
    ("double(amount)", "100.5"), ("div(amount, 3, 2)", "decimal(\"33.50\")"),
    ("div(1, 8, 2)", "decimal(\"0.12\")"), ("div(3, 8, 2)", "decimal(\"0.38\")"),
    ("div(-1, 3, 0)", "decimal(\"0\")"), ("type(amount) == decimal", "true"),
    ("{amount: 1}[100.5]", "1"), ("active ? amount : 0", "decimal(\"100.50\")"),
    ("[amount, 0]", "[decimal(\"100.50\"), decimal(\"0\")]"),
    ("(active ? 0 : amount) == 0", "true"), ("amount < 1.5e3", "true"),
    ("amount < 1 * 100.6", "true"),
    ("[1.5, 2.5].exists(x, dyn(amount) == x)", "false"), ("dyn(amount) == 100.5", "true"),
    ("dyn(decimal('0.1')) == 0.1", "false"), ("dyn(decimal('5')) in {5: 'a'}", "true"),
    // `day` is 2024-04-01
    ("day == date('2024-04-01')", "true"), ("day < date('2024-04-02')", "true"),
    ("day in [date('2024-04-01')]", "true"), ("day - date('2024-02-28')", "duration(\"2851200s\")"),
    ("day + duration('24h') == date('2024-04-02')", "true"),
    ("duration('24h') + day == date('2024-04-02')", "true"),
    ("day - duration('48h')", "date(\"2024-03-30\")"), ("string(day)", "\"2024-04-01\""),
    ("date(timestamp('2024-04-01T23:59:59Z')) == day", "true"), ("day.getFullYear()", "2024"),
    ("day.getMonth()", "3"), ("day.getDate()", "1"), ("day.getDayOfMonth()", "0"),
    ("day.getDayOfWeek()", "1"), ("day.getDayOfYear()", "91"), ("type(day) == date", "true"),
    ("date('1583-10-15').getDayOfWeek()", "6"),
  ])
  func isExact(_ text: String, _ wanted: String) throws {
    #expect(try evaluate(text).description == wanted, "\(text)")
  }

  @Test(arguments: [
    "decimal('99999999999999999999999999999999999999') * 10 * 10", "div(amount, 0, 2)",
    "div(amount, 3, 39)", "div(amount, 3, -1)", "int(decimal('9223372036854775808'))",
    "day + duration('1h')", "date('9999-12-31') + duration('24h')", "dyn(amount) + 1 == dyn(1)",
    "dyn(amount) < 1.5", "decimal(category)",
  ])
  func isAnErrorOnEvaluation(_ text: String) throws {
    let value = try evaluate(text)
    #expect(value.type == .error, "\(text) is \(value)")
  }

  @Test(arguments: [
    (
      "amount / 2", "found no matching overload for '_/_' applied to '(decimal, int)'",
      "div(a, b, 2)"
    ),
    (
      "amount % 2", "found no matching overload for '_%_' applied to '(decimal, int)'",
      "div(a, b, 2)"
    ),
    (
      "amount > rate", "found no matching overload for '_>_' applied to '(decimal, double)'",
      "'rate' is a floating-point number"
    ),
    (
      "amount == rate", "found no matching overload for '_==_' applied to '(decimal, double)'",
      "decimal(string(...))"
    ),
    (
      "amount + count", "found no matching overload for '_+_' applied to '(decimal, int)'",
      "convert 'count' with decimal(...)"
    ),
    (
      "amount == '5'", "found no matching overload for '_==_' applied to '(decimal, string)'",
      "without quotes"
    ),
    (
      "day >= '2024-04-01'", "found no matching overload for '_>=_' applied to '(date, string)'",
      "write date('2024-04-01')"
    ),
    (
      "day in ['2024-04-01']",
      "found no matching overload for '@in' applied to '(date, list(string))'", "with date(...)"
    ),
    ("date('2024-02-30')", "the text is not a date that exists, as in 2024-04-01", ""),
    ("decimal('1,5')", "the text is not an exact number, as in 1234.50", ""),
  ])
  func isATypeError(_ text: String, _ message: String, _ help: String) throws {
    let issue = try #require(issues(text).first)
    #expect(issue.message == message)
    #expect(help.isEmpty || (issue.help ?? "").contains(help), "\(issue.help ?? "")")
  }
}
