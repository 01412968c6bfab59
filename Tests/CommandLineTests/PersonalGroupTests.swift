import Testing

/// Of few persons no number is told, nor anything from which one could be worked out.
@Suite("Groups of few persons, in reports") struct PersonalGroupTests {
  struct Groups: Sendable, CustomTestStringConvertible {
    let sizes: [String: Int]
    let hidden: [String]
    var institution = PersonalGroupTests.personal

    var testDescription: String { sizes.sorted { $0.key < $1.key }.description }

    static let all = [
      Groups(sizes: ["A": 30, "B": 12], hidden: []),
      Groups(sizes: ["A": 30, "B": 12, "C": 3], hidden: ["B", "C"]),
      Groups(sizes: ["A": 30, "B": 10, "C": 9], hidden: ["B", "C"]),
      Groups(sizes: ["A": 30, "B": 12, "C": 5, "D": 6], hidden: ["C", "D"]),
      Groups(sizes: ["A": 30, "B": 12, "C": 2, "D": 3], hidden: ["B", "C", "D"]),
      Groups(
        sizes: ["A": 30, "B": 12, "C": 3], hidden: ["B", "C"],
        institution: ["department: {}": "department: { personal: true }"]),
    ]
  }

  /// Groups of fewer than ten persons are hidden, and enough others that nobody can subtract.
  @Test(arguments: Groups.all)
  func smallGroupsAreHidden(_ row: Groups) throws {
    var sample = try VerdictRow(
      name: "", commitment: VerdictRow.share(">= 40%", "per: department"),
      institution: row.institution, exit: 0, verdict: ""
    ).sample()
    sample.files["data/spend.csv"] = Self.spend(row.sizes)
    let outcome = try sample.workdir().run(Sample.check + ["--report", "json"])
    #expect(outcome.exit == 0, "\(outcome.text)")
    // A name that the pack does not list is a cell, and may be that of a person.
    var hidden = 0
    for finding in try outcome.json().items("result/findings") {
      let group = try #require(finding["group"])
      let isShown = row.sizes[group] != nil && !row.hidden.contains(group)
      if !isShown {
        hidden += 1
        #expect(group == "too few persons \(hidden)")
      }
      #expect(finding["verdict"] == (isShown ? "pass" : "not_applicable"), "\(group)")
      #expect((finding["measurement"] == "null") == !isShown, "\(group)")
      #expect((finding["headroom"] == "null") == !isShown, "\(group)")
    }
    #expect(hidden == row.hidden.count)
  }

  /// What the pack lists is the author's word, and is said.
  @Test func listedGroupsKeepTheirNames() throws {
    var sample = try VerdictRow(
      name: "",
      commitment: VerdictRow.share(">= 40%", "per: department\ngroups: [ZZA, ZZB, ZZC]"),
      institution: Self.personal, exit: 0, verdict: ""
    ).sample()
    sample.files["data/spend.csv"] = Self.spend(["ZZA": 30, "ZZB": 12, "ZZC": 3])
    try sample.workdir().run(Sample.check).expect(
      exit: 0, ["[ZZC]", "too few persons to be shown"], never: ["too few persons 1"])
  }

  /// A waiver that names a group is no mistake where the group may be one whose name is kept back.
  @Test func aWaiverMayNameAHiddenGroup() throws {
    var sample = try VerdictRow(
      name: "", commitment: VerdictRow.share(">= 40%", "per: department"),
      institution: Self.personal, exit: 0, verdict: ""
    ).sample()
    sample.files["data/spend.csv"] = Self.spend(["A": 30, "B": 12, "C": 3])
    sample.files["data/waivers.yaml"] = """
      waivers:
        - { commitment: fair/A, group: C, reason: few, approver: A. Chair, owner: B. Buyer,
            issued: 2025-04-01, expires: 2025-09-30 }

      """
    try sample.workdir().run(Sample.check).expect(
      exit: 0, ["[too few persons 1]"], never: ["no group 'C'"])
  }

  /// Who knows what a team earns must not learn from its share what three of them do.
  @Test(arguments: [
    (3, "101.25", ["PASS: between 30.00% and 31.00%", "since it would tell of few persons"]),
    (12, "25.25", ["PASS: 30.51%"]),
  ])
  func sharesOverFewAreToldCoarsely(_ few: Int, _ amount: String, _ says: [String]) throws {
    var sample = try VerdictRow(
      name: "", commitment: VerdictRow.share(">= 25%"), institution: Self.personal, exit: 0,
      verdict: ""
    ).sample()
    let works = (0..<few).map { "w\($0),2024-07-01,A,s1,\(amount),M5 4WT,works\n" }
    let goods = (0..<23).map { "g\($0),2024-07-01,A,s1,30.00,M5 4WT,goods\n" }
    sample.files["data/spend.csv"] = Sample.header + works.joined() + goods.joined()
    try sample.workdir().run(Sample.check).expect(exit: 0, says)
  }

  /// The first and the last day are cells of one person each.
  @Test func daysOfPersonsAreToldByTheMonth() throws {
    var sample = try VerdictRow(
      name: "", commitment: VerdictRow.share(">= 40%"), institution: Self.personal, exit: 0,
      verdict: ""
    ).sample()
    sample.files["data/spend.csv"] = Self.spend(["A": 30])
    for format in ["terminal", "json", "html"] {
      try sample.workdir().run(Sample.check + ["--report", format]).expect(
        exit: 0, ["dated 2024-07 to 2024-07"], never: ["dated 2024-07-01"])
    }
  }

  /// A group of few whose rows only may be selected has a name all the same, and how many of it are
  /// dated otherwise is no more told than how many are not.
  @Test func groupsThatOnlyMayCountAreHidden() throws {
    var sample = try VerdictRow(
      name: "",
      commitment: VerdictRow.share(">= 0%", "among: postcode != \"M3 1AA\"\nper: department"),
      institution: Self.personal, exit: 0, verdict: ""
    ).sample()
    let blank = (0..<5).map { "z\($0),2024-07-01,Hidden,s1,10.00,,works\n" }
    let early = (0..<4).map { "y\($0),2023-07-01,C,s1,10.00,M5 4WT,works\n" }
    sample.files["data/spend.csv"] =
      Self.spend(["A": 30, "B": 12, "C": 3]) + blank.joined() + early.joined()
    for format in ["terminal", "json", "html", "csv", "markdown"] {
      let outcome = try sample.workdir().run(Sample.check + ["--report", format])
      #expect(!outcome.text.contains("Hidden") && !outcome.text.contains("4 rows are dated"))
      #expect(outcome.text.contains("too few persons"))
    }
  }

  /// What a few of them come to is what one part has and the other has not.
  @Test(arguments: [(1, false), (12, true)])
  func ratiosTellOfNoFew(_ others: Int, _ isTold: Bool) throws {
    let part = "{ measure: amount }"
    var sample = try VerdictRow(
      name: "",
      commitment: "check: ratio\nnumerator: { measure: amount, where: department == \"A\" }\n"
        + "denominator: \(part)\nperiod: fiscal_year\ntarget: \">= 0.1\"",
      institution: Self.personal, exit: 0, verdict: ""
    ).sample()
    sample.files["data/spend.csv"] = Self.spend(["A": 30, "B": others])
    let outcome = try sample.workdir().run(Sample.check)
    #expect(outcome.text.contains("£300.00") == isTold, "\(outcome.text)")
    #expect(outcome.text.contains("too few persons") != isTold)
  }

  fileprivate static let personal = ["key: id\n": "key: id\n    personal: true\n"]

  private static func spend(_ sizes: [String: Int]) -> String {
    let records = sizes.sorted { $0.key < $1.key }.flatMap { group, size in
      (0..<size).map { "\(group)\($0),2024-07-01,\(group),s1,10.00,M5 4WT,works\n" }
    }
    return Sample.header + records.joined()
  }
}
