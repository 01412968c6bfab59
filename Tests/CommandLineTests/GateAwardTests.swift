import Testing

/// What awards can be: in other formats, over years, in place of others, with new suppliers.
@Suite struct GateAwardTests {
  private static let measurement = "gate/alternatives/0/effects/0/after/measurement"

  @Test func allFormatsSayTheSame() throws {
    let workdir = try GateSample().workdir()
    let award = GateSample.award(
      GateSample.away("400.00") + ", supplier_id: n1", new: "supplier_id: n1, sme: yes")
    let yaml = try workdir.gateJSON(award)
    try workdir.write(
      "award.json",
      """
      {"proposal": "award-1", "stage": "award",
       "new": {"suppliers": [{"supplier_id": "n1", "sme": "yes"}]},
       "rows": {"spend": [{"amount": "400.00", "postcode": "M3 1AA", "supplier_id": "n1"}]}}
      """)
    try workdir.write(
      "award.csv",
      """
      dataset,stage,supplier_id,sme,amount,postcode
      suppliers,award,n1,yes,,
      spend,award,n1,,400.00,M3 1AA

      """)
    for file in ["award.json", "award.csv"] {
      let other = try workdir.run(["gate", file] + GateSample.arguments + ["--report", "json"])
      other.expect(exit: 0)
      let json = try other.json()
      for end in ["lower", "upper", "numerator", "denominator"] {
        #expect(json["\(Self.measurement)/\(end)"] == yaml["\(Self.measurement)/\(end)"], "\(file)")
      }
    }
  }

  @Test(arguments: [
    ("dataset,stage,amount\nspend,awrad,1.00\n", ["do not name one stage"]),
    ("dataset,stage,amuont\nspend,award,1.00\n", ["award.csv:2", "no column 'amuont'"]),
    ("dataset,stage,amount\nspend,award,lots\n", ["award.csv:2", "lots"]),
    ("stage,amount\naward,1.00\n", ["no column 'dataset'"]),
    ("dataset,stage,amount\n,award,1.00\n", ["award.csv:2", "the row names no dataset"]),
    ("dataset,stage,year,amount\nspend,award,0,1.00\n", ["'0' is no year of an award"]),
  ])
  func wrongTablesAreRefused(_ table: String, _ says: [String]) throws {
    let workdir = try GateSample().workdir()
    try workdir.write("award.csv", table)
    try workdir.run(["gate", "award.csv"] + GateSample.arguments).expect(exit: 3, says)
  }

  @Test func eachYearIsHeldAgainstAYear() throws {
    let workdir = try GateSample().workdir()
    let lots = { (amounts: [String]) in
      "proposal: p\nstage: award\nlots:\n"
        + amounts.enumerated().map { year, amount in
          "  - { year: \(year + 1), rows: { spend: [{ \(GateSample.away(amount)) }] } }\n"
        }.joined()
    }
    // Each year by itself leaves a quarter at home, though all years together would not.
    try workdir.gate(lots(["900.00", "1000.00", "900.00"])).expect(exit: 0, ["APPROVE"])
    try workdir.gate(lots(["900.00", "1000.01", "900.00"])).expect(
      exit: 1, ["REJECT LOC, year 2 of the award"])
  }

  @Test func whereNoYearCountsAllYearsDo() throws {
    var sample = GateSample()
    try sample.change("pack.yaml", "    period: fiscal_year\n", to: "")
    let lots =
      "proposal: p\nstage: award\nlots:\n"
      + "  - { year: 1, rows: { spend: [{ \(GateSample.away("900.00")) }] } }\n"
      + "  - { year: 2, rows: { spend: [{ \(GateSample.away("900.00")) }] } }\n"
    try sample.workdir().gate(lots).expect(exit: 1, ["REJECT LOC", "to 17.86%"])
  }

  @Test func whatFallsAwayIsTakenAway() throws {
    let workdir = try GateSample().workdir()
    let replaced = "replaces: { spend: [{ \(GateSample.home("300.00")) }] }\n"
    // 200 of 700 at home, and 200 of 1,200 with the award.
    let json = try workdir.gateJSON(
      GateSample.award(GateSample.away("500.00"), more: replaced))
    #expect(json["\(Self.measurement)/numerator"] == "200.00")
    #expect(json["\(Self.measurement)/denominator"] == "1200.00")
    #expect(json["gate/decision"] == "reject")
    // One row for another of the same kind changes nothing.
    try workdir.gate(GateSample.award(GateSample.home("300.00"), more: replaced))
      .expect(exit: 0, ["It stays kept: 50.00% before and after"])
  }

  @Test func whatCannotBeTakenAwayIsForAPerson() throws {
    var sample = GateSample()
    try sample.change(
      "pack.yaml",
      "check: share\n    of: spend\n    measure: amount\n    where: postcode in area(\"home\")",
      to: "check: mean\n    of: spend\n    measure: amount")
    try sample.change("pack.yaml", ">= 25%", to: ">= £1")
    let replaced = "replaces: { spend: [{ \(GateSample.home("300.00")) }] }\n"
    try sample.workdir().gate(GateSample.award(GateSample.home("9.00"), more: replaced)).expect(
      exit: 2, ["REFER LOC", "cannot be taken out of this number"])
  }

  @Test func newSuppliersAreKnown() throws {
    var sample = GateSample()
    try sample.change("pack.yaml", "where: postcode in area(\"home\")", to: "where: supplier.sme")
    let workdir = try sample.workdir()
    let row = "amount: 4000.00, supplier_id: n1"
    try workdir.gate(GateSample.award(row, new: "supplier_id: n1, sme: yes")).expect(
      exit: 0, ["to 90.00%"], never: ["leads to no known"])
    try workdir.gate(GateSample.award(row, new: "supplier_id: n1, sme: no")).expect(exit: 1)
    try workdir.gate(GateSample.award(row)).expect(
      exit: 2, ["the row leads to no known supplier", "write the missing row under new:"])
  }

  @Test func theLastTwelveMonthsCanBeTheBase() throws {
    var sample = GateSample()
    sample.sample.files["data/spend.csv", default: ""] +=
      "r4,2025-04-20,Parks,s2,3000.00,M3 1AA,goods\nr5,2024-04-20,Parks,s1,7000.00,M5 4WT,goods\n"
    let workdir = try sample.workdir()
    try workdir.gate(GateSample.award(GateSample.home("1.00"))).expect(
      exit: 0, ["93.75% before and after"])
    // From 1 May 2024 on: 200 of 3,700 are at home, and the rows of April 2024 are not there.
    try workdir.gate(
      GateSample.award(GateSample.home("1.00"), more: "base: last_12_months\n")
    ).expect(exit: 0, ["from 5.41%", "Added to the last twelve months"])
  }

  /// 500 of 1,000 at home were spent since April, and 3,000 elsewhere are ordered for the autumn; what
  /// is ordered for the year after does not belong to it.
  private static let ordered =
    "r4,2025-04-10,Parks,s1,500.00,M5 4WT,goods\nr5,2025-04-20,Parks,s2,500.00,M3 1AA,goods\n"
    + "r6,2025-10-01,Parks,s2,3000.00,M3 1AA,goods\nr7,2026-04-01,Parks,s1,9000.00,M5 4WT,goods\n"

  @Test(arguments: [false, true])
  func theRunningYearWithWhatIsToComeCanBeTheBase(_ fromTally: Bool) throws {
    var sample = GateSample()
    sample.sample.files["data/spend.csv", default: ""] += Self.ordered
    let workdir = try sample.workdir()
    let more = fromTally ? ["--tallies", "spend.tally"] : []
    if fromTally {
      try workdir.run(
        ["tally", "pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--out", "spend.tally"]
      ).expect(exit: 0)
    }
    let award = GateSample.award(GateSample.home("1000.00"), more: "base: forecast\n")
    try workdir.gate(award, arguments: more).expect(
      exit: 0,
      ["from 12.50% to 30.00%", "Added to the running year to its end, with what the data"])
  }

  @Test func aForecastOfNothingIsNone() throws {
    let workdir = try GateSample().workdir()
    try workdir.gate(GateSample.award(GateSample.home("1.00"), more: "base: forecast\n")).expect(
      exit: 3, ["no row of 'spend' is dated after 2025-04-30 and before the year ends", "a budget"])
  }

  /// A waiver excuses a forecast where it holds today and at the end of the year.
  @Test(arguments: [
    ("2025-04-01", "2026-03-31", 0), ("2025-05-01", "2026-03-31", 1),
    ("2025-04-01", "2025-12-31", 1),
  ])
  func waiversHoldOnBothDays(_ issued: String, _ expires: String, _ exit: Int32) throws {
    var sample = GateSample()
    sample.sample.files["data/spend.csv", default: ""] += Self.ordered
    let workdir = try sample.workdir()
    try workdir.write(
      "data/waivers.yaml", WaiverSample.file([["issued": issued, "expires": expires]]))
    let award = GateSample.award(GateSample.away("1.00"), more: "base: forecast\n")
    try workdir.gate(award).expect(exit: exit)
  }

  @Test func registersCountWhatIsInForce() throws {
    var sample = GateSample()
    try sample.change(
      "data/institution.yaml", "period_by: date",
      to: "period_by: { from: date, to: ends, blank_to: open }")
    try sample.change(
      "data/institution.yaml", "date: { type: date }",
      to: "date: { type: date }\n      ends: { type: date }")
    sample.sample.files["data/spend.csv"] = """
      id,date,ends,department,supplier_id,amount,postcode,category
      r1,2024-04-10,,Housing,s1,500.00,M5 4WT,works
      r2,2024-06-01,2024-07-01,Parks,s2,9500.00,M3 1AA,goods
      r3,2024-06-01,,Parks,s2,500.00,M3 1AA,goods

      """
    let workdir = try sample.workdir()
    try workdir.gate(GateSample.award(GateSample.away("1000.00"))).expect(
      exit: 0, ["from 50.00% to 25.00%", "No room is left."])
    try workdir.gate(GateSample.award("amount: 5.00, ends: 2025-01-01")).expect(
      exit: 3, ["'ends' says when a row of 'spend' counts"])
  }

  @Test func growthIsOverTheSameBaseline() throws {
    var sample = GateSample()
    try sample.change(
      "pack.yaml",
      "check: share\n    of: spend\n    measure: amount\n    where: postcode in area(\"home\")",
      to: "check: growth\n    of: spend\n    measure: amount\n    baseline: { period: previous }")
    sample.sample.files["data/spend.csv", default: ""] +=
      "r0,2023-05-01,Parks,s2,1000.00,M3 1AA,goods\n"
    // The award adds to the year that is judged, and not to the one before.
    try sample.workdir().gate(GateSample.award(GateSample.home("250.00"))).expect(
      exit: 0, ["The award mends it: from 0.00% to 25.00%"])
  }

  @Test func compositesFollowTheirMembers() throws {
    var sample = GateSample()
    sample.sample.files["pack.yaml", default: ""] += """
        - id: ALL
          title: All is kept
          check: composite
          members: [LOC]
          target: ">= 1"
          legal_basis: Byelaw 8
          enforcement: { check: block, gate: block }

      """
    try sample.workdir().gate(GateSample.award(GateSample.away("1000.01"))).expect(
      exit: 1, ["REJECT LOC", "REJECT ALL", "The award breaks it: from 1 to 0"])
  }

  @Test func whatBlocksDependsOnAllThatASupplierGets() throws {
    var sample = GateSample()
    try sample.change(
      "pack.yaml", "legal_basis: Byelaw 7",
      to:
        "legal_basis: Byelaw 7\n    block_when: proposal.value >= 5000.00 && proposal.stage == \"award\""
    )
    let workdir = try sample.workdir()
    let award = { (value: String) in
      GateSample.award(GateSample.away("900.00"), more: "supplier: s2\nvalue: \(value)\n")
    }
    try workdir.gate(award("4000.00"), "--reserve", "first").expect(exit: 0)
    // The second is small by itself; with the first it is not, so it blocks.
    try workdir.gate(award("1000.00")).expect(exit: 1, ["REJECT LOC", "The award breaks it"])
    try workdir.gate(award("999.99")).expect(
      exit: 0, ["WARNING LOC", "It does not block this award, since 'proposal.value >= 5000.00"])
    let other = award("1000.00").replacing("supplier: s2", with: "supplier: s1")
    try workdir.gate(other).expect(exit: 0, ["WARNING LOC"])
    try workdir.gate(GateSample.award(GateSample.away("900.00"))).expect(
      exit: 3, ["does not say who gets how much", "add supplier: and value:"])
    // What was released was not awarded.
    try workdir.run("gate", "release", "first", "--data", "data", "--as-of", "2025-04-30").expect(
      exit: 0)
    try workdir.gate(award("1000.00")).expect(exit: 0)
  }
}
