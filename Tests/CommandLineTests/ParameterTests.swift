import Testing

/// A parameters file fills in what a pack leaves open; every mistake in it is said.
@Suite struct ParameterTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let says: [String]

    init(_ text: String, _ says: String...) {
      self.text = text
      self.says = says
    }

    var testDescription: String { text }

    static let all = [
      Row("parameters: fiar\n", "no pack of this run is called 'fiar'", "did you mean 'fair'"),
      Row("parameters: fair\nset: { leats: 1% }\n", "p.yaml:2:8: error:", "'leats'", "'least'"),
      Row("parameters: fair\nset: { least: 45% }\n", "'least' is set by the pack", "loosens:"),
      Row("parameters: fair\nset: { open: many }\n", "'many' is no percent", "25%"),
      Row("parameters: fair\nset: { open: 5 }\n", "'5' is no percent"),
      Row(
        "parameters: fair\nset: { open: 5% }\ntargets: { B: \">= 1%\" }\n",
        "pack 'fair' has no commitment 'B'"),
      Row(
        "parameters: fair\nset: { open: 5% }\ntargets: { A: \">= 1%\" }\n",
        "the target of 'A' is set by the pack", "loosens:"),
      Row("paramters: fair\n", "unknown key 'paramters'", "did you mean 'parameters'"),
      Row("parameters: fair\n", "parameter 'open' has no value", "help: give it a default"),
      Row("", "the file is empty"),
    ]
  }

  @Test(arguments: Row.all)
  func mistakes(_ row: Row) throws {
    var sample = Sample()
    sample.files["p.yaml"] = row.text
    sample.files["pack.yaml"] = """
      pack: fair
      version: 1.0.0
      parameters:
        least: { type: percent, default: 60% }
        open: { type: percent }
      commitments:
        - id: A
          title: First
          check: share
          of: spend
          where: category == "works"
          target: between params.open and params.least

      """
    let workdir = try sample.workdir()
    try workdir.run(Sample.check + ["--parameters", "p.yaml", "--report", "json=out.json"])
      .expect(exit: 3, row.says)
    #expect(!workdir.exists("out.json"))
    try workdir.run("lint", "pack.yaml", "--data", "data", "--parameters", "p.yaml")
      .expect(exit: 3, row.says)
  }
}
