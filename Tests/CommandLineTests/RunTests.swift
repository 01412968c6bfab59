import Testing

/// What the exit code of a run makes of several findings, and of part of a pack.
@Suite struct RunTests {
  struct Mix: Sendable, CustomTestStringConvertible {
    /// The target of LOC and its enforcement; half of the ledger reaches it or not.
    let local: String
    let enforcement: String
    /// A change that unsettles SME: none, an unknown supplier, no table of suppliers.
    let other: Other
    let exit: Int32
    let verdicts: [String]

    enum Other: Sendable { case fine, unknown, broken }

    init(
      _ local: String, _ enforcement: String, _ other: Other, exit: Int32,
      _ verdicts: String...
    ) {
      self.local = local
      self.enforcement = enforcement
      self.other = other
      self.exit = exit
      self.verdicts = verdicts
    }

    var testDescription: String { "\(local) \(enforcement) beside \(other)" }

    static let all = [
      Mix(">= 25%", "block", .fine, exit: 0, "pass", "pass"),
      Mix(">= 95%", "warn", .fine, exit: 0, "fail", "pass"),
      Mix(">= 25%", "block", .unknown, exit: 2, "pass", "indeterminate"),
      Mix(">= 95%", "warn", .unknown, exit: 2, "fail", "indeterminate"),
      Mix(">= 95%", "block", .fine, exit: 1, "fail", "pass"),
      Mix(">= 95%", "block", .unknown, exit: 1, "fail", "indeterminate"),
      Mix(">= 25%", "block", .broken, exit: 3, "pass", "error"),
      Mix(">= 95%", "block", .broken, exit: 3, "fail", "error"),
      Mix(">= 95%", "report", .broken, exit: 3, "fail", "error"),
    ]
  }

  /// Errors come before failures, failures before what cannot be told.
  @Test(arguments: Mix.all)
  func precedence(_ mix: Mix) throws {
    var sample = Sample()
    try sample.change(
      "pack.yaml", "target: \">= 25%\"\n    enforcement: block",
      to: "target: \"\(mix.local)\"\n    enforcement: \(mix.enforcement)")
    if mix.other == .unknown {
      sample.files["data/spend.csv"] =
        Sample.spend + "r4,2024-07-01,Parks,s9,9000.00,M5 4WT,works\n"
      // The row that nobody knows the supplier of is out of LOC either way.
      try sample.change(
        "pack.yaml", "where: postcode in", to: "among: amount < 999.00\n    where: postcode in")
    }
    let workdir = try sample.workdir()
    if mix.other == .broken { try workdir.remove("data/suppliers.csv") }
    let outcome = try workdir.run(Sample.check + ["--report", "json"])
    #expect(outcome.exit == mix.exit, "\(outcome.out)")
    let json = try outcome.json()
    #expect(json.items("result/findings").map { $0["verdict"] } == mix.verdicts)
    #expect(json["result/exit"] == String(mix.exit))
  }

  @Test func nothingEvaluatedIsNoPass() throws {
    var sample = Sample()
    try sample.change("pack.yaml", "target: \">= 25%\"", to: "target: required")
    try sample.change("pack.yaml", "target: \">= 10%\"", to: "target: required")
    let outcome = try sample.workdir().run(Sample.check)
    outcome.expect(
      exit: 2, ["nothing was evaluated", "fair/LOC, fair/SME"], never: ["Result: PASS"])
  }

  @Test(arguments: [
    (["LOC"], ["LOC"]), (["buy_small"], ["SME"]), (["SME", "LOC"], ["LOC", "SME"]),
  ])
  func onlySomeOfThePack(_ words: [String], _ ids: [String]) throws {
    let workdir = try Sample().workdir()
    let only = words.flatMap { ["--only", $0] }
    let json = try workdir.run(Sample.check + only + ["--report", "json"]).json()
    #expect(json.items("result/findings").map { $0["id"] } == ids)
    #expect(json["result/partial"] == String(ids.count < 2))
    let says = ids.count < 2 ? ["(part of the packs only)"] : []
    try workdir.run(Sample.check + only).expect(exit: 0, says)
  }

  @Test func twoPacksAreJudgedTogether() throws {
    var sample = Sample()
    sample.files["strict.yaml"] = Sample.pack.replacing("pack: fair", with: "pack: strict")
      .replacing(">= 25%", with: ">= 95%")
    let outcome = try sample.workdir().run(
      ["check", "pack.yaml", "strict.yaml"] + Sample.check.dropFirst(2))
    outcome.expect(exit: 1, ["fair 1.0.0", "strict 1.0.0", "3 pass, 1 fail"])
  }

  /// Today is the day of the run where none is given, and the report says so.
  @Test func asOfTodayIsSaid() throws {
    let workdir = try Sample().workdir()
    try workdir.run("check", "pack.yaml", "--data", "data").expect(exit: 2, ["as of today, 20"])
    try workdir.run(Sample.check).expect(exit: 0, ["as of 2025-04-30 (given)"])
  }
}
