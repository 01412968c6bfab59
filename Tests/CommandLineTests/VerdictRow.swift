import Testing

/// A commitment over the sample's ledger, and what it comes to.
struct VerdictRow: Sendable, CustomTestStringConvertible {
  let name: String
  /// The commitment's keys from `check` on, a line each.
  var commitment: String
  /// Further keys of the pack.
  var pack = ""
  /// Texts of the institution's description and what stands in their place.
  var institution: [String: String] = [:]
  /// Further rows of the ledger.
  var rows = ""
  /// Files to write beside the sample's.
  var files: [String: String] = [:]
  var arguments: [String] = []
  let exit: Int32
  let verdict: String
  var says: [String] = []
  var never: [String] = []
  /// Values of the JSON report by path, from its result on.
  var json: [String: String] = [:]

  var testDescription: String { name }

  /// Half of the ledger's value is works: 500 of 1,000.
  static let works = "check: share\nmeasure: amount\nwhere: category == \"works\""
  static let year = "\nperiod: fiscal_year"

  /// A share of works in the fiscal year against a target, with further keys.
  static func share(_ target: String, _ more: String = "") -> String {
    works + year + "\ntarget: \"\(target)\"" + (more.isEmpty ? "" : "\n" + more)
  }

  /// A row of works without a category: it may be works or not.
  static let unknown = "r4,2024-07-01,Parks,s1,1000.00,M5 4WT,\n"

  /// The sample with the row's changes.
  func sample() throws -> Sample {
    var sample = Sample()
    let keys = commitment.split(separator: "\n").map { "    \($0)\n" }.joined()
    sample.files["pack.yaml"] =
      "pack: fair\nversion: 1.0.0\n\(pack)commitments:\n  - id: A\n    title: First\n    of: spend\n"
      + keys
    for (old, new) in institution { try sample.change("data/institution.yaml", old, to: new) }
    sample.files["data/spend.csv"] = Sample.spend + rows
    sample.files.merge(files) { $1 }
    return sample
  }

  /// Runs the row in the terminal's and in the programs' format.
  func check() throws {
    let workdir = try sample().workdir()
    let outcome = try workdir.run(Sample.check + arguments)
    outcome.expect(exit: exit, says, never: never)
    let report = try workdir.run(Sample.check + arguments + ["--report", "json"])
    #expect(report.exit == exit)
    let document = try report.json()
    #expect(document["result/findings/0/verdict"] == verdict, "\(outcome.text)")
    #expect(document["result/exit"] == String(exit))
    for (path, value) in json {
      #expect(document["result/" + path] == value, "\(path)\n\(report.out)")
    }
    try TalliedRun(workdir: workdir, arguments: arguments).expectSame(as: report)
    try ReadingWays.expectAgreement(in: workdir, Sample.check + arguments)
    // The first run fills the cache, the second takes what it can from it.
    for _ in 1...2 {
      let cached = try workdir.run(
        Sample.check + arguments + ["--report", "json", "--cache", "cache"])
      #expect(cached.exit == exit, "\(cached.text)")
      #expect(try cached.result() == report.result(), "\(cached.text)")
    }
  }
}

@Suite struct VerdictTests {
  @Test(arguments: VerdictRow.verdicts) func verdict(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.checkers) func checker(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.time) func time(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.groups) func groups(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.unknowns) func unknowns(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.choices) func choices(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.data) func data(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.origins) func origins(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.totalRows) func totalRows(_ row: VerdictRow) throws {
    try row.check()
  }
  @Test(arguments: VerdictRow.repeats) func repeats(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.amounts) func amounts(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.times) func times(_ row: VerdictRow) throws { try row.check() }
  @Test(arguments: VerdictRow.completeness) func completeness(_ row: VerdictRow) throws {
    try row.check()
  }
  @Test(arguments: VerdictRow.parameters) func parameters(_ row: VerdictRow) throws {
    try row.check()
  }
}
