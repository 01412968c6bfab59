import Testing

/// Commitments before the gate whose number is made of parts, or is not theirs alone.
@Suite struct GatePartsTests {

  /// The promise of the sample, as a ratio of two totals.
  private static func sample() throws -> GateSample {
    var result = GateSample()
    try result.change(
      "pack.yaml",
      """
          check: share
          of: spend
          measure: amount
          where: postcode in area("home")
          period: fiscal_year
          target: ">= 25%"
      """,
      to: """
            check: ratio
            numerator: { of: spend, measure: amount, where: postcode in area("home") }
            denominator: { of: spend, measure: amount }
            period: fiscal_year
            target: ">= 25%"
        """)
    return result
  }

  @Test func arePutIntoTheTimeOfTheAward() throws {
    let workdir = try Self.sample().workdir()
    // £200 of £700 in the last twelve months; £500 of £1,000 in the year.
    try workdir.gate(
      GateSample.award(GateSample.away("100.00"), more: "base: last_12_months\n")
    ).expect(exit: 0, ["from 28.57% to 25.00%"])
    try workdir.gate(
      GateSample.award(GateSample.away("100.01"), more: "base: last_12_months\n")
    ).expect(exit: 1, ["The award breaks it"])
    try workdir.gate(GateSample.award(GateSample.away("100.00"))).expect(
      exit: 0, ["from 50.00% to 45.45%"])
  }

  /// No number says how it moved, and what nobody can tell is for a person to look at.
  @Test func areNotUntouchedForWantOfANumber() throws {
    var sample = try Self.sample()
    try sample.change("data/spend.csv", "s2,500.00", to: "s2,")
    try sample.workdir().gate(GateSample.award(GateSample.away("1.00"))).expect(
      exit: 2, ["REFER LOC", "Nobody can tell what the award does to it"], never: ["Not touched"])
  }

  @Test func whatOthersShareIsNotJudged() throws {
    var sample = GateSample()
    try sample.change(
      "pack.yaml", "    target: \">= 25%\"\n", to: "    joint: { target: \">= 25%\" }\n")
    try sample.workdir().gate(GateSample.award(GateSample.away("1.00"))).expect(
      exit: 3, ["'LOC' blocks awards and the gate cannot judge it: several institutions hold it"])
    try sample.change("pack.yaml", "gate: block", to: "gate: warn")
    try sample.workdir().gate(GateSample.award(GateSample.away("1.00"))).expect(
      exit: 2, ["Not judged: fair/LOC, since several institutions hold it together"])
  }

  /// Rows are kept and turned before areas are known.
  @Test(arguments: [
    ("keep", "period_by: date", "period_by: date\n    keep: "),
    ("negate_when", "amount: { type: decimal }", "amount: { type: decimal, negate_when: "),
  ])
  func descriptionsAskForNoArea(_ key: String, _ old: String, _ new: String) throws {
    var sample = Sample()
    try sample.change(
      "data/institution.yaml", old,
      to: new + "'postcode in area(\"home\")'" + (key == "keep" ? "" : " }"))
    let workdir = try sample.workdir()
    for command in [Sample.check, ["lint", "pack.yaml", "--data", "data"]] {
      try workdir.run(command).expect(exit: 3, ["'\(key)' knows no areas"])
    }
  }

  @Test func leavingOutIsSaidAndKeepsNoRoom() throws {
    var sample = GateSample()
    sample.sample.files["pack.yaml", default: ""] += """
        - id: SUM
          title: A pound is spent
          check: total
          of: spend
          measure: amount
          period: fiscal_year
          target: ">= £1"

      """
    let workdir = try sample.workdir()
    let award = GateSample.award(GateSample.away("5000.00"))
    try workdir.gate(award).expect(exit: 1)
    for format in ["terminal", "markdown", "json"] {
      try workdir.gate(award, "--only", "SUM", "--report", format).expect(
        exit: 0, [format == "json" ? "\"left_out\": [" : "may block the award: fair/LOC"])
    }
    try workdir.gate(award, "--only", "SUM", "--reserve", "A").expect(
      exit: 3, ["--only leaves out 'fair/LOC', which may block the award"])
    try workdir.gate(award, "--only", "LOC", "--reserve", "A").expect(exit: 1)
  }

  /// One firm under two names would be two small awards.
  @Test(arguments: [("s1", 1), ("s1 Ltd", 3)])
  func suppliersAreThoseOfTheirRows(_ supplier: String, _ exit: Int32) throws {
    var sample = GateSample()
    try sample.change(
      "pack.yaml", "legal_basis: Byelaw 7",
      to: "legal_basis: Byelaw 7\n    block_when: proposal.value >= 1500.00")
    let lot = { (name: String) in
      "  - supplier: \(name)\n    value: 1000.00\n    rows:\n      spend:\n"
        + "        - { \(GateSample.away("1000.00")), supplier_id: s1 }\n"
    }
    let outcome = try sample.workdir().gate(
      "proposal: award-1\nstage: award\nlots:\n" + lot("s1") + lot(supplier))
    outcome.expect(exit: exit, exit == 3 ? ["says that 's1 Ltd' gets this row"] : ["REJECT"])
  }
}
