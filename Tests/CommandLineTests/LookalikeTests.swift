import Testing

/// An accent written as one letter and as two looks the same, and is told apart wherever texts are
/// compared: by conditions, among declared values and in tables that rows point to.
@Suite("Texts that look alike") struct LookalikeTests {
  private static let one = "Caf\u{E9}"
  private static let two = "Cafe\u{301}"

  /// Conditions and what they select of £10 with one letter, £20 with two and £40 of others.
  private static let conditions: [(String, String)] = [
    ("name == \"\(one)\"", "10.00"), ("name == \"\(two)\"", "20.00"),
    ("name in [\"\(one)\", \"\(two)\"]", "30.00"), ("name.startsWith(\"\(one)\")", "10.00"),
    ("name.startsWith(\"\(two)\")", "20.00"), ("name < \"\(one)\"", "20.00"),
    ("kind == \"composed\"", "10.00"), ("kind == \"apart\"", "20.00"),
    ("supplier.green", "10.00"), ("supplier.town == \"\(one)\"", "10.00"),
    ("supplier.town == \"\(two)\"", "20.00"), ("supplier.town == name", "70.00"),
    ("town in area(\"here\")", "10.00"), ("town in area(\"there\")", "20.00"),
  ]

  private static func workdir() throws -> Workdir {
    let workdir = try Workdir()
    try workdir.write(
      "institution.yaml",
      """
      institution: Northgate
      currency: GBP
      fiscal_year_starts: 04-01
      areas:
        here: { codes: ["\(one)"] }
        there: { codes: ["\(two)"] }
      datasets:
        spend:
          files: spend.csv
          references: { supplier: { to: suppliers, by: name } }
          columns:
            name: {}
            town: {}
            kind: { values: { "\(one)": composed, "\(two)": apart, other: other } }
            amount: { type: decimal, scale: 2 }
        suppliers:
          files: suppliers.csv
          key: name
          columns:
            name: {}
            town: {}
            green: { type: bool, values: { "yes": true, "no": false } }

      """)
    let rows = [(one, "10"), (two, "20"), ("other", "40")]
    try workdir.write(
      "spend.csv",
      "name,town,kind,amount\n" + rows.map { "\($0),\($0),\($0),\($1)\n" }.joined())
    try workdir.write(
      "suppliers.csv",
      "name,town,green\n" + rows.map { "\($0),\($0),\($1 == "10" ? "yes" : "no")\n" }.joined())
    try workdir.write(
      "pack.yaml",
      CheckerSample.pack(
        conditions.enumerated().map { place, row in
          "id: A\(place), of: spend, check: total, measure: amount, where: '\(row.0)', "
            + "target: '>= £1'"
        } + ["id: P, of: spend, check: total, measure: amount, per: name, target: '>= £1'"]))
    return workdir
  }

  @Test(arguments: [[], ["--jobs", "2"], ["--cache", "c"]])
  func areToldApart(_ options: [String]) throws {
    let workdir = try Self.workdir()
    let outcome = try workdir.run(
      ["check", "pack.yaml", "--data", ".", "--as-of", "2026-01-01", "--report", "json"] + options)
    outcome.expect(exit: 0)
    let report = try outcome.json()
    for (place, row) in Self.conditions.enumerated() {
      let value = report["result/findings/\(place)/measurement/value"]
      #expect(value == row.1, "\(row.0)")
    }
    let groups = (0..<3).map { report["result/findings/\(Self.conditions.count + $0)/group"] }
    #expect(
      groups.map { $0.map { Array($0.utf8) } }
        == [Self.two, Self.one, "other"].map { Array($0.utf8) })
  }

  /// Of two files one would be read in the other's place without a word.
  @Test(arguments: [
    "spend*.csv", "[spend\(one).csv, spend*.csv]", "[spend\(one).csv, spend\(two).csv]",
  ])
  func filesAreNotMistaken(_ files: String) throws {
    let workdir = try CheckerSample.workdir(["id: A, of: spend, check: count, target: '>= 1'"])
    try workdir.write("spend\(Self.one).csv", CheckerSample.spend)
    try workdir.write("spend\(Self.two).csv", CheckerSample.spend + "2024-05-01,A,1.00,Y,x\n")
    try workdir.write(
      "institution.yaml",
      CheckerSample.institution.replacing("files: spend.csv", with: "files: \(files)"))
    try workdir.run(CheckerSample.check).expect(exit: 3, ["look the same"])
  }
}
