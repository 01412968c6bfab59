import Testing

/// What is other in two reports, and in two packs.
@Suite("Differences") struct DiffTests {
  private static func reports(
    _ file: String, _ old: String, _ new: String, _ more: [String] = []
  ) throws -> Workdir {
    let workdir = try Sample().workdir()
    let report = { (name: String) in Sample.check + more + ["--report", "json=\(name)"] }
    _ = try workdir.run(report("old.json"))
    let text = try workdir.read(file)
    try #require(text.contains(old))
    try workdir.write(file, text.replacing(old, with: new))
    _ = try workdir.run(report("new.json"))
    return workdir
  }

  private static let diff = ["diff", "old.json", "new.json"]

  @Test func theSameIsTheSame() throws {
    let workdir = try Self.reports("pack.yaml", "title: Fair", "title: Fair")
    try workdir.run(Self.diff).expect(exit: 0, ["Nothing is other."])
    try workdir.run("diff", "pack.yaml", "pack.yaml").expect(exit: 0, ["Nothing is other."])
  }

  @Test func filesAreHeldToWhatTheyMoved() throws {
    let workdir = try Self.reports("data/spend.csv", "M5 4WT", "M3 1AA")
    try workdir.run(Self.diff).expect(
      exit: 1,
      [
        "fair/LOC: worse, from PASS to FAIL", "lower: 0.5000 -> 0", "verdict: pass -> fail",
      ], never: ["fair/SME", "terms"])
    let digests = try Self.reports("data/spend.csv", "300.00", "3000.00", ["--digests"])
    try digests.run(Self.diff).expect(
      exit: 1,
      [
        "fair/LOC: the numbers moved", "Files",
        "spend.csv: changed; may have moved fair/LOC, fair/SME",
      ])
  }

  /// A table that rows are looked up in moves what looks there, and nothing else.
  @Test func tablesAreHeldToWhatLooksThere() throws {
    let workdir = try Self.reports("data/suppliers.csv", "yes", "no", ["--digests"])
    try workdir.run(Self.diff).expect(
      exit: 1, ["suppliers.csv: changed; may have moved fair/SME"], never: ["fair/LOC"])
  }

  @Test(arguments: [
    ("pack.yaml", "\">= 25%\"", "\">= 30%\"", "target: >= 25% -> >= 30%"),
    ("pack.yaml", "period: fiscal_year", "period: last_12_months", "terms: sha256:"),
    (
      "pack.yaml", "where: supplier.sme", "where: '!supplier.sme'",
      "where: supplier.sme -> !supplier.sme"
    ),
    ("data/institution.yaml", "absent: not_local", "absent: local", "terms: sha256:"),
  ])
  func termsAreTold(_ file: String, _ old: String, _ new: String, _ says: String) throws {
    let workdir = try Self.reports(file, old, new)
    try workdir.run(Self.diff).expect(exit: 1, ["held to other terms", says])
    try workdir.run(Self.diff + ["--format", "markdown"]).expect(exit: 1, ["### Findings"])
    let json = try workdir.run(Self.diff + ["--format", "json"]).json()
    #expect(json.items("differences").contains { $0["section"] == "findings" })
  }

  @Test func findingsComeAndGo() throws {
    let workdir = try Self.reports("pack.yaml", "id: SME", "id: SMALL")
    try workdir.run(Self.diff).expect(
      exit: 1, ["fair/SME: gone, was PASS", "fair/SMALL: new, is PASS"])
  }

  /// How numbers about persons moved is told only where ten rows or more are other.
  @Test(arguments: [(1, false), (9, false), (10, true)])
  func singlePersonsAreNotTold(_ more: Int, _ isTold: Bool) throws {
    var sample = Sample()
    try sample.change("data/institution.yaml", "category: {}", to: "category: { personal: true }")
    try sample.change(
      "pack.yaml", "where: postcode in area(\"home\")", to: "where: category == \"works\"")
    let workdir = try sample.workdir()
    try workdir.write("data/spend.csv", Ledger.text(rows: 400))
    let report = { (name: String) in
      Sample.check + ["--only", "LOC", "--report", "json=\(name)"]
    }
    _ = try workdir.run(report("old.json"))
    let rows = (0..<more).map { "x\($0),2024-06-01,Parks,s1,7.00,M5 4WT,works\n" }.joined()
    try workdir.write("data/spend.csv", Ledger.text(rows: 400) + rows)
    _ = try workdir.run(report("new.json"))
    let outcome = try workdir.run(Self.diff)
    if isTold {
      outcome.expect(exit: 1, ["fair/LOC: the numbers moved", "rows:"], never: ["single persons"])
    } else {
      outcome.expect(
        exit: 1, ["fair/LOC", "how its numbers moved could tell of single persons"],
        never: ["numerator", "unknown_rows"])
    }
  }

  @Test(arguments: [
    ("\">= 25%\"", "\">= 30%\"", "LOC: tightened"), ("\">= 25%\"", "\">= 20%\"", "LOC: loosened"),
    ("\">= 25%\"", "\"<= 25%\"", "cannot be decided"),
    ("title: A quarter", "title: One quarter", "LOC: worded otherwise"),
    ("measure: amount", "", "cannot be decided"), ("id: SME", "id: SMALL", "SMALL: new"),
    ("version: 1.0.0", "version: 1.1.0", "version: 1.0.0 -> 1.1.0"),
  ])
  func packsAreCompared(_ old: String, _ new: String, _ says: String) throws {
    let workdir = try Sample().workdir()
    let pack = try workdir.read("pack.yaml")
    try workdir.write("other.yaml", pack.replacing(old, with: new))
    try workdir.run("diff", "pack.yaml", "other.yaml").expect(exit: 1, [says])
  }

  @Test func whatCannotBeReadIsNoDifference() throws {
    let workdir = try Self.reports("pack.yaml", "title: Fair", "title: Fair")
    try workdir.write("no.json", "{}")
    for pair in [["old.json", "no.json"], ["none.json", "old.json"], ["pack.yaml", "none.yaml"]] {
      try workdir.run(["diff"] + pair).expect(exit: 3)
    }
    try workdir.run("diff", "old.json", "pack.yaml").expect(
      exit: 3, ["old.json", "this is a report, and the other is none"])
    // A report is known by what is in it, whatever it is called.
    try workdir.write("old.txt", try workdir.read("old.json"))
    try workdir.run("diff", "old.txt", "new.json").expect(exit: 0, ["Nothing is other."])
  }
}
