import Testing

/// What is wrong with a pack is said in one go, in plain words, at its line and column.
@Suite struct LintTests {
  @Test func aPackWithTenMistakesShowsThemAll() throws {
    var sample = Sample()
    sample.files["pack.yaml"] = TenMistakes.pack
    let outcome = try sample.workdir().run("lint", "pack.yaml", "--data", "data")
    outcome.expect(exit: 3)
    #expect(outcome.out.isEmpty)
    let found = outcome.err.components(of: "\n\n").map { $0.components(of: "\n") }
    #expect(found.count == TenMistakes.all.count, "\(outcome.err)")
    for (lines, mistake) in zip(found, TenMistakes.all) {
      #expect(lines[0].hasPrefix("pack.yaml:\(mistake.place): error: "), "\(lines[0])")
      #expect(lines[0].contains(mistake.says), "\(lines[0])")
      let line = mistake.place.prefix { $0 != ":" }
      #expect(lines[1].hasPrefix("  \(line) | "), "the line is shown: \(lines)")
      let (code, caret) = (lines[1].dropFirst(line.count + 5), lines[2].dropFirst(line.count + 5))
      let pointed = caret.prefix { $0 == " " }.count
      #expect(caret.dropFirst(pointed).first == "^", "a caret points at it: \(lines)")
      #expect(code.dropFirst(pointed).hasPrefix(mistake.at), "\(lines)")
      #expect(lines.dropFirst(3).first?.contains(mistake.help) == true, "\(lines)")
    }
  }

  @Test(arguments: LintRow.all)
  func oneMistake(_ row: LintRow) throws {
    var sample = Sample()
    for change in row.changes { try sample.change(change.file, change.old, to: change.new) }
    let workdir = try sample.workdir()
    let arguments = ["lint", "pack.yaml"] + (row.hasData ? ["--data", "data"] : [])
    // These are words of programmers, not of people who buy.
    try workdir.run(arguments).expect(exit: 3, row.says)
    let check = try workdir.run(Sample.check + ["--report", "json=out.json"])
    check.expect(exit: 3, row.says)
    #expect(!workdir.exists("out.json"))
  }

  @Test(arguments: [
    (["lint", "pack.yaml", "--data", "data"], "1 pack(s), 2 commitment(s), Northgate Council"),
    (["lint", "--data", "data"], "No mistakes found"),
    (["lint", ".", "--data", "data"], "No mistakes found"),
    (
      ["lint", "pack.yaml", "--data", "data", "--institution", "data/institution.yaml"],
      "No mistakes"
    ),
  ])
  func aCleanPackHasNone(_ arguments: [String], _ says: String) throws {
    let outcome = try Sample().workdir().run(arguments)
    outcome.expect(exit: 0, [says])
    #expect(outcome.err.isEmpty)
  }

  /// Without an institution the columns that a pack may read are those of its needs.
  @Test(arguments: [
    ("supplier.sme", Int32(0), "No mistakes found"),
    ("suplier.sme", 3, "did you mean 'supplier.sme'?"),
  ])
  func needsStandInForData(_ condition: String, _ exit: Int32, _ says: String) throws {
    var sample = Sample()
    try sample.change("pack.yaml", "where: supplier.sme", to: "where: \(condition)")
    try sample.change(
      "pack.yaml", "commitments:",
      to: """
        needs:
          spend:
            amount: { type: decimal }
            postcode: { type: postcode }
            supplier.sme: { type: bool }
        commitments:
        """)
    try sample.workdir().run("lint", "pack.yaml").expect(exit: exit, [says])
  }

  @Test func withoutNeedsAPackIsCheckedWithData() throws {
    try Sample().workdir().run("lint", "pack.yaml").expect(
      exit: 3, ["pack.yaml:8:9: error:", "needs say nothing of the dataset 'spend'", "--data"])
  }
}

extension String {
  /// The parts between separators, empty ones at the end left out.
  fileprivate func components(of separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
