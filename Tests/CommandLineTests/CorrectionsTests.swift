import Testing

/// Corrections over untouched files: what they change, what the reports say of them, and when they
/// are refused.
@Suite struct CorrectionsTests {
  static let headers = "dataset,key,column,value,by,on,because\n"
  static let signed = ",J. Shah,2025-04-01,invoice 4711\n"

  /// The sample with corrections.
  static func workdir(_ lines: String, _ change: (inout Sample) throws -> Void = { _ in }) throws
    -> Workdir
  {
    var sample = Sample()
    try change(&sample)
    sample.files["data/corrections.csv"] = headers + lines
    return try sample.workdir()
  }

  @Test func saidTwiceAlikeAreAWarning() throws {
    let line = "spend,r1,amount,5.00" + Self.signed
    try Self.workdir(line + line).run(Sample.check).expect(
      exit: 0, ["corrections.csv:3: warning", "on line 2 already, to the same value", "1 cell"])
  }

  /// Sums with and without corrections, and everything that is said of them.
  @Test func changeWhatIsJudged() throws {
    let lines =
      "spend,r1,amount,10.00" + Self.signed + "spend,r3,amount,\"1,000.00\"" + Self.signed
      + "suppliers,s2,sme,yes,A. Bell,2025-03-01,Companies House\nspend,r2,postcode,,,,\n"
    let workdir = try Self.workdir(lines)
    let json = try workdir.run(Sample.check + ["--report", "json"]).json()
    let result = try #require(json.at("result"))
    #expect(result["findings/0/measurement/numerator"] == "1010.00")
    #expect(result["findings/0/measurement/denominator"] == "1510.00")
    #expect(result["findings/1/measurement/value"] == "1.0000")
    #expect(result["corrections/cells"] == "3")
    #expect(result["corrections/unanswered"] == "1")
    #expect(result["corrections/changes_verdict"] == "false")
    #expect(result["corrections/items/0/value"] == "10.00")
    #expect(result["corrections/columns/0/rows/0/sum"] == "1010.00")
    #expect(result["corrections/columns/1/rows/0/rows"] == "1")
    #expect(result["corrections/columns/1/rows/0/sum"] == "500.00")
    #expect(json["run/corrections/digest"]?.hasPrefix("sha256:") == true)
    try workdir.run(Sample.check).expect(
      exit: 0,
      [
        "Corrections from corrections.csv: 3 cells, 1 not answered",
        "spend.amount: 2 cells, 2 rows of spend, £1,010.00; by J. Shah, 2025-04-01; because: "
          + "invoice 4711",
        "suppliers.sme: 1 cell, 1 row of spend, £500.00; by A. Bell, 2025-03-01; because: "
          + "Companies House", "Without them every verdict would be the same.",
      ])
    try workdir.run(Sample.check + ["--report", "junit"]).expect(
      exit: 0, ["name=\"corrections\" value=\"3 cells, 1 not answered\""])
  }

  /// A correction is the cell as it is to be: no sign and no currency is changed after it; a cell
  /// that cannot be read is mended by it; and its column's own words are understood.
  @Test func areTheLastWord() throws {
    let lines =
      "spend,r1,amount,70.00" + Self.signed + "spend,r2,amount,30.00" + Self.signed
      + "spend,r3,date,24/12/2024" + Self.signed
    let workdir = try Self.workdir(lines) {
      try $0.change(
        "data/institution.yaml", "amount: { type: decimal }",
        to: "amount: { type: decimal, negate_when: 'category == \"works\"' }")
      try $0.change(
        "data/institution.yaml", "date: { type: date }",
        to: "date: { type: date, format: d/M/yyyy }")
      $0.files["data/spend.csv"] = """
        id,date,department,supplier_id,amount,postcode,category
        r1,10/4/2024,Housing,s1,300.00,M5 4WT,works
        r2,1/6/2024,Parks,s2,nonsense,M3 1AA,goods
        r3,soon,Parks,s1,200.00,M5 4WT,goods

        """
    }
    let outcome = try workdir.run(Sample.check + ["--only", "LOC", "--report", "json"])
    #expect(outcome.exit == 0, "\(outcome.text)")
    let measured = try #require(outcome.json().at("result/findings/0/measurement"))
    #expect(measured["numerator"] == "270.00")
    #expect(measured["denominator"] == "300.00")
  }

  /// The value that decides is weighed: without it the verdict would be another.
  @Test func sayWhatTheyDecide() throws {
    let lines = "spend,r2,postcode,LS1 1AA" + Self.signed
    try Self.workdir(lines) {
      $0.files["data/spend.csv"] = Sample.spend.replacing("500.00,M3 1AA", with: "9000.00,")
      try $0.change("pack.yaml", "\">= 10%\"", to: "\">= 1%\"")
    }.run(Sample.check).expect(
      exit: 1, ["Without them another verdict on fair/LOC.", "spend.postcode: 1 cell"])
  }

  /// A table that does not exist comes into being; a key that nobody points to is pointed out.
  @Test func makeRowsOfAReference() throws {
    let lines =
      "suppliers,s1,sme,no" + Self.signed + "suppliers,s2,sme,yes" + Self.signed
      + "suppliers,S2,sme,yes" + Self.signed
    let workdir = try Self.workdir(lines) {
      try $0.change(
        "data/institution.yaml", "files: suppliers.csv", to: "files: []\n    may_be_empty: true")
      $0.files["data/suppliers.csv"] = nil
    }
    let outcome = try workdir.run(Sample.check + ["--only", "SME"])
    outcome.expect(
      exit: 0,
      [
        "PASS: 50.00%", "suppliers.sme: 3 cells, 3 rows of spend, £1,000.00",
        "1 corrected key(s) of 'suppliers' stand in no file, and no judged row has them, the "
          + "first being 'S2'",
      ])
  }

  /// Of data about persons neither keys nor values are shown, in reports and in refusals.
  @Test(arguments: ["terminal", "json", "junit"])
  func tellNothingOfPersons(_ format: String) throws {
    let personal: (inout Sample) throws -> Void = {
      try $0.change("data/institution.yaml", "key: id\n", to: "key: id\n    personal: true\n")
      $0.files["data/spend.csv"] = Sample.spend.replacing("r1,", with: "ZZ1,")
    }
    let good = "spend,ZZ1,amount,77777.77,J. Shah,2025-04-01,ZZ said so\n"
    let never = ["ZZ", "77777", "77,777"]
    let check = Sample.check + ["--report", format]
    let fine = try Self.workdir(good, personal).run(check)
    #expect(fine.exit < 3, "\(fine.text)")
    fine.expect(exit: fine.exit, ["J. Shah"], never: never)
    for line in [
      "spend,ZZ1,amount,ZZ9" + Self.signed, "spend,ZZ8,amount,1.00" + Self.signed,
      good + "spend,ZZ1,amount,88.00" + Self.signed, "spend,ZZ1\n",
    ] {
      try Self.workdir(line, personal).run(check).expect(
        exit: 3, ["corrections.csv:"], never: never)
    }
  }
}
