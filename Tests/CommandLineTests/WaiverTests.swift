import Testing

/// Dated exceptions: what they turn, what they never turn, and what is said of those that do nothing.
@Suite("Waivers")
struct WaiverTests {
  @Test func aMissIsWaivedAndStillMeasured() throws {
    try WaiverSample.workdir().run(WaiverSample.check()).expect(
      exit: 0,
      [
        "WAIVED: 50.00%, target >= 60%.",
        "Waived until 2025-12-31: The depot moved. Approved by A. Chair on 2025-04-01; B. Buyer "
          + "answers for it. Without the waiver: FAIL.",
        "Waivers from data/waivers.yaml: 1 used",
        "fair/LOC (2025-04-01 to 2025-12-31, B. Buyer): used, would be FAIL.",
      ])
  }

  /// The last day is part of the waiver, and so is the first; the clock has no say.
  @Test(arguments: [
    ("2025-03-31", 1, "1 not begun"), ("2025-04-01", 0, "1 used"),
    ("2025-11-30", 0, "1 used Fair"), ("2025-12-01", 0, "1 soon to expire"),
    ("2025-12-31", 0, "It expires soon: today is its last day."), ("2026-01-01", 1, "1 expired"),
  ])
  func asOfDecides(_ day: String, _ exit: Int32, _ says: String) throws {
    let workdir = try WaiverSample.workdir(target: "> 50%")
    // The same rows in every year, so that the period of each day has some.
    let rows = ["2023", "2024", "2025"].enumerated().map { place, year in
      Sample.spend.split(separator: "\n").dropFirst().map {
        "\(place)\($0)".replacing("2024-", with: "\(year)-")
      }.joined(separator: "\n")
    }
    try workdir.write("data/spend.csv", Sample.header + rows.joined(separator: "\n") + "\n")
    let outcome = try workdir.run(WaiverSample.check(day))
    outcome.expect(exit: exit, [says.replacing(" Fair", with: "")])
    if says.hasSuffix("Fair") { outcome.expect(exit: exit, never: ["soon"]) }
  }

  @Test func whatCannotBeToldIsWaivedToo() throws {
    let workdir = try WaiverSample.workdir()
    try workdir.write("data/spend.csv", Sample.spend.replacing("M3 1AA", with: ""))
    try workdir.run(WaiverSample.check()).expect(
      exit: 0, ["WAIVED: between 50.00% and 100.00%", "Without the waiver: CANNOT TELL."])
  }

  @Test func anErrorIsNeverWaived() throws {
    let workdir = try WaiverSample.workdir()
    try workdir.write("data/spend.csv", Sample.spend.replacing("300.00", with: "3oo"))
    try workdir.run(WaiverSample.check()).expect(
      exit: 3, ["ERROR", "of no effect, since it could not be evaluated"], never: ["WAIVED"])
  }

  @Test func whatPassesNeedsNone() throws {
    try WaiverSample.workdir(target: ">= 25%").run(WaiverSample.check())
      .expect(exit: 0, ["LOC", "PASS: 50.00%", "not needed"], never: ["WAIVED"])
  }

  @Test func whatIsNotEvaluatedIsUnused() throws {
    try WaiverSample.workdir().run(WaiverSample.check() + ["--only", "SME"])
      .expect(exit: 0, ["fair/LOC", "unused, nothing of this name was evaluated"])
    try WaiverSample.workdir(target: ">= 25%", [["commitment": "far/LOC"]])
      .run(WaiverSample.check())
      .expect(exit: 0, ["unused, nothing of the pack 'far' was evaluated"])
  }

  @Test func anotherFileMayBeNamed() throws {
    let workdir = try WaiverSample.workdir([])
    try workdir.write("mine.yaml", WaiverSample.file([[:]]))
    try workdir.run(WaiverSample.check()).expect(exit: 1)
    try workdir.run(WaiverSample.check() + ["--waivers", "mine.yaml"]).expect(exit: 0)
    try workdir.run(WaiverSample.check() + ["--waivers", "none.yaml"])
      .expect(exit: 3, ["none.yaml"])
  }

  @Test func aGroupAloneIsWaived() throws {
    var sample = Sample()
    try sample.change("pack.yaml", "\">= 25%\"", to: "\">= 60%\"\n    per: department")
    let workdir = try sample.workdir()
    try workdir.write("data/waivers.yaml", WaiverSample.file([["commitment": "fair/LOC[Parks]"]]))
    try workdir.run(WaiverSample.check())
      .expect(exit: 0, ["LOC [Housing]", "PASS: 100.00%", "LOC [Parks]", "WAIVED"])
    try workdir.write("data/waivers.yaml", WaiverSample.file([["group": "Housing"]]))
    try workdir.run(WaiverSample.check()).expect(exit: 1, ["not needed"])
    try workdir.write("data/waivers.yaml", WaiverSample.file([["group": "Park"]]))
    try workdir.run(WaiverSample.check()).expect(
      exit: 3,
      ["data/waivers.yaml:2:", "'fair/LOC' has no group 'Park'", "did you mean 'Parks'?", "^"])
    try workdir.write("data/waivers.yaml", WaiverSample.file([[:]]))
    try workdir.run(WaiverSample.check()).expect(exit: 0, ["used, would be FAIL (1 of 2)."])
  }

  /// Every mistake, with its line and a caret, in one run, and no report.
  @Test func everyMistakeIsToldAtOnce() throws {
    let rows: [([String: String?], String)] = [
      (["owner": "a  chair"], "'a chair' approved the waiver and answers for it"),
      (["expires": "2026-04-03"], "holds for 367 days after it is issued, and 366 are the most"),
      (["expires": "2025-03-31"], "expires on 2025-03-31, before it is issued on 2025-04-01"),
      (["commitment": "fair/LOK"], "pack 'fair' has no commitment 'LOK'"),
      (["commitment": "LOC"], "'LOC' does not name a commitment with its pack"),
      (["commitment": "fair/SME[x]"], "'fair/SME' is not split into groups"),
      (["commitment": "fair/LOC[x]", "group": "x"], "the group stands twice"),
      (["reason": " "], "'reason' of the waiver is empty"),
      (["approver": nil], "the waiver has no 'approver'"),
      (["until": "2025-05-01"], "unknown key 'until' in the waiver"),
      (["issued": "2025-02-30"], "'2025-02-30' is not a date"),
      (["issued": "2025-12-31", "expires": "2026-01-31"], "is waived twice"),
    ]
    let workdir = try WaiverSample.workdir(rows.map(\.0) + [[:]])
    let outcome = try workdir.run(WaiverSample.check())
    outcome.expect(exit: 3, rows.map(\.1) + ["did you mean 'LOC'?", "write fair/LOC", "^"])
    for line in 2...13 {
      #expect(outcome.err.contains("data/waivers.yaml:\(line):"), "nothing is said of line \(line)")
    }
    #expect(outcome.out.isEmpty)
  }

  @Test func exactlyAYearAndADayIsTaken() throws {
    try WaiverSample.workdir([["expires": "2026-04-02"]]).run(WaiverSample.check())
      .expect(exit: 0, ["WAIVED"])
  }

  @Test func programsReadTheSame() throws {
    let workdir = try WaiverSample.workdir([[:], ["commitment": "fair/SME"]])
    let json = try workdir.run(WaiverSample.check() + ["--report", "json"]).json()
    #expect(json["result/verdict"] == "pass" && json["result/exit"] == "0")
    #expect(json["result/findings/0/verdict"] == "waived")
    #expect(json["result/findings/0/measurement/value"] == "0.5000")
    #expect(json["result/findings/0/waiver/verdict_without"] == "fail")
    #expect(json["result/findings/0/waiver/expires"] == "2025-12-31")
    #expect(json["result/findings/1/waiver"] == "null")
    #expect(json["result/waivers/0/state"] == "used")
    #expect(json["result/waivers/1/state"] == "unneeded")
    #expect(json["run/waivers/path"] == "data/waivers.yaml")
    #expect(json["run/waivers/digest"]?.utf8.count == 64)
    let junit = try workdir.run(WaiverSample.check() + ["--report", "junit"])
    junit.expect(
      exit: 0,
      [
        "<skipped message=\"WAIVED: 50.00%, target &gt;= 60%. Waived until 2025-12-31: The depot "
          + "moved. Approved by A. Chair on 2025-04-01; B. Buyer answers for it.",
        "name=\"waiver.2\" value=\"fair/SME (2025-04-01 to 2025-12-31, B. Buyer): not needed",
        "name=\"verdict_without_waiver\" value=\"fail\"",
      ])
  }

  /// What several promised together is not waived by what one of them may miss.
  @Test func oneInstitutionsWaiverDoesNotWaiveAJointPromise() throws {
    let total = "id: J, of: spend, check: total, measure: amount, where: local"
    let workdir = try JointSample.workdir([
      "\(total), period: fiscal_year, joint: '>= £200'",
      "\(total.replacing("id: J", with: "id: B")), period: fiscal_year, target: '>= £50', "
        + "joint: '>= £200'",
    ])
    try workdir.run(JointSample.check()).expect(exit: 1)
    for folder in ["a", "b", "c"] {
      try workdir.write(
        "\(folder)/waivers.yaml",
        WaiverSample.file([["commitment": "p/J"], ["commitment": "p/B"]]))
    }
    try workdir.run(JointSample.check()).expect(
      exit: 1,
      [
        "WAIVED",
        "p/J (2025-04-01 to 2025-12-31, B. Buyer): of no effect, since it is promised "
          + "jointly", "What the institutions promised jointly is not waived by it.",
        "Jointly: FAIL (2 fail)",
      ])
    try workdir.run(JointSample.check() + ["--report", "html"]).expect(
      exit: 1, ["Aldwick: Waivers from a/waivers.yaml", "<li>p/J (2025-04-01 to 2025-12-31"])
    try workdir.run(JointSample.check() + ["--waivers", "a/waivers.yaml"]).expect(exit: 64)
  }

  /// A waived member of a composite is not met, as one that fails is not.
  @Test func aWaivedMemberEarnsNothing() throws {
    var sample = Sample()
    try sample.change(
      "pack.yaml", "commitments:\n",
      to: """
        commitments:
          - id: ALL
            title: Both
            check: composite
            members: [LOC, SME]
            target: ">= 2"

        """)
    try sample.change("pack.yaml", "\">= 25%\"", to: "\">= 60%\"")
    let workdir = try sample.workdir()
    try workdir.write("data/waivers.yaml", WaiverSample.file([[:]]))
    try workdir.run(WaiverSample.check()).expect(exit: 1, ["ALL", "LOC waived"])
  }

  @Test func testsOfPacksSeeWhatIsUnderWaivers() throws {
    let workdir = try WaiverSample.workdir()
    try workdir.write("fair/pack.yaml", workdir.read("pack.yaml"))
    for name in ["institution.yaml", "spend.csv", "suppliers.csv", "places.csv", "waivers.yaml"] {
      try workdir.write("fair/data/\(name)", workdir.read("data/\(name)"))
    }
    try workdir.write(
      "fair/tests.yaml",
      """
      tests:
        - { name: one, data: data, as_of: 2025-04-30, expect: { LOC: fail, SME: pass } }

      """)
    try workdir.run("test", "fair").expect(exit: 0)
  }
}
