import Testing

/// Proposals that are wrong, and what is said of them: a buyer who knows Excel has to mend them.
@Suite struct GateRefusalTests {
  /// A proposal, and what is said.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var changes: [(file: String, old: String, new: String)] = []
    let proposal: String
    let says: [String]
    var never: [String] = []

    var testDescription: String { name }
  }

  private static let header = "proposal: award-1\nstage: award\n"

  static let rows = [
    Row(
      name: "an unknown dataset", proposal: header + "rows:\n  spnd:\n    - { amount: 1.00 }\n",
      says: ["award.yaml:5", "no dataset 'spnd'", "did you mean 'spend'"]),
    Row(
      name: "an unknown column", proposal: GateSample.award("amuont: 1.00"),
      says: ["award.yaml:5", "'spend' has no column 'amuont'", "did you mean 'amount'"]),
    Row(
      name: "an amount that is none", proposal: GateSample.award("amount: lots"),
      says: ["award.yaml:5", "'amount': ", "not a number"]),
    Row(
      name: "a day of its own", proposal: GateSample.award("amount: 1.00, date: 2025-06-01"),
      says: ["'date' says when a row of 'spend' counts", "leave it out", "year: 2"]),
    Row(
      name: "no rows", proposal: header + "rows: { spend: [] }\n",
      says: ["adds no rows, so there is nothing to judge"]),
    Row(
      name: "no stage", proposal: "proposal: p\nrows: { spend: [{ amount: 1.00 }] }\n",
      says: ["has no 'stage'", "stage: award"]),
    Row(
      name: "a stage that is none",
      proposal: "proposal: p\nstage: awrad\nrows: { spend: [{ amount: 1.00 }] }\n",
      says: ["stage must be one of planning, tender, award", "did you mean 'award'"]),
    Row(
      name: "an unknown key", proposal: header + "vlaue: 5\nrows: { spend: [{ amount: 1.00 }] }\n",
      says: ["unknown key 'vlaue'", "did you mean 'value'"]),
    Row(
      name: "a value below zero",
      proposal: header + "value: -5\nrows: { spend: [{ amount: 1.00 }] }\n",
      says: ["'-5' is no amount above zero", "450000.00"]),
    Row(
      name: "alternatives and rows",
      proposal: header
        + "rows: { spend: [{ amount: 1.00 }] }\nalternatives: [{ id: a, rows: { spend: [{ amount: 1.00 }] } }]\n",
      says: ["has alternatives, and says beside them what is added"]),
    Row(
      name: "one name for two alternatives",
      proposal: header
        + "alternatives: [{ id: a, rows: { spend: [{ amount: 1.00 }] } }, { id: a, rows: { spend: [{ amount: 1.00 }] } }]\n",
      says: ["two alternatives are called 'a'"]),
    Row(
      name: "a key that is there",
      proposal: GateSample.award("amount: 1.00, supplier_id: s1", new: "supplier_id: s1, sme: no"),
      says: ["award.yaml:5", "the key 's1' is in 'suppliers' already", "changes none"]),
    Row(
      name: "a new row without key",
      proposal: GateSample.award("amount: 1.00", new: "sme: no"),
      says: ["has no 'supplier_id', by which others point to it"]),
    Row(
      name: "a new row of a ledger",
      proposal: header
        + "new: { spend: [{ amount: 1.00 }] }\nrows: { spend: [{ amount: 1.00 }] }\n",
      says: ["no rows point to 'spend'", "new: takes rows of suppliers"]),
    Row(
      name: "a row that keep: drops",
      changes: [
        (
          "data/institution.yaml", "period_by: date",
          "period_by: date\n    keep: department != \"Other\""
        )
      ],
      proposal: GateSample.award("amount: 1.00, department: Other"),
      says: ["award.yaml:5", "would not belong to the institution"]),
    Row(
      name: "a row that is there",
      changes: [
        (
          "data/institution.yaml", "period_by: date",
          "period_by: date\n    duplicates: { key: [id], then: refuse }"
        )
      ],
      proposal: GateSample.award("id: r1, amount: 1.00"),
      says: ["a row of 'spend' has the same id already", "has no number"]),
    Row(
      name: "a row about a person",
      changes: [
        (
          "data/institution.yaml", "postcode: { type: postcode }",
          "postcode: { type: postcode, personal: true }"
        )
      ],
      proposal: GateSample.award("amount: 1.00, postcode: M9 9ZZ"),
      says: ["what the award does to 'fair/LOC' would tell of single persons", "--only"],
      never: ["M9 9ZZ", "50.00%"]),
    Row(
      name: "a wrong cell about a person",
      changes: [
        (
          "data/institution.yaml", "amount: { type: decimal }",
          "amount: { type: decimal, personal: true }"
        )
      ],
      proposal: GateSample.award("amount: secret"),
      says: ["'amount': "], never: ["secret"]),
  ]

  @Test(arguments: rows)
  func isRefused(_ row: Row) throws {
    var sample = GateSample()
    for change in row.changes { try sample.change(change.file, change.old, to: change.new) }
    try sample.workdir().gate(row.proposal).expect(exit: 3, row.says, never: row.never)
  }

  @Test func blockingNeedsALaw() throws {
    var sample = GateSample()
    try sample.change("pack.yaml", "legal_basis: Byelaw 7\n    ", to: "")
    try sample.workdir().gate(GateSample.award(GateSample.home("1.00"))).expect(
      exit: 3, ["a commitment that blocks the gate needs a legal basis"])
  }

  @Test(arguments: [
    ("proposal.valeu < 5", ["proposal.valeu"]),
    ("proposal.stage == \"awrad\"", ["'awrad' is no stage of an award", "did you mean 'award'"]),
    ("proposal.value", ["'block_when' must be a condition"]),
    ("amount > 5", ["amount"]),
  ])
  func conditionsOfBlockingAreChecked(_ text: String, _ says: [String]) throws {
    var sample = GateSample()
    try sample.change(
      "pack.yaml", "legal_basis: Byelaw 7", to: "legal_basis: Byelaw 7\n    block_when: '\(text)'")
    let workdir = try sample.workdir()
    try workdir.run("lint", "pack.yaml", "--data", "data").expect(exit: 3, ["pack.yaml:1"] + says)
  }

  @Test func whatBlocksNothingNeedsNoCondition() throws {
    var sample = GateSample()
    try sample.change(
      "pack.yaml", "legal_basis: Byelaw 7\n    enforcement: { check: block, gate: block }",
      to: "legal_basis: Byelaw 7\n    block_when: proposal.value < 5.00\n    enforcement: block")
    try sample.workdir().run("lint", "pack.yaml", "--data", "data").expect(
      exit: 3, ["'block_when' says which awards are blocked, but a miss blocks none"])
  }

  @Test(arguments: [
    (["--until", "2026-01-01"], "--until is for --reserve"),
    (["--reserve", "a b"], "--reserve takes a name"),
    (["--reserve", "a", "--until", "soon"], "'soon' is no date"),
    (["--report", "junit"], "no report format 'junit'"),
  ])
  func wrongUseIsSaid(_ arguments: [String], _ says: String) throws {
    let workdir = try GateSample().workdir()
    try workdir.gate(GateSample.award(GateSample.home("1.00")), arguments: arguments)
      .expect(exit: 64, [says])
  }
}
