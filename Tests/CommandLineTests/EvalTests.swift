import Testing

/// `holdfast eval` shows the type, the value, what is unknown and what it costs; its exit code tells
/// known, unknown and none apart.
@Suite struct EvalTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let expression: String
    let exit: Int32
    let says: [String]

    init(_ expression: String, exit: Int32 = 0, _ says: String...) {
      self.expression = expression
      self.exit = exit
      self.says = says
    }

    var testDescription: String { expression }

    static let all = [
      Row(
        "amount * 2.0", "type      decimal", "value     decimal(\"2501.000\")", "cost      3 to 3"),
      Row("1.5", "type      double", "value     1.5"),
      Row("supplier.local && amount > 1000.00", "type      bool", "value     true"),
      Row("tags.map(t, t.upperAscii())", "type      list(string)", "[\"A\", \"B\"]"),
      Row("lines[0].item", "value     \"pen\""),
      Row("[1, null][1] == null", "value     true"),
      Row(
        "supplier.local && category in ['food']", exit: 2, "value     unknown",
        "unknowns  category", "left      category in [\"food\"]"),
      Row("category == 'a' || supplier.postcode == 'b'", exit: 2, "category, supplier.postcode"),
      Row("supplier.local || category == 'food'", "value     true"),
      Row("known(category)", "value     false"),
      Row("tags[4]", exit: 3, "value     none", "<expression>:1:5: error:", "out of bounds"),
      Row("suplier.local", exit: 3, "unknown name 'suplier'", "'supplier.local'"),
      Row("amount +", exit: 3, "<expression>:1:9: error:"),
      Row("amount / 2", exit: 3, "write div(a, b, 2)"),
      Row("", exit: 3, "the expression is empty"),
      Row("timestamp('2024-07-01T00:00:00Z').getHours('../../etc/passwd')", exit: 3, "time zone"),
    ]

    static let json = """
      {"amount": 1250.50, "category": null, "tags": ["a", "b"], "lines": [{"item": "pen"}],
       "supplier": {"local": true, "postcode": null}}
      """
  }

  @Test(arguments: Row.all)
  func showsTheValue(_ row: Row) throws {
    let folder = try Workdir()
    try folder.write("row.json", Row.json)
    let outcome = try folder.run("eval", row.expression, "--row", "row.json")
    outcome.expect(exit: row.exit, row.says)
  }

  @Test(arguments: [
    ("[1]", "no JSON object"), ("{\"a\": 1, \"a\": 2}", "row.json:1:"),
    ("{\"a\": 01}", "row.json:1:"),
    ("", "row.json"), ("{\"a\": 1e5}", "row.json:1: error: the number has more digits"),
    ("{\"a\": [1, [1e5]]}", "at column 12"), ("{\"a\": [{\"b\": 1e5}]}", "an exponent"),
    ("{\"a.b\": 1, \"a\": {\"b\": 2}}", "the column 'a.b' stands twice"),
  ])
  func refusesWhatIsNoRow(_ json: String, _ says: String) throws {
    let folder = try Workdir()
    try folder.write("row.json", json)
    try folder.run("eval", "1", "--row", "row.json").expect(exit: 3, [says])
    try folder.run("eval", "1", "--row", "nowhere.json").expect(exit: 3, ["nowhere.json"])
  }

  @Test func listsAndShowsFunctions() throws {
    let folder = try Workdir()
    try folder.run("functions").expect(exit: 0, ["startsWith", "math.least", "cel.bind", "known"])
    try folder.run("functions", "matches").expect(
      exit: 0, ["string.matches(string) -> bool", "Example: "])
    try folder.run("functions", "optionals").expect(exit: 0, ["orValue"])
    try folder.run("functions", "startWith").expect(exit: 64, ["startsWith"])
  }

  /// What may take too long is refused before any row is read.
  @Test func refusesWhatMayTakeTooLong() throws {
    var sample = Sample()
    let words = "category.split(' ')"
    try sample.change(
      "pack.yaml", "where: supplier.sme",
      to: "where: \"\(words).all(a, \(words).exists(b, b == a))\"")
    try sample.workdir().run(Sample.check).expect(
      exit: 3,
      [
        "pack.yaml:20:13", "this may take", "over the limit of 1000000",
        "help: go through a shorter list",
      ])
  }
}
