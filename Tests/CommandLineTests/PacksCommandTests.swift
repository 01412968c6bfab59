import Testing

/// The list of packs, and the page about them.
@Suite struct PacksCommandTests {
  @Test func namesEveryCommitment() throws {
    try PackTestsTests.workdir().run("packs", "rules").expect(
      exit: 0,
      ["fair 1.0.0: Fair", "F-1  Half of what is spent stays here (share: >= 50%)"])
  }

  /// What a table of Markdown would take for its own is escaped.
  @Test func writesAPage() throws {
    let workdir = try PackTestsTests.workdir()
    let sources = "sources: { S1: { title: A | B, locator: page 3 } }\n"
    let citation = """
          source: { ref: S1, says: "keep | half", number_from: ours }
          title: Half of what is spent stays here
      """
    let pack = PackTestsTests.pack
      .replacing(
        "version: 1.0.0\n",
        with:
          "version: 1.0.0\nneeds:\n  spend:\n    amount: { type: decimal }\n    local: { type: bool }\n"
          + sources
      )
      .replacing("    title: Half of what is spent stays here", with: citation)
    try workdir.write("rules/fair/pack.yaml", pack)
    let outcome = try workdir.run("packs", "rules/fair", "--markdown")
    outcome.expect(
      exit: 0,
      [
        "## fair: Fair", "- S1: A \\| B, page 3",
        "| F-1 | Half of what is spent stays here | S1: “keep \\| half” | share | >= 50% (ours) | "
          + "spend: amount, local |",
      ])
  }

  /// Templates say what they read, though not which line is to be reached.
  @Test func templatesSayWhatTheyRead() throws {
    let workdir = try PackTestsTests.workdir()
    let needs =
      "version: 1.0.0\nneeds:\n  spend:\n    amount: { type: decimal }\n    local: { type: bool }\n"
    let pack = PackTestsTests.pack.replacing("version: 1.0.0\n", with: needs)
      .replacing("\">= 50%\"", with: "required")
    try workdir.write("rules/fair/pack.yaml", pack)
    try workdir.run("packs", "rules", "--markdown")
      .expect(exit: 0, ["| share | yours to set | spend: amount, local |"])
  }

  @Test func mistakesAreNoList() throws {
    let workdir = try PackTestsTests.workdir()
    try workdir.write(
      "rules/fair/pack.yaml", PackTestsTests.pack.replacing("check: share", with: "check: sharing"))
    try workdir.run("packs", "rules").expect(exit: 3, ["sharing"])
    try workdir.run("packs", "nowhere").expect(exit: 3, ["the folder cannot be looked into"])
  }
}
