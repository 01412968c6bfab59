import Testing

/// Tallies that are no parts of one whole, or of something else than is asked for, are refused.
@Suite struct TallyRefusalTests {
  /// A second tally that is made after a change, and why it cannot be put to the first.
  struct Pair: Sendable, CustomTestStringConvertible {
    let name: String
    /// The files of the first and of the second.
    var files = ("a.csv", "b.csv")
    /// A file that is changed between the two, what is changed, and what it becomes.
    var change: (file: String, old: String, new: String)?
    var arguments: [String] = []
    let says: [String]

    var testDescription: String { name }
  }

  static let header = Sample.header

  /// The sample with its ledger in two files.
  static func sample() throws -> Sample {
    var sample = Sample()
    sample.files["data/spend.csv"] = nil
    sample.files["data/a.csv"] =
      header + "r1,2024-04-10,Housing,s1,300.00,M5 4WT,works\n"
      + "r2,2024-06-01,Parks,s2,500.00,M3 1AA,goods\n"
    sample.files["data/b.csv"] = header + "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n"
    sample.files["data/c.csv"] = header + "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n"
    try sample.change("data/institution.yaml", "files: spend.csv", to: "files: \"[ab].csv\"")
    return sample
  }

  static let pairs = [
    Pair(name: "the same file", files: ("a.csv", "a.csv"), says: ["'a.csv'", "would count twice"]),
    Pair(
      name: "the same bytes under another name", files: ("b.csv", "c.csv"),
      change: ("data/institution.yaml", "[ab].csv", "[abc].csv"),
      says: ["the same bytes as 'b.csv' in '1.tally'"]),
    Pair(
      name: "another institution", change: ("data/institution.yaml", "Northgate Council", "Other"),
      says: ["of 'Other'", "of 'Northgate Council'", "merge tallies of one institution"]),
    Pair(
      name: "another day within a month", arguments: ["--as-of", "2025-04-10"],
      says: ["made for 2025-04-10", "for 2025-04-30", "the same --as-of"]),
    Pair(
      name: "another year", change: ("data/institution.yaml", "04-01", "01-01"),
      says: ["cut at different days"]),
    Pair(
      name: "another description of the data",
      change: (
        "data/institution.yaml", "amount: { type: decimal }", "amount: { type: decimal, scale: 3 }"
      ),
      says: ["'spend' was described otherwise", "the same institution.yaml"]),
    Pair(
      name: "another condition",
      change: ("pack.yaml", "where: supplier.sme", "where: '!supplier.sme'"),
      says: ["does not count of 'spend' just what '1.tally' counts", "the same packs"]),
    Pair(
      name: "fewer commitments", arguments: ["--only", "LOC"],
      says: ["does not count of 'spend' just what '1.tally' counts"]),
    Pair(
      name: "another edition of a lookup", change: ("data/places.csv", "M3 1AA,E2", "M3 1AB,E2"),
      says: ["does not count of 'spend' just what '1.tally' counts"]),
    Pair(
      name: "another supplier under the same key",
      change: ("data/suppliers.csv", "s1,yes", "s1,no"),
      says: [
        "the row 's1' of 'suppliers' said something else here (b.csv) than in '1.tally' (a.csv)"
      ]),
  ]

  @Test(arguments: pairs) func merge(_ pair: Pair) throws {
    var sample = try Self.sample()
    let workdir = try sample.workdir()
    try workdir.run(TallyTests.tally + ["--files", pair.files.0, "--out", "1.tally"])
      .expect(exit: 0)
    if let change = pair.change {
      try sample.change(change.file, change.old, to: change.new)
      try workdir.write(change.file, try #require(sample.files[change.file]))
    }
    try workdir.run(
      TallyTests.tally + pair.arguments + ["--files", pair.files.1, "--out", "2.tally"]
    ).expect(exit: 0)
    try workdir.run("merge", "1.tally", "2.tally", "--out", "3.tally")
      .expect(exit: 3, ["2.tally"] + pair.says)
    #expect(!workdir.exists("3.tally"))
  }

  /// Suppliers that no row of a part points to may have changed between the parts.
  @Test func otherSuppliersDoNotMatter() throws {
    let workdir = try Self.sample().workdir()
    try workdir.run(TallyTests.tally + ["--files", "b.csv", "--out", "1.tally"]).expect(exit: 0)
    try workdir.write("data/suppliers.csv", Sample.suppliers + "s3,no\n")
    try workdir.run(TallyTests.tally + ["--files", "a.csv", "--out", "2.tally"]).expect(exit: 0)
    try workdir.run("merge", "1.tally", "2.tally", "--out", "3.tally")
      .expect(exit: 0, ["spend: 2 file(s), 3 row(s), 2 aggregate(s)"])
    try workdir.run(Sample.check + ["--tallies", "3.tally"]).expect(exit: 0, ["Result: PASS"])
  }

  /// A change after the tally was made, and why it is good for nothing then.
  struct Use: Sendable, CustomTestStringConvertible {
    let name: String
    var change: (file: String, old: String, new: String)?
    var arguments: [String] = []
    var tallied: [String] = []
    let says: [String]

    var testDescription: String { name }
  }

  static let uses = [
    Use(
      name: "a part for the whole", tallied: ["--files", "a.csv"],
      says: ["lacks files of 'spend'", "'b.csv'", "holdfast merge"]),
    Use(
      name: "another institution", change: ("data/institution.yaml", "Northgate Council", "Other"),
      says: ["the tally is of 'Northgate Council'", "describes 'Other'"]),
    Use(
      name: "a column read otherwise",
      change: (
        "data/institution.yaml", "amount: { type: decimal }", "amount: { type: decimal, scale: 3 }"
      ),
      says: ["'spend' was described otherwise when it was tallied"]),
    Use(
      name: "files read otherwise",
      change: (
        "data/institution.yaml", "files: \"[ab].csv\"",
        "files: \"[ab].csv\"\n    format: { kind: csv, encoding: auto }"
      ),
      says: ["read otherwise", "'a.csv'"]),
    Use(
      name: "files that nobody names any more",
      change: ("data/institution.yaml", "[ab].csv", "[a].csv"), says: ["read otherwise", "'b.csv'"]),
    Use(
      name: "another condition",
      change: ("pack.yaml", "where: supplier.sme", "where: '!supplier.sme'"),
      says: ["does not hold what 'fair/SME' counts", "tally the data again"]),
    Use(
      name: "more commitments", tallied: ["--only", "LOC"],
      says: ["does not hold what 'fair/SME' counts"]),
    Use(
      name: "a period that cuts a month",
      change: (
        "pack.yaml", "period: fiscal_year\n    target: \">= 25%\"",
        "period: { from: 2024-04-15, to: 2024-12-31 }\n    target: \">= 25%\""
      ),
      says: ["the period of 'fair/LOC' cuts sums", "fiscal months", "2024-04-15"]),
    Use(
      name: "a day inside a month", arguments: ["--as-of", "2024-06-15"],
      says: ["--as-of 2024-06-15 lies inside a sum of the tally", "2024-06-01 to 2024-06-20"]),
    Use(
      name: "a supplier that changed", change: ("data/suppliers.csv", "s2,no", "s2,yes"),
      says: ["the row 's2' of 'suppliers' does not say what it said", "met by 'a.csv'", "again"]),
    Use(
      name: "a supplier that is gone", change: ("data/suppliers.csv", "s2,no\n", ""),
      says: ["the row 's2' of 'suppliers' does not say what it said"]),
    Use(
      name: "another edition of a lookup", change: ("data/places.csv", "M3 1AA,E2", "M3 1AB,E2"),
      says: ["does not hold what 'fair/LOC' counts"]),
  ]

  @Test(arguments: uses) func check(_ use: Use) throws {
    var sample = try Self.sample()
    try sample.change(
      "data/a.csv", "r2,2024-06-01", to: "r0,2024-06-20,Parks,s2,1.00,M3 1AA,goods\nr2,2024-06-01")
    let workdir = try sample.workdir()
    try workdir.run(TallyTests.tally + use.tallied + ["--out", "1.tally"]).expect(exit: 0)
    if let change = use.change {
      try sample.change(change.file, change.old, to: change.new)
      try workdir.write(change.file, try #require(sample.files[change.file]))
    }
    let check = ["check", "pack.yaml", "--data", "data", "--tallies", "1.tally"]
    let arguments = use.arguments.isEmpty ? ["--as-of", "2025-04-30"] : use.arguments
    try workdir.run(check + arguments).expect(exit: 3, ["1.tally"] + use.says)
  }

  @Test(arguments: [
    ("then: drop", "repeat keys of rows in '1.tally'"),
    ("then: refuse", "repeat keys of rows in '1.tally'"),
  ])
  func repeatsAcrossParts(_ rule: String, _ says: String) throws {
    var sample = try Self.sample()
    try sample.change(
      "data/institution.yaml", "    key: id\n",
      to: "    key: id\n    duplicates: { key: [id], \(rule) }\n")
    try sample.change("data/b.csv", "r3,", to: "r1,")
    let workdir = try sample.workdir()
    for (file, tally) in [("a.csv", "1.tally"), ("b.csv", "2.tally")] {
      try workdir.run(TallyTests.tally + ["--files", file, "--out", tally]).expect(exit: 0)
    }
    try workdir.run("merge", "1.tally", "2.tally", "--out", "3.tally").expect(exit: 3, [says])
  }

  /// Repetitions that only are reported are counted over the parts.
  @Test func repeatsAreCountedOverAllParts() throws {
    var sample = try Self.sample()
    try sample.change(
      "data/institution.yaml", "    key: id\n",
      to: "    key: id\n    duplicates: { key: [department], then: report }\n")
    let workdir = try sample.workdir()
    for (file, tally) in [("a.csv", "1.tally"), ("b.csv", "2.tally")] {
      try workdir.run(TallyTests.tally + ["--files", file, "--out", tally]).expect(exit: 0)
    }
    try workdir.run("merge", "1.tally", "2.tally", "--out", "3.tally").expect(exit: 0)
    let direct = try workdir.run(Sample.check + ["--report", "json"])
    let judged = try workdir.run(Sample.check + ["--report", "json", "--tallies", "3.tally"])
    #expect(try judged.result() == direct.result())
    #expect(direct.out.contains("1 row repeats the department of another, counted"))
  }

  /// What no tally is made of.
  @Test(arguments: [
    ("data/spend.csv", "300.00", "300.00x", [], 0, "spend: 1 file(s)"),
    ("data/spend.csv", "r1,2024-04-10", "r1,2024-04-10,x", [], 3, "spend.csv:2"),
    (
      "pack.yaml", "title: A quarter", "title: A quarter", ["--files", "*.tsv"], 3, "names no file"
    ),
    (
      "data/institution.yaml", "files: spend.csv",
      "source: { kind: command, run: [cat, spend.csv] }",
      ["--allow-commands"], 3, "come from a command"
    ),
  ])
  func make(
    _ file: String, _ old: String, _ new: String, _ arguments: [String], _ exit: Int32,
    _ says: String
  ) throws {
    var sample = Sample()
    try sample.change(file, old, to: new)
    let workdir = try sample.workdir()
    try workdir.run(TallyTests.tally + arguments + ["--out", "x.tally"])
      .expect(exit: exit, [says])
    #expect(workdir.exists("x.tally") == (exit == 0))
  }

  /// A tally is never written over what it was made from.
  @Test func inputsStay() throws {
    let workdir = try Sample().workdir()
    try workdir.run(TallyTests.tally + ["--out", "data/spend.csv"])
      .expect(exit: 3, ["written over a file that it was made from"])
    #expect(try workdir.bytes("data/spend.csv") == Array(Sample.spend.utf8))
  }

  @Test func correctedRowsMakeNoTally() throws {
    var sample = Sample()
    sample.files["data/corrections.csv"] =
      "dataset,key,column,value,by,on,because\nspend,r1,postcode,M3 1AA,A,2025-01-01,moved\n"
    let workdir = try sample.workdir()
    try workdir.run(TallyTests.tally + ["--out", "x.tally"])
      .expect(exit: 3, ["corrections change rows"])
    try workdir.remove("data/corrections.csv")
    try workdir.run(TallyTests.tally + ["--out", "x.tally"]).expect(exit: 0)
    try workdir.write("data/corrections.csv", try #require(sample.files["data/corrections.csv"]))
    try workdir.run(Sample.check + ["--tallies", "x.tally"])
      .expect(exit: 3, ["corrections change rows"])
  }

  /// No cell about a person stands in a tally, and what rests on one is left out of it.
  @Test func personsAreLeftOut() throws {
    var sample = Sample()
    try sample.change(
      "data/institution.yaml", "postcode: { type: postcode }",
      to: "postcode: { type: postcode, personal: true }")
    let workdir = try sample.workdir()
    try workdir.run(TallyTests.tally + ["--out", "x.tally"])
      .expect(exit: 0, ["left out of the tally", "'fair/LOC'", "1 aggregate(s)"])
    let bytes = String(decoding: try workdir.bytes("x.tally"), as: UTF8.self)
    #expect(bytes.contains("spend.csv") && !bytes.contains("M5 4WT") && !bytes.contains("M3 1AA"))
    try workdir.run(Sample.check + ["--tallies", "x.tally"])
      .expect(exit: 3, ["does not hold what 'fair/LOC' counts", "about persons"])
    try workdir.run(Sample.check + ["--only", "SME", "--tallies", "x.tally"]).expect(exit: 0)
  }
}
