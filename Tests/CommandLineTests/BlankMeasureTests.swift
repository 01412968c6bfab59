import Testing

/// A blank that stands for a number is that number, however rows are read.
@Suite("Blanks that are numbers")
struct BlankMeasureTests {
  private static let institution = """
    institution: Northgate
    currency: GBP
    datasets:
      spend:
        files: spend.csv
        keep: team == "x" || team == "y"
        columns:
          amount: { type: decimal, blank: BLANK }
          team: {}

    """

  /// £100, a blank and £7 of x, £9 and a blank of y; a blank of z, which is not the institution's.
  private static let rows = "amount,team\n100,x\n,x\n7,x\n9,y\n,y\n,z\n"

  private static let commitments = [
    "check: total, measure: amount, where: known(amount)",
    "check: total, measure: amount, among: known(amount)",
    "check: mean, measure: amount, among: known(amount)",
    "check: total, measure: amount, among: 'amount > 6.0'",
    "check: total, measure: amount, per: team, where: known(amount)",
    "check: total, measure: amount, leave_out: [ { id: o, when: team == \"x\", because: so } ]",
    "check: total, measure: amount, among: 'known(amount) && team == \"y\"'",
  ]

  @Test(arguments: [("\"5\"", "£126.00"), ("exclude", "£116.00")])
  func areThatNumber(_ blank: String, _ total: String) throws {
    let workdir = try Workdir()
    try workdir.write("institution.yaml", Self.institution.replacing("BLANK", with: blank))
    try workdir.write("spend.csv", Self.rows)
    try workdir.write(
      "pack.yaml",
      CheckerSample.pack(
        Self.commitments.enumerated().map { "id: A\($0), of: spend, target: '>= 1', \($1)" }))
    try workdir.run(CheckerSample.check).expect(exit: 0, ["A0 T (block) PASS: \(total)"])
    try ReadingWays.expectAgreement(in: workdir, CheckerSample.check)
  }
}
