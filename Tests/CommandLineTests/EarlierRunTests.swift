import Foundation
import Testing

/// Runs that fail only on what got worse since an earlier report.
@Suite("Earlier reports") struct EarlierRunTests {
  /// Half is spent at home, and three fifths are wanted.
  private static func workdir() throws -> Workdir {
    var sample = Sample()
    try sample.change("pack.yaml", "\">= 25%\"", to: "\">= 60%\"")
    let workdir = try sample.workdir()
    try workdir.run(Sample.check + ["--report", "json=old.json"]).expect(exit: 1)
    return workdir
  }

  private static let against = Sample.check + ["--baseline", "old.json"]

  @Test func whatIsNoWorsePasses() throws {
    let workdir = try Self.workdir()
    try workdir.run(Self.against).expect(
      exit: 0,
      [
        "FAIL: 50.00%, target >= 60%.",
        "It is no worse than in the earlier report, so it does not stop the run.",
        "Held against old.json, which speaks about 2025-04-30: 1 no worse",
        "Result: NO WORSE (1 pass, 1 fail (no worse); exit 0)",
      ], never: ["Stopped by"])
    try workdir.run(Self.against + ["--report", "junit-strict"]).expect(
      exit: 0, ["skipped=\"1\"", "no worse"])
  }

  /// What changes between the two runs, and what then is said.
  private static let changes: [(file: String, old: String, new: String, says: String)] = [
    ("data/spend.csv", "M5 4WT", "M3 1AA", "It is worse than in the earlier report"),
    (
      "pack.yaml", "where: postcode in area(\"home\")", "where: category == \"works\"",
      "other terms"
    ),
    ("pack.yaml", "\">= 60%\"", "\">= 55%\"", "other terms"),
    ("pack.yaml", "period: fiscal_year", "period: last_12_months", "other terms"),
    ("pack.yaml", "id: LOC", "id: NEW", "The earlier report does not speak of it"),
    (
      "data/institution.yaml", "absent: not_local", "absent: not_local, edition: 2024",
      "other terms"
    ),
  ]

  @Test(arguments: changes)
  func theRestFails(_ change: (file: String, old: String, new: String, says: String)) throws {
    let workdir = try Self.workdir()
    let text = try workdir.read(change.file)
    let changed = text.replacing(change.old, with: change.new, maxReplacements: 1)
    try #require(changed != text)
    try workdir.write(change.file, changed)
    try workdir.run(Self.against).expect(exit: 1, [change.says, "Stopped by"])
  }

  @Test func errorsAreNeverExcused() throws {
    let workdir = try Self.workdir()
    try workdir.write("data/spend.csv", Sample.spend.replacing("300.00", with: "3oo"))
    try workdir.run(Self.against).expect(exit: 3, ["ERROR"])
  }

  @Test func aCommitmentThatIsGoneIsTold() throws {
    let workdir = try Self.workdir()
    let pack = try workdir.read("pack.yaml")
    let end = try #require(pack.range(of: "  - id: SME"))
    try workdir.write("pack.yaml", String(pack[..<end.lowerBound]))
    try workdir.run(Self.against).expect(
      exit: 2, ["fair/SME is not in this run, so nobody can say that it is no worse"])
  }

  @Test func wrongFilesAreRefused() throws {
    let workdir = try Self.workdir()
    try workdir.run(Sample.check + ["--baseline", "none.json"]).expect(exit: 3, ["none.json"])
    try workdir.run(Sample.check + ["--baseline", "pack.yaml"]).expect(
      exit: 3, ["pack.yaml", "no JSON report of one institution"])
    // A report never replaces the one it is held against.
    try workdir.run(Self.against + ["--report", "json=old.json"]).expect(exit: 3, ["old.json"])
  }
}
