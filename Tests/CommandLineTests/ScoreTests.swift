import Testing

/// Points that a share earns: six for half of it or more, and below it in proportion.
@Suite("Scores")
struct ScoreTests {
  private static let share =
    "id: S, of: spend, check: share, measure: amount, where: local, target: '>= 1%'"

  /// Local £165.00 or £215.00 of £415.00: 39.759% to 51.807%; a fifth of 12 points is 2.4.
  @Test(arguments: [
    ("fiscal_year", "50%", "6", "Earns between 4.771 and 6 of 6 points."),
    ("fiscal_year", "100%", "6", "Earns between 2.3855 and 3.1085 of 6 points."),
    ("fiscal_year", "10%", "2.5", "Earns 2.5 of 2.5 points."),
    ("{ from: 2023-04-01, to: 2024-03-31 }", "50%", "6", "Earns 3 of 6 points."),
    ("{ from: 2023-06-01, to: 2023-06-30 }", "50%", "6", "Earns 0 of 6 points."),
  ]) func isInProportion(
    _ period: String, _ full: String, _ points: String, _ phrase: String
  ) throws {
    let promise =
      "\(Self.share), period: \(period), score: { full_at: \(full), points: \(points) }"
    // Nothing of the last is local.
    let code: Int32 = phrase.hasPrefix("Earns 0") ? 1 : 0
    try CheckerSample.workdir([promise]).run(CheckerSample.check).expect(exit: code, [phrase])
  }

  @Test func isInTheReport() throws {
    let promise = Self.share + ", period: fiscal_year, score: { full_at: 50%, points: 6 }"
    let json = try CheckerSample.workdir([promise]).run(CheckerSample.check + ["--report", "json"])
      .json()
    #expect(json["result/findings/0/score/lower"] == "4.771")
    #expect(json["result/findings/0/score/upper"] == "6")
    #expect(json["result/findings/0/score/of"] == "6")
  }

  @Test(arguments: [
    ("{ full_at: 0%, points: 6 }", "full_at must be a percentage above 0%"),
    ("{ full_at: 0.5, points: 6 }", "full_at must be a percentage"),
    ("{ full_at: 50%, points: 0 }", "points must be a number above zero"),
    ("{ full_at: 50% }", "has no 'points'"), ("{ full: 50%, points: 1 }", "unknown key 'full'"),
    ("6", "must be a mapping"),
  ]) func mistakesAreNamed(_ score: String, _ phrase: String) throws {
    try CheckerSample.workdir(["\(Self.share), score: \(score)"]).run("lint", "pack.yaml")
      .expect(exit: 3, [phrase])
  }

  @Test func growsWithTheShare() throws {
    let ceiling = Self.share.replacing(">= 1%", with: "<= 10%")
    try CheckerSample.workdir(["\(ceiling), score: { full_at: 50%, points: 6 }"])
      .run("lint", "pack.yaml").expect(exit: 3, ["a score grows with the share"])
  }

  @Test func isOfSharesOnly() throws {
    let total = "id: T, of: spend, check: count, target: '>= 1', score: { full_at: 50%, points: 6 }"
    try CheckerSample.workdir([total]).run("lint", "pack.yaml").expect(
      exit: 3, ["'count' measures no share, so it earns no points"])
  }
}
