import CEL
import Testing

/// `u`, `v` (conditions) and `n` (a whole number) are unknown in the sample row.
@Suite("what is left to be known")
struct ResidualTests {
  @Test(arguments: [
    ("u", "u"), ("false || (u && 2 > 1)", "u"), ("active && u", "u"), ("u || !active", "u"),
    ("u && v && count > 1", "u && v"), ("count > 1 ? u : v", "u"),
    ("u ? count > 1 : v", "u ? true : v"),
    ("u && category == 'works'", "u"), ("n + count > 5", "n + 3 > 5"),
    ("amount > 100.00 && n > 1", "n > 1"), ("u || amount * 2.0 > 300.00", "u"),
    ("n > 1 ? amount : 0.0", "n > 1 ? decimal(\"100.50\") : 0.0"),
    ("[1, 2].all(x, x > 0 && u)", "[1, 2].all(x, x > 0 && u)"),
    ("tags.exists(t, u)", "[\"a\", \"b\"].exists(t, u)"), ("[count, n]", "[3, n]"),
    ("{'a': n, category: 1}", "{\"a\": n, \"works\": 1}"), ("u || 1 / 0 > 1", "u || 1 / 0 > 1"),
    ("math.greatest(n, count)", "math.greatest(n, 3)"), ("count > 1", "true"),
    ("amount", "decimal(\"100.50\")"),
    ("day", "date(\"2024-04-01\")"), ("u && supplier.postcode.startsWith('M')", "u"),
    ("optional.of(n)", "optional.of(n)"), ("cel.bind(x, count, x > n)", "cel.bind(x, 3, x > n)"),
    ("rate < 1.0 && u", "u"), ("-n == -3", "-n == -3"),
  ])
  func leaves(_ text: String, _ left: String) throws {
    let row = Cells(values: sample.map(\.value))
    let checked = try sampleEnvironment.compile(text)
    let residual = try checked.residual(in: sampleEnvironment, over: row)
    #expect(residual.description == left)
    let again = try sampleEnvironment.compile(residual.description)
    let (before, after) = (
      try sampleEnvironment.program(checked).evaluate(row),
      try sampleEnvironment.program(again).evaluate(row)
    )
    #expect(before.description == after.description)
  }

  @Test func definitionsStandWhereTheirNamesStood() throws {
    var environment = sampleEnvironment
    environment.define("large", try environment.compile("amount > 100.00 && u"))
    environment.define("both", try environment.compile("large || v"))
    let checked = try environment.compile("active && both")
    let row = Cells(values: sample.map(\.value))
    #expect(try checked.residual(in: environment, over: row).description == "u || v")
  }

  @Test(arguments: [
    ("u || 1 / 0 > 1", "unknown(u)"), ("1 / 0 > 1 || u", "unknown(u)"),
    ("u && 1 / 0 > 1", "unknown(u)"),
    ("n + 1 / 0", "error: division by zero"), ("1 / 0 + n", "error: division by zero"),
    ("[n, 1 / 0]", "error: division by zero"), ("u || v", "unknown(u, v)"),
    ("(u || true) && v", "unknown(v)"), ("u == v", "unknown(u, v)"), ("!u", "unknown(u)"),
    ("[u, 1 / 0 > 1].exists(x, x)", "error: division by zero"),
    ("[1, 0].exists(x, 1 / x > 1 || u)", "unknown(u)"),
    ("[0].all(x, 1 / x > 1 && u)", "unknown(u)"),
    ("tags.map(t, u)", "unknown(u)"),
    ("tags.filter(t, t == 'a' ? u : 1 / 0 > 1)", "error: division by zero"),
    ("n > 1 ? 1 / 0 : 2", "unknown(n)"), ("type(n) == int", "unknown(n)"),
  ])
  func unknownsAndErrorsAbsorbAsSpecified(_ text: String, _ wanted: String) throws {
    #expect(try evaluate(text).description == wanted)
  }
}
