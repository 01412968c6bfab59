import Testing

/// What the gate decides, and in which words.
@Suite struct GateTests {
  /// A change of the base, an award, and what comes of it.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var changes: [(file: String, old: String, new: String)] = []
    let award: String
    var arguments: [String] = []
    let exit: Int32
    var says: [String] = []

    var testDescription: String { name }
  }

  private static func target(_ text: String) -> (file: String, old: String, new: String) {
    ("pack.yaml", ">= 25%", text)
  }

  /// A row of 200.00 that nobody can place: between 50% and 70% is at home.
  private static let unknown = (
    file: "data/spend.csv", old: "r3,2024-12-24,Parks,s1,200.00,M5 4WT",
    new: "r3,2024-12-24,Parks,s1,200.00,"
  )

  static let rows = [
    Row(
      name: "at home", award: GateSample.award(GateSample.home("100.00")), exit: 0,
      says: [
        "APPROVE LOC", "It stays kept: from 50.00% to 54.55%, target >= 25%",
        "Room left: a further £1,300.00",
      ]),
    Row(
      name: "all of the room", award: GateSample.award(GateSample.away("1000.00")), exit: 0,
      says: ["It stays kept: from 50.00% to 25.00%", "No room is left."]),
    Row(
      name: "a penny more", award: GateSample.award(GateSample.away("1000.01")), exit: 1,
      says: [
        "REJECT LOC", "The award breaks it: from 50.00% to 24.9999%",
        "would have to hold for £0.01 more of the award for certain.",
      ]),
    Row(
      name: "where nobody knows", award: GateSample.award("amount: 5000.00"), exit: 2,
      says: ["REFER LOC", "It is kept without the award, and nobody can tell with it"]),
    Row(
      name: "missed already, and no worse", changes: [target(">= 60%")],
      award: GateSample.award(GateSample.home("1.00")), exit: 0,
      says: ["APPROVE LOC", "It is missed already, and the award does not make it worse"]),
    Row(
      name: "missed already, and worse", changes: [target(">= 60%")],
      award: GateSample.award(GateSample.away("1.00")), exit: 1,
      says: [
        "It is missed already, and the award makes it worse", "for £0.50 more of the award",
      ]),
    Row(
      name: "mended", changes: [target(">= 60%")],
      award: GateSample.award(GateSample.home("250.00")), exit: 0, says: ["The award mends it"]),
    Row(
      name: "not known, and no worse", changes: [target(">= 40%"), unknown],
      award: GateSample.award(GateSample.home("10.00")), exit: 0,
      says: ["Nobody can tell, and the award makes the worst case no worse"]),
    Row(
      name: "not known, and worse", changes: [target(">= 40%"), unknown],
      award: GateSample.award(GateSample.away("10.00")), exit: 2,
      says: ["REFER LOC", "Nobody can tell, and the award makes the worst case worse"]),
    Row(
      name: "not known, and missed then", changes: [target(">= 40%"), unknown],
      award: GateSample.award(GateSample.away("1000.00")), exit: 1,
      says: ["Nobody could tell, and with the award it is missed"]),
    Row(
      name: "not known, and certain then", changes: [target(">= 40%"), unknown],
      award: GateSample.award(GateSample.home("1000.00")), exit: 0,
      says: ["With the award it is kept for certain"]),
    Row(
      name: "a ceiling, with all of its room", changes: [target("<= 60%")],
      award: GateSample.award(GateSample.home("250.00")), exit: 0, says: ["No room is left."]),
    Row(
      name: "a ceiling, and a penny more", changes: [target("<= 60%")],
      award: GateSample.award(GateSample.home("250.01")), exit: 1,
      says: ["would have to hold for £0.01 less of the award for certain."]),
    Row(
      name: "only warned of",
      changes: [("pack.yaml", "{ check: block, gate: block }", "block")],
      award: GateSample.award(GateSample.away("5000.00")), exit: 0,
      says: ["WARNING LOC", "The award breaks it", "1 warning"]),
    Row(
      name: "warned of, and a person is to look",
      changes: [("pack.yaml", "{ check: block, gate: block }", "block")],
      award: GateSample.award(GateSample.away("5000.00")), arguments: ["--warn-refers"], exit: 2,
      says: ["WARNING LOC", "Decision: REFER"]),
    Row(
      name: "spoken of by nobody",
      changes: [("pack.yaml", "    period:", "    among: category != \"works\"\n    period:")],
      award: GateSample.award("amount: 5.00, category: works"), exit: 2,
      says: ["no commitment speaks of this row of 'spend'", "nothing was judged"]),
    Row(
      name: "a base that cannot be read",
      changes: [("data/spend.csv", "300.00", "three hundred")],
      award: GateSample.award(GateSample.home("5.00")), exit: 3,
      says: ["ERROR LOC", "It could not be evaluated: 1 error", "three hundred"]),
    Row(
      name: "another name of what is bought",
      changes: [("pack.yaml", "    period:", "    among: category != \"goods\"\n    period:")],
      award: GateSample.award(GateSample.home("5.00") + ", category: wroks"), exit: 0,
      says: ["no row of 'spend' has 'wroks' in 'category'", "'works'"]),
    Row(
      name: "a group that is new",
      changes: [("pack.yaml", "period: fiscal_year", "period: fiscal_year\n    per: department")],
      award: GateSample.award(GateSample.home("5.00") + ", department: Housnig"), exit: 0,
      says: ["LOC [Housnig]", "The data has no such group so far"]),
    Row(
      name: "groups that are not touched are not told",
      changes: [("pack.yaml", "period: fiscal_year", "period: fiscal_year\n    per: department")],
      award: GateSample.award(GateSample.away("400.00") + ", department: Housing"), exit: 0,
      says: ["LOC [Housing]", "from 100.00% to 42.86%"]),
  ]

  @Test(arguments: rows)
  func decides(_ row: Row) throws {
    var sample = GateSample()
    for change in row.changes { try sample.change(change.file, change.old, to: change.new) }
    let workdir = try sample.workdir()
    let outcome = try workdir.gate(row.award, arguments: row.arguments)
    outcome.expect(
      exit: row.exit, row.says + ["The effect of the award on commitments; not an evaluation of"],
      never: row.name.hasPrefix("groups") ? ["Parks"] : [])
  }

  @Test func untouchedPromisesAreNamed() throws {
    var sample = GateSample()
    try sample.change(
      "pack.yaml", "commitments:\n",
      to: """
        commitments:
          - id: PAY
            title: Payroll is paid
            check: total
            of: spend
            measure: amount
            among: category == "works"
            where: category == "works"
            period: fiscal_year
            target: ">= 1"

        """)
    try sample.workdir().gate(GateSample.award(GateSample.home("5.00") + ", category: goods"))
      .expect(exit: 0, ["APPROVE LOC", "Not touched: fair/PAY"])
  }

  @Test func theWorstOfAlternativesDecides() throws {
    let proposal = """
      proposal: p
      stage: tender
      alternatives:
        - { id: here, rows: { spend: [{ \(GateSample.home("10.00")) }] } }
        - { id: there, rows: { spend: [{ \(GateSample.away("5000.00")) }] } }

      """
    let workdir = try GateSample().workdir()
    try workdir.gate(proposal).expect(
      exit: 1, ["APPROVE here", "REJECT there", "here approve, there reject"])
    try workdir.gate(proposal, "--alternative", "here").expect(exit: 0, never: ["there"])
    try workdir.gate(proposal, "--alternative", "hree").expect(
      exit: 3, ["no alternative 'hree'", "did you mean 'here'"])
  }

  @Test func everyFormatSaysTheSame() throws {
    let workdir = try GateSample().workdir()
    let award = GateSample.award(GateSample.away("1000.01"))
    let json = try workdir.gateJSON(award, "--report", "markdown=page.md", "--reproducible")
    let effect = try #require(json.at("gate/alternatives/0/effects/0"))
    #expect(json["gate/decision"] == "reject" && json["gate/exit"] == "1")
    #expect(effect["before/verdict"] == "pass" && effect["after/verdict"] == "fail")
    #expect(effect["turns/amount"] == "0.01" && effect["turns/possible"] == "true")
    #expect(effect["before/headroom"] == "1000.00")
    let sentence = try #require(effect["sentence"])
    #expect(try workdir.read("page.md").replacing("&gt;", with: ">").contains(sentence))
    try workdir.gate(award).expect(exit: 1, [sentence])
    let again = try workdir.gate(award, "--report", "json", "--reproducible")
    #expect(try workdir.gate(award, "--report", "json", "--reproducible").out == again.out)
  }
}
