import Testing

/// All that there is to say of one commitment.
@Suite("Explanations") struct ExplainTests {
  private static func explain(_ name: String, _ more: String...) -> [String] {
    ["explain", name, "pack.yaml", "--data", "data", "--as-of", "2025-04-30"] + more
  }

  @Test(arguments: ["LOC", "fair/LOC"])
  func tellsWhatIsPromisedJudgedAndFound(_ name: String) throws {
    var sample = Sample()
    try sample.change("pack.yaml", "\">= 25%\"", to: "\">= 75%\"")
    let workdir = try sample.workdir()
    try workdir.write("data/spend.csv", Sample.spend.replacing("M3 1AA", with: ""))
    try workdir.run(Self.explain(name)).expect(
      exit: 2,
      [
        "fair/LOC A quarter is spent at home", "where: postcode in area(\"home\")",
        "target: >= 75%", "CANNOT TELL: between 50.00% and 100.00%", "judged: 3 rows, £1,000.00",
        "known to count: £500.00", "cannot be judged: 1 row, £500.00",
        "for want of postcode: 1 row", "for instance r2 (spend.csv:3), £500.00, lacks postcode",
        "areas.home",
      ], never: ["SME", "Before"])
  }

  @Test func aLogTellsHowItWentBefore() throws {
    let workdir = try Sample().workdir()
    try workdir.run(Sample.check + ["--log", "runs.log"]).expect(exit: 0)
    try workdir.run(Self.explain("LOC", "--log", "runs.log")).expect(
      exit: 0, ["Before", "2025-04-30 PASS 50.00%"])
    try workdir.run(Self.explain("LOC", "--log", "none.log")).expect(exit: 3, ["none.log"])
    let log = try workdir.read("runs.log")
    try workdir.write("runs.log", log.replacing("pass", with: "fail"))
    try workdir.run(Self.explain("LOC", "--log", "runs.log")).expect(exit: 3, ["runs.log:1"])
  }

  @Test func groupsAreToldOneByOne() throws {
    var sample = Sample()
    try sample.change(
      "pack.yaml", "period: fiscal_year", to: "period: fiscal_year\n    per: department")
    let workdir = try sample.workdir()
    _ = try workdir.run(Self.explain("LOC")).out
    let one = try workdir.run(Self.explain("LOC[Parks]"))
    #expect(one.text.contains("What was found [Parks]") && !one.text.contains("found [Housing]"))
    try workdir.run(Self.explain("LOC[Park]")).expect(exit: 3, ["no 'LOC[Park]'", "LOC[Parks]"])
  }

  @Test func theExitCodeIsThatOfTheRun() throws {
    var sample = Sample()
    try sample.change("pack.yaml", "\">= 25%\"", to: "\">= 60%\"")
    let workdir = try sample.workdir()
    try workdir.run(Self.explain("LOC")).expect(exit: 1, ["FAIL: 50.00%"])
    try workdir.run(Self.explain("SME")).expect(exit: 0)
  }

  @Test func namesAreOfCommitments() throws {
    let workdir = try Sample().workdir()
    try workdir.run(Self.explain("LOK")).expect(exit: 3, ["these packs have no 'LOK'", "LOC"])
    try workdir.write(
      "other.yaml", try workdir.read("pack.yaml").replacing("pack: fair", with: "pack: two"))
    var words = Self.explain("LOC")
    words.insert("other.yaml", at: 3)
    try workdir.run(words).expect(exit: 3, ["several packs have a 'LOC'", "two/LOC"])
    words[1] = "two/LOC"
    try workdir.run(words).expect(exit: 0, ["two/LOC A quarter"])
  }

  @Test func programsAndPagesHaveItToo() throws {
    let workdir = try Sample().workdir()
    try workdir.run(Self.explain("LOC", "--format", "markdown")).expect(
      exit: 0, ["# fair/LOC", "## How it is judged", "- measure: amount"])
    let json = try workdir.run(Self.explain("LOC", "--format", "json")).json()
    #expect(json["findings/0/finding_id"] == "fair/LOC" && json["findings/0/verdict"] == "pass")
    #expect(json.items("sections").count >= 3)
  }

  @Test func cellsOfPersonsAreNotTold() throws {
    var sample = Sample()
    try sample.change("data/institution.yaml", "postcode: {", to: "postcode: { personal: true,")
    let workdir = try sample.workdir()
    let outcome = try workdir.run(Self.explain("LOC"))
    #expect(!outcome.text.contains("for instance") && !outcome.text.contains("M5 4WT"))
  }
}
