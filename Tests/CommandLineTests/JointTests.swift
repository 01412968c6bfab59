import Testing

/// Several institutions in one run: what they promised together.
@Suite("Joint promises")
struct JointTests {
  private static let total =
    "id: J, of: spend, check: total, measure: amount, where: local, period: fiscal_year"

  /// £110 for certain, £160 with the blank; of £350.
  @Test(arguments: [
    ("\(total), joint: '>= £110'", "J T (block) PASS: between £110.00 and £160.00, target >= £110"),
    ("\(total), joint: '>= £110.01'", "J T (block) CANNOT TELL: between £110.00 and £160.00"),
    ("\(total), joint: '>= £160.01'", "J T (block) FAIL: between £110.00 and £160.00"),
    ("\(total), joint: '< £110'", "J T (block) FAIL"),
    (
      "\(total), joint: { schedule: [ { from: 2020-01-01, target: '>= £9k' }, "
        + "{ from: 2025-01-01, target: '>= £100' } ] }", "J T (block) PASS"
    ),
    ("\(total), joint: '>= £9k', due: 2030-01-01", "J T (report) FAIL"),
    (
      "id: J, of: spend, check: share, measure: amount, where: local, joint: '>= 31%'",
      "PASS: between 31.42% and 45.72%, target >= 31%"
    ),
    ("id: J, of: spend, check: count, where: local, joint: '>= 3'", "PASS: between 3 and 4"),
    (
      "id: J, of: spend, check: distinct, by: supplier, joint: '= 5'",
      "J T (block) PASS: 5, target = 5."
    ),
    ("id: J, of: spend, check: median, measure: amount, joint: '= £40'", "PASS: £40.00"),
  ]) func areAddedUpOverInstitutions(_ commitment: String, _ phrase: String) throws {
    let outcome = try JointSample.workdir([commitment]).run(JointSample.check())
    let isPass = phrase.contains("PASS") || phrase.contains("report")
    let code: Int32 = isPass ? 0 : phrase.contains("FAIL") ? 1 : 2
    outcome.expect(exit: code, ["Promised jointly", phrase])
  }

  @Test func standBesideWhatEachIsHeldToAlone() throws {
    let share = "id: S, of: spend, check: share, measure: amount, where: local"
    let workdir = try JointSample.workdir(["\(share), target: '>= 50%', joint: '>= 30%'"])
    try workdir.run(JointSample.check()).expect(
      exit: 1,
      [
        "PASS FAIL FAIL", "S T (block) PASS: between 31.42% and 45.72%, target >= 30%.",
        "From: Aldwick 60.00%; Bramley between 20.00% and 45.00%; Corve 20.00%.",
        "Of Bramley: 1 row (£50.00) has no usable local.",
      ])
  }

  @Test func oneAloneIsMeasuredAndNotJudged() throws {
    let workdir = try JointSample.workdir([Self.total + ", joint: '>= £1'"])
    try workdir.run(JointSample.check(["a"])).expect(
      exit: 2,
      [
        "NOT APPLICABLE: £60.00. It is promised jointly with other institutions",
        "nothing was evaluated",
      ])
  }

  @Test func groupsAreThoseOfAll() throws {
    let workdir = try JointSample.workdir([
      "id: G, of: spend, check: total, measure: amount, per: team, joint: '>= £120'"
    ])
    // x: 60 + 90 + 50; y: 40 + 110.
    try workdir.run(JointSample.check()).expect(
      exit: 0, ["G [x] T (block) PASS: £200.00", "G [y] PASS: £150.00"])
  }

  @Test func whoPromisedAndIsAbsentKeepsTheVerdictOpen() throws {
    let joint = "joint: { target: '>= £1', institutions: [Aldwick, Bramley, Corve] }"
    let workdir = try JointSample.workdir(["\(Self.total), \(joint)"])
    try workdir.run(JointSample.check(["a", "c"])).expect(
      exit: 2, ["CANNOT TELL: Bramley has promised it too and is not counted in this run"])
    try workdir.run(JointSample.check()).expect(exit: 0)
  }

  @Test func namesOfNobodyKeepTheVerdictOpen() throws {
    let joint = "joint: { target: '>= £1', institutions: [Alldwick, Brammley] }"
    try JointSample.workdir(["\(Self.total), \(joint)"]).run(JointSample.check()).expect(
      exit: 2,
      ["CANNOT TELL: Alldwick, Brammley have promised it too and are not counted in this run"])
  }

  @Test func anInstitutionWithoutRowsTellsNothing() throws {
    var members = JointSample.members
    members[1].day = "2020-05-01"
    try JointSample.workdir(members, [Self.total + ", joint: '<= £900'"]).run(JointSample.check())
      .expect(
        exit: 2, ["nothing can be told of Bramley, so nothing of all together: no row of spend"],
        never: ["rank 1-3"])
  }

  @Test(arguments: [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]])
  func theOrderSaysNothing(_ folders: [String]) throws {
    var members = JointSample.members
    members[2].year = "08-01"
    let later = "joint: { schedule: [ { from: 2025-04-01, target: '>= 1' } ] }"
    try JointSample.workdir(members, ["\(Self.total), \(later)"]).run(JointSample.check(folders))
      .expect(exit: 3, ["since the time that is judged differs"])
  }

  @Test(arguments: [["a", "b"], ["b", "a"]])
  func personsOfOneAreProtectedInAll(_ folders: [String]) throws {
    var members = JointSample.members
    members[0].rows = (1...12).map { "A,\(100 + $0 * 7).00,Y,M1 1AA,x" }
    members[1].rows = (1...12).map { "A,\(103 + $0 * 5).00,Y,M1 1AA,x" }
    members[1].more = "personal: true"
    let median = "id: J, of: spend, check: median, measure: amount, joint: '>= £1'"
    try JointSample.workdir(members, [median]).run(JointSample.check(folders)).expect(
      exit: 0, ["Rounded outward, since the number is that of a person."])
  }

  @Test func whoDidNotPromiseAddsNothing() throws {
    let joint = "joint: { target: '= £70', institutions: [Aldwick, Corve] }"
    try JointSample.workdir(["\(Self.total), \(joint)"]).run(JointSample.check()).expect(
      exit: 0, ["PASS: £70.00, target = £70. From: Aldwick £60.00; Corve £10.00."])
  }

  @Test func whatCannotBeReadOfOneIsAnErrorOfAll() throws {
    let workdir = try JointSample.workdir([Self.total + ", joint: '>= £1'"])
    try workdir.write(
      "b/spend.csv", "date,supplier,amount,local,postcode,team\n2024-05-01,A,x,Y,M1 1AA,x\n")
    try workdir.run(JointSample.check()).expect(
      exit: 3,
      ["ERROR: Bramley could not be evaluated", "Could not be evaluated: Bramley", "2 | x"])
  }

  @Test func dataThatIsKnownToBeIncompleteTellsNothingOfAll() throws {
    var members = JointSample.members
    members[1].more = "expect: { a_file_each: month, from: 2024-04, to: 2024-05 }"
    try JointSample.workdir(members, [Self.total + ", joint: '>= £1'"]).run(JointSample.check())
      .expect(
        exit: 2,
        [
          "CANNOT TELL: nothing can be told of Bramley, so nothing of all together: there are no rows"
        ]
      )
  }

  @Test(arguments: [
    ("year", "the time that is judged differs: Aldwick judges 2024-04-01 to 2025-03-31"),
    ("currency", "the currencies differ: Aldwick counts in GBP, Corve EUR"),
    ("basis", "amounts are with and without tax: Aldwick states amounts net, Corve gross"),
  ]) func whatDiffersIsNotAddedUp(_ what: String, _ phrase: String) throws {
    var members = JointSample.members
    switch what {
    case "year": members[2].year = "08-01"
    case "currency": members[2].currency = "EUR"
    default: members[2].basis = "gross"
    }
    // A plain number is no amount of a currency.
    try JointSample.workdir(members, [Self.total + ", joint: '>= 1'"]).run(JointSample.check())
      .expect(exit: 3, ["'J' cannot be added up over institutions, since \(phrase)"])
  }

  @Test func registersOfOtherDaysAreNotAddedUp() throws {
    let workdir = try JointSample.workdir([
      "id: J, of: spend, check: total, measure: amount, joint: '>= 1'"
    ])
    for (folder, day) in [("a", "2024-03-31"), ("b", "2019-03-31"), ("c", "2024-03-31")] {
      let text = try workdir.read("\(folder)/institution.yaml")
      try workdir.write(
        "\(folder)/institution.yaml",
        text.replacing("period_by: date", with: "snapshot: \(day)"))
    }
    try workdir.run(JointSample.check()).expect(exit: 3, ["the rows are of other days"])
  }

  @Test func aMemberThatIsHeldJointlyLeavesTheWholeOpen() throws {
    let workdir = try JointSample.workdir([
      Self.total + ", joint: '>= £1'", "id: C, check: composite, members: [J], target: '>= 1'",
      "id: M, of: spend, check: total, measure: amount, target: '>= measurement(\"J\")'",
    ])
    try workdir.run(JointSample.check(["a"])).expect(
      exit: 2, ["C T (block) CANNOT TELL", "M T (block) PASS: £100.00, target >="])
  }

  @Test func lintReadsEachInstitution() throws {
    let workdir = try JointSample.workdir([Self.total + ", joint: '>= £1'"])
    let broken = try workdir.read("a/institution.yaml").replacing("type: bool", with: "type: boool")
    try workdir.write("a/institution.yaml", broken)
    try workdir.run("lint", "pack.yaml", "--institution", "a", "--institution", "b")
      .expect(exit: 3, ["boool"])
  }

  /// What the third institution's copy of the first one's file is like.
  @Test(arguments: ["same", "line ends", "no last line end", "quotes"])
  func noFileCountsForTwo(_ copy: String) throws {
    var members = JointSample.members
    members[2].rows = members[0].rows
    let workdir = try JointSample.workdir(members, [Self.total + ", joint: '>= £1'"])
    let text = try workdir.read("c/spend.csv")
    switch copy {
    case "line ends": try workdir.write("c/spend.csv", text.replacing("\n", with: "\r\n"))
    case "no last line end": try workdir.write("c/spend.csv", String(text.dropLast()))
    case "quotes": try workdir.write("c/spend.csv", text.replacing("60.00", with: "\"60.00\""))
    default: break
    }
    try workdir.run(JointSample.check()).expect(
      exit: 3, ["read for Aldwick and for Corve, so that they would count twice"])
  }

  /// What the two say that share a file, and whether its rows can count for both.
  @Test(arguments: [
    ("team == \"x\"", "team == \"y\"", true), ("team == \"x\"", "team=='y'", true),
    ("team == \"x\"", "team==\"x\"", false), ("team == \"x\"", "amount > 0.0", false),
    ("team == \"x\"", "supplier == \"B\"", false),
  ]) func aCommonFileIsSharedOut(_ one: String, _ other: String, _ isApart: Bool) throws {
    var members = JointSample.members
    members[2].rows = members[0].rows
    (members[0].more, members[2].more) = ("keep: \(one)", "keep: \(other)")
    try JointSample.workdir(members, [Self.total + ", joint: '>= £1'"]).run(JointSample.check())
      .expect(exit: isApart ? 0 : 3, isApart ? ["£0.00"] : ["they would count twice"])
  }

  @Test func digestsAndTextsAreNotCompared() throws {
    let workdir = try JointSample.workdir([
      "id: D, of: spend, check: distinct, by: supplier, joint: '>= 1'"
    ])
    let personal = try workdir.read("c/institution.yaml")
      .replacing("supplier: {}", with: "supplier: { personal: true }")
    try workdir.write("c/institution.yaml", personal)
    try workdir.run(JointSample.check()).expect(
      exit: 3, ["what tells rows apart is held in two ways"])
  }

  @Test func whatOneWithholdsIsWithheldOfAll() throws {
    var members = JointSample.members
    members[0].rows = (1...30).map { "A,10.00,Y,M1 1AA,\($0 > 18 ? "x" : "y")" }
    members[1].rows = (1...20).map { "A,11.00,Y,M1 1AA,\($0 == 20 ? "x" : "y")" }
    for index in members.indices { members[index].more = "personal: true" }
    let total =
      "id: T, of: spend, check: total, measure: amount, joint: '>= £1', "
      + "leave_out: [ { id: x, when: team == \"x\", because: so } ]"
    try JointSample.workdir(members, [total]).run(JointSample.check(["a", "b"])).expect(
      exit: 0, ["Left out: 13 rows (x)"], never: ["131"])
  }

  @Test(arguments: [
    ("check: growth, measure: amount, baseline: { period: previous }", "'growth' cannot be held"),
    ("check: every, where: local", "'every' cannot be held jointly"),
    (
      "check: total, measure: amount, period: fiscal_year, baseline: { period: previous }, "
        + "target: '>= baseline'", nil
    ),
  ]) func whatDoesNotAddUpIsRefused(_ keys: String, _ phrase: String?) throws {
    let workdir = try JointSample.workdir(["id: J, of: spend, \(keys), joint: '>= 1'"])
    let outcome = try workdir.run("lint", "pack.yaml", "--institution", "a")
    outcome.expect(exit: phrase == nil ? 0 : 3, [phrase ?? "No mistakes found"])
  }

  @Test(arguments: [
    ("'>= 5%'", "a percentage is no target here|measured in the measure's unit"),
    ("'>= 2 x baseline'", "a joint target is a number"),
    ("'>= measurement(\"X\")'", "a joint target is a number"),
    ("{ institutions: [A, B] }", "'joint' has no target"),
    ("{ target: '>= £1', institutions: [A, A] }", "institutions names 'A' twice"),
    ("{ target: '>= £1', institutions: [A] }", "made by two institutions or more"),
    ("{ target: '>= £1', institution: [A, B] }", "unknown key 'institution' in 'joint'"),
    ("[1]", "must be a mapping"), ("'£1'", "a target begins with"),
  ]) func mistakesAreNamed(_ joint: String, _ phrases: String) throws {
    let workdir = try JointSample.workdir(["\(Self.total), joint: \(joint)"])
    let outcome = try workdir.run("lint", "pack.yaml", "--institution", "a")
    outcome.expect(exit: 3)
    let isSaid = phrases.split(separator: "|").contains { outcome.flat.contains($0) }
    #expect(isSaid, "\(outcome.text)")
  }

  @Test func institutionsAreToldApart() throws {
    let workdir = try JointSample.workdir([Self.total + ", joint: '>= £1'"])
    try workdir.run(JointSample.check(["a", "a"])).expect(
      exit: 3, ["two institutions are called 'Aldwick'"])
    try workdir.run(JointSample.check() + ["--data", "a"]).expect(exit: 64, ["leave --data out"])
    try workdir.run(JointSample.check() + ["--report", "sarif"]).expect(
      exit: 64, ["'sarif' is of one institution", "csv, html, json, junit, junit-strict, terminal"])
    try workdir.run("tally", "pack.yaml", "--institution", "a", "--institution", "b", "--out", "t")
      .expect(exit: 3, ["takes one institution, and 2 are named"])
  }
}
