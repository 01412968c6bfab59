import Testing

/// A median over persons is the pay of one of them: it is told coarsely, and judged so.
@Suite("Ranks over persons")
struct PersonalRankTests {
  private func run(_ commitment: String, isPersonal: Bool = true) throws -> Outcome {
    let workdir = try Workdir()
    try workdir.write(
      "institution.yaml",
      """
      institution: Northgate
      currency: GBP
      datasets:
        staff:
          files: staff.csv
          columns: { pay: { type: decimal, scale: 2\(isPersonal ? ", personal: true" : "") } }

      """)
    let pays = (0..<11).map { "2\($0 < 10 ? "\($0)" : "9"),357.41" }
    try workdir.write(
      "staff.csv", "pay\n" + pays.map { "\"\($0)\"\n" }.joined())
    try workdir.write(
      "pack.yaml", CheckerSample.pack(["id: M, of: staff, measure: pay, " + commitment]))
    return try workdir.run(CheckerSample.check)
  }

  @Test(
    arguments: [
      ("check: median, target: '>= £25,000'", 0, "PASS: between £25,000.00 and £26,000.00"),
      ("check: median, target: '>= £25,300'", 2, "CANNOT TELL: between £25,000.00 and £26,000.00"),
      ("check: quantile, at: 100%, target: '<= £29,000'", 2, "between £29,000.00 and £30,000.00"),
      ("check: median, target: '>= £30,000'", 1, "FAIL: between £25,000.00 and £26,000.00"),
    ] as [(String, Int32, String)])
  func isToldCoarsely(_ commitment: String, _ code: Int32, _ says: String) throws {
    try run(commitment).expect(
      exit: code, [says, "the number is that of a person"], never: ["25,357.41", "29,357.41"])
  }

  @Test func ofThingsItIsExact() throws {
    try run("check: median, target: '>= £25,300'", isPersonal: false)
      .expect(exit: 0, ["PASS: £25,357.41"])
  }

  /// What tells persons apart is in no tally.
  @Test(arguments: ["check: distinct, target: '>= 3'", "check: unique"])
  func keysOfPersonsAreDigests(_ check: String) throws {
    let workdir = try Workdir()
    try workdir.write(
      "institution.yaml",
      """
      institution: Northgate
      currency: GBP
      datasets:
        staff: { files: staff.csv, personal: true, columns: { name: {} } }

      """)
    try workdir.write("staff.csv", "name\nZZANN\nZZBEA\nZZCAT\n")
    try workdir.write("pack.yaml", CheckerSample.pack(["id: M, of: staff, by: name, " + check]))
    try workdir.run(CheckerSample.check).expect(exit: 0, ["PASS"], never: ["ZZ"])
    try workdir.run(["tally"] + CheckerSample.check.dropFirst() + ["--out", "a.tally"])
      .expect(exit: 0)
    let text = String(decoding: try workdir.bytes("a.tally"), as: UTF8.self)
    #expect(!text.contains("ZZ"))
    try workdir.run(CheckerSample.check + ["--tallies", "a.tally"]).expect(exit: 0, ["PASS"])
  }

  /// A gap says how many groups it does not compare.
  @Test func groupsThatAreNotComparedAreCounted() throws {
    let workdir = try Workdir()
    try workdir.write(
      "institution.yaml",
      """
      institution: Northgate
      currency: GBP
      datasets:
        staff:
          files: staff.csv
          personal: true
          columns: { team: {}, kept: { type: bool } }

      """)
    let rows = ["A", "B", "C"].flatMap { Array(repeating: "\($0),true", count: 20) }
    let few = Array(repeating: "D,false", count: 3)
    try workdir.write("staff.csv", "team,kept\n" + (rows + few).map { $0 + "\n" }.joined())
    try workdir.write(
      "pack.yaml",
      CheckerSample.pack(["id: G, of: staff, check: gap, per: team, where: kept, target: '<= 5%'"]))
    try workdir.run(CheckerSample.check).expect(
      exit: 0, ["PASS: 0.00%", "Not compared, since it would tell of too few persons: 2 groups."])
  }
}
