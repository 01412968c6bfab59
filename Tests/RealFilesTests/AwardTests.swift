import Testing

/// What release packages and registers need beyond rows and sums.
@Suite(
  "Real awards and contracts",
  .enabled(if: RealData.isHere, "the published files are not beside the repository"),
  .enabled(if: Python.isHere, "python3, which counts independently, is missing"))
struct AwardTests {
  /// An award that several suppliers share is a row for each of them, and its value nobody's.
  @Test func sharedValuesAreUnknown() throws {
    let counted = try #require(try Python.count(Body.awards.name)["awards"])
    let pack =
      "pack: awards\nversion: 1.0.0\ncommitments:\n"
      + Body.commitment("rows", of: "awards", "check: count")
      + Body.commitment("all", of: "awards", "check: total, measure: amount")
      + Body.commitment(
        "known", of: "awards", "check: total, measure: amount, among: known(amount)")
      + (counted.known ?? [:]).keys.sorted().map {
        Body.commitment("known.\($0)", of: "awards", "check: count, where: known(\($0))")
      }.joined()
    let (report, outcome) = try Holdfast.check(RealData.institution(Body.awards.name), pack: pack)
    let findings = report.findings
    #expect(findings["rows"]?.measurement?.numerator == String(counted.rows), "\(outcome.err)")
    for (column, cells) in counted.known ?? [:] {
      #expect(findings["known.\(column)"]?.measurement?.numerator == String(cells), "\(column)")
    }
    #expect(findings["all"]?.verdict == "indeterminate")
    #expect(
      findings["known"]?.measurement?.numerator.map(BodyTests.plain)
        == counted.sum_of_one_supplier.map(BodyTests.plain))
    #expect(outcome.exit == 2)
  }

  /// Tenders are rows of the same package, one a release that counts.
  @Test func tendersAreRowsOfReleases() throws {
    let counted = try #require(try Python.count(Body.awards.name)["tenders"])
    let pack =
      "pack: tenders\nversion: 1.0.0\ncommitments:\n"
      + Body.commitment("rows", of: "tenders", "check: count")
      + Body.commitment("sum", of: "tenders", "check: total, measure: amount")
    let (report, outcome) = try Holdfast.check(RealData.institution(Body.awards.name), pack: pack)
    let findings = report.findings
    #expect(findings["rows"]?.measurement?.numerator == String(counted.rows), "\(outcome.err)")
    #expect(findings["sum"]?.measurement?.numerator == counted.sum)
  }

  /// Of 360 contracts 104 are over or not begun; what is certain of the others was counted by hand.
  @Test func aRegisterIsJudgedByWhatIsInForce() throws {
    let pack =
      "pack: register\nversion: 1.0.0\ncommitments:\n"
      + Body.commitment("rows", of: "in_force", "check: count")
      + Body.commitment("value", of: "in_force", "check: total, measure: annual_value")
    let (report, outcome) = try Holdfast.check(
      RealData.institution("salford-contracts-register"), pack: pack, asOf: "2022-07-31")
    let findings = report.findings
    #expect(outcome.exit == 0, "\(outcome.err)")
    #expect(findings["rows"]?.measurement?.lower == "249")
    #expect(findings["rows"]?.measurement?.upper == "256")
    #expect(findings["value"]?.measurement?.lower == "156304230.34")
    #expect(findings["value"]?.measurement?.upper == "158187760.29")
  }
}
