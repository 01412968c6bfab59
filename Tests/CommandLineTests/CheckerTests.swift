import Testing

/// What each checker measures over a few rows that anybody can add up.
@Suite("Checkers over a small ledger")
struct CheckerTests {
  @Test(arguments: CheckerRow.values + CheckerRow.parts + CheckerRow.lines)
  func measures(_ row: CheckerRow) throws {
    let workdir = try CheckerSample.workdir(["id: A, " + row.commitment])
    let outcome = try workdir.run(CheckerSample.check)
    #expect(outcome.err.isEmpty)
    #expect(outcome.flat.contains(row.headline), "\(outcome.out)")
  }

  /// The same commitments give the same bytes however the ledger is read.
  @Test(arguments: [
    ["--engine", "scalar"], ["--block-size", "40", "--jobs", "2"], ["--cache", "c"],
  ])
  func areTheSameHoweverRowsAreRead(_ options: [String]) throws {
    let rows = CheckerRow.values + CheckerRow.parts + CheckerRow.lines
    let workdir = try CheckerSample.workdir(
      rows.enumerated().map { "id: A\($0), " + $1.commitment })
    let json = CheckerSample.check + ["--report", "json", "--reproducible"]
    let expected = try workdir.run(json).result()
    #expect(try workdir.run(json + options).result() == expected)
    #expect(try workdir.run(json + options).result() == expected)
  }

  @Test func areTheSameFromATally() throws {
    let rows = CheckerRow.values + CheckerRow.parts + CheckerRow.lines
    let workdir = try CheckerSample.workdir(
      rows.enumerated().map { "id: A\($0), " + $1.commitment })
    let json = CheckerSample.check + ["--report", "json", "--reproducible"]
    let expected = try workdir.run(json).result()
    try workdir.run(
      "tally", "pack.yaml", "--data", ".", "--as-of", "2025-04-30", "--out", "a.tally"
    ).expect(exit: 0)
    #expect(try workdir.run(json + ["--tallies", "a.tally"]).result() == expected)
  }

  /// A row of an unknown team may be all of a team that no other row has, which has no part of the
  /// whole where it takes something away.
  @Test(arguments: [("-15", "CANNOT TELL"), ("15", "PASS: between"), ("0", "PASS: 14.22%")])
  func aGroupThatNobodyKnowsMayHaveNoPart(_ number: String, _ says: String) throws {
    let workdir = try CheckerSample.workdir([
      "id: A, check: gap, of: spend, period: fiscal_year, per: team, measure: amount, "
        + "compared_with: { of: people, measure: number, period: all }, target: '<= 40%'"
    ])
    try workdir.write("people.csv", CheckerSample.people + ",\(number)\n")
    let outcome = try workdir.run(CheckerSample.check)
    #expect(outcome.flat.contains(says), "\(outcome.out)")
  }

  /// A row of an unknown team may be all of a team that no other row has, which has no rate where
  /// nothing, or less, is spent.
  @Test(arguments: [("0", false), ("-15", false), ("15", true)])
  func aGroupThatNobodyKnowsMayHaveNoRate(_ amount: String, _ isTold: Bool) throws {
    let workdir = try CheckerSample.workdir([
      "id: A, check: gap, of: spend, period: fiscal_year, per: team, measure: amount, where: local, "
        + "target: '<= 100%'"
    ])
    let row = CheckerSample.spend.split(separator: "\n")[3].split(separator: ",")
    let columns = CheckerSample.spend.split(separator: "\n")[0].split(separator: ",")
    let cells = zip(columns, row).map { column, cell in
      column == "team" ? "" : column == "amount" ? amount : String(cell)
    }
    try workdir.write("spend.csv", CheckerSample.spend + cells.joined(separator: ",") + "\n")
    let outcome = try workdir.run(CheckerSample.check)
    #expect(outcome.flat.contains(isTold ? "PASS: between" : "CANNOT TELL"), "\(outcome.out)")
    #expect(outcome.flat.contains("of a further group") != isTold, "\(outcome.out)")
  }

  /// One row without a team may be a team at either end, two may be one at each.
  @Test(arguments: [("Y", "88.89%"), ("YN", "100.00%")])
  func rowsWithoutATeamMayBeATeamEach(_ local: String, _ most: String) throws {
    let workdir = try CheckerSample.workdir([
      "id: A, check: gap, of: spend, period: fiscal_year, per: team, measure: amount, where: local, "
        + "target: '<= 90%'"
    ])
    let further = local.map { "2024-05-01,A,1.00,\($0),\n" }.joined()
    let spend = CheckerSample.spend.replacing("50.00,,x", with: "50.00,N,x")
    try workdir.write("spend.csv", spend + further)
    let outcome = try workdir.run(CheckerSample.check)
    #expect(outcome.flat.contains("and \(most), target <= 90%"), "\(outcome.out)")
  }

  /// A period that still runs makes nothing certain, in a part or in a member either.
  @Test func whatIsProvisionalStaysSo() throws {
    let total = "{ measure: amount, period: fiscal_year_to_date }"
    let outcome = try CheckerSample.workdir([
      "id: M, of: spend, check: share, measure: amount, where: local, target: '>= 1%', "
        + "period: fiscal_year_to_date, enforcement: warn",
      "id: R, of: spend, check: ratio, numerator: \(total), denominator: \(total), target: '>= 1'",
      "id: C, check: composite, members: [M]",
    ]).run(["check", "pack.yaml", "--data", ".", "--as-of", "2024-10-31"])
    outcome.expect(exit: 2, ["(1 pass, 2 cannot tell; exit 2)"])
  }

  @Test func commitmentsRestOnOthers() throws {
    let share = "of: spend, period: fiscal_year, check: share, measure: amount"
    let outcome = try CheckerSample.workdir([
      "id: S, \(share), where: local, target: '>= 30%'",
      "id: F, \(share), where: local, target: '>= 60%'",
      "id: U, \(share), where: local, target: '>= 45%'",
      "id: ALL, check: composite, members: [S, F, U]",
      "id: ONE, check: composite, members: [S, F, U], target: '>= 1'",
      "id: TWO, check: composite, members: [S, F, U], target: '>= 2'",
      "id: PTS, check: composite, members: { S: { points: 6, full_at: 60% } }, target: '>= 3.9'",
      "id: MIN, \(share), where: 'team == \"x\"', "
        + "target: '>= math.least(measurement(\"S\") + 0.1, 0.5)'",
    ]).run(CheckerSample.check)
    for text in [
      "FAIL: between 1 and 2, target all 3.", "PASS: between 1 and 2, target >= 1.",
      "CANNOT TELL: between 1 and 2, target >= 2.",
      // £165.00 of £415.00 is 0.3976, and ten times that is 3.97 points.
      "PASS: between 3.9759 and 5.1808, target >= 3.9.",
      "Members: S pass (between 39.75% and 51.81%); F fail (between 39.75% and 51.81%); U cannot",
      "FAIL: 45.78%",
    ] {
      #expect(outcome.flat.contains(text), "\(text): \(outcome.out)")
    }
  }

  @Test func commitmentsAreJudgedThemselves() throws {
    let outcome = try CheckerSample.workdir([
      "id: P, tags: { kind: a }, owner: Board, of: people, check: count, target: '>= 2'",
      "id: F, tags: { kind: b }, of: people, check: count, target: '>= 3'",
      "id: V, of: commitments, check: every, where: 'verdict == \"pass\"'",
      "id: O, of: commitments, check: every, where: known(owner), enforcement: warn",
      "id: K, of: commitments, check: coverage, by: tag_kind, items: [a, b, c]",
    ]).run(CheckerSample.check)
    for text in [
      "V T (block) FAIL: 1 of 2 rows breaches the rule.", "O T (warn) FAIL: 1 of 2 rows",
      "K T (block) FAIL: 66.67%, target all 3. 2 of 3 are there. Missing: c.",
    ] {
      #expect(outcome.flat.contains(text), "\(text): \(outcome.out)")
    }
    // Whatever is asked for, the others are judged on all that they came to.
    let only = try CheckerSample.workdir([
      "id: P, of: people, check: count, target: '>= 2'",
      "id: V, of: commitments, check: every, where: 'verdict == \"pass\"'",
    ]).run(CheckerSample.check + ["--only", "V"])
    only.expect(exit: 0, ["every one of 1 row holds"])
    #expect(!only.out.contains("P T"))
  }

  /// A row counts for the first of two commitments, and never for both.
  @Test func aRowIsCountedOnce() throws {
    let outcome = try CheckerSample.workdir([
      "id: A, of: spend, check: count, where: local, among: known(local), target: '>= 4'",
      "id: B, of: spend, check: count, where: 'team == \"x\"', counted_once_with: [A], "
        + "among: known(local), target: '>= 0'",
    ]).run(CheckerSample.check)
    outcome.expect(exit: 0, ["PASS: 4, target >= 4.", "PASS: 0, target >= 0."])
  }

  /// What rests on a template waits with it, and is told.
  @Test func whatRestsOnATemplateWaits() throws {
    let outcome = try CheckerSample.workdir([
      "id: A, of: people, check: count, target: required",
      "id: B, check: composite, members: [A, C]", "id: C, of: people, check: count, target: '>= 1'",
    ]).run(CheckerSample.check)
    outcome.expect(exit: 0)
    #expect(outcome.flat.contains("Not evaluated, since they rest on those: p/B"))
  }
}
