import Testing

/// Mistakes in what checkers are told: each is refused with its place, and says what to do.
@Suite("What checkers refuse")
struct CheckerRefusalTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let commitment: String
    let says: String

    init(_ commitment: String, _ says: String) { (self.commitment, self.says) = (commitment, says) }

    var testDescription: String { commitment }

    static let all: [Mistake] = [
      .init("check: distinct, of: people, target: '>= 1'", "'distinct' needs 'by'"),
      .init(
        "check: distinct, of: people, by: number, target: '>= 1'",
        "'by' must be a text, but this is of type int"),
      .init("check: quantile, of: people, measure: number, target: '> 1'", "'quantile' needs 'at'"),
      .init(
        "check: quantile, at: 0%, of: people, measure: number, target: '> 1'",
        "at must be a percentage above 0% and at most 100%"),
      .init(
        "check: concentration, as: hhy, of: people, by: team, measure: number, target: '> 0'",
        "as must be one of hhi, top_share, pareto, not 'hhy'"),
      .init("check: coverage, of: people, items: [x]", "does not say where its items stand"),
      .init(
        "check: coverage, of: people, by: team, items: { team: [x] }",
        "says by itself what its lists are values of"),
      .init("check: coverage, of: people, items: {}", "there is no item to look for"),
      .init("check: coverage, of: people, by: team, items: [x, x]", "'x' is listed twice"),
      .init(
        "check: ratio, of: people, numerator: {}, target: '> 1'", "'ratio' needs 'denominator'"),
      .init(
        "check: ratio, of: people, numerator: { check: ratio }, denominator: {}, target: '> 1'",
        "'ratio' cannot be numerator of another commitment"),
      .init(
        "check: ratio, of: people, numerator: { missing: worst }, denominator: {}, target: '> 1'",
        "cannot take missing: worst"),
      .init(
        "check: ratio, of: people, numerator: { target: '> 1' }, denominator: {}, target: '> 1'",
        "unknown key 'target' in numerator of commitment A"),
      .init(
        "check: ratio, of: people, numerator: {}, target: '> 1', "
          + "denominator: { baseline: { period: previous } }",
        "unknown key 'baseline' in denominator of commitment A"),
      .init("check: growth, of: people, target: '> 1%'", "'growth' needs 'baseline'"),
      .init(
        "check: growth, of: spend, measure: amount, target: '> 1%', "
          + "baseline: { value: 20%, date: 2020-01-01 }", "not in percent"),
      .init("check: gap, of: people, where: known(team), target: '< 5%'", "'gap' needs 'per'"),
      .init(
        "check: count, of: people, target: '>= baseline'", "speaks of a baseline, and 'A' has none"),
      .init(
        "check: count, of: people, baseline: { of: people }, target: '>= 1'",
        "the baseline is not used"),
      .init(
        "check: count, of: people, baseline: { period: previous }, target: '>= baseline'",
        "'previous' is the time before the commitment's own, and it has no period"),
      .init(
        "check: count, of: people, baseline: { value: 3 }, target: '>= baseline'",
        "a baseline's value needs its date"),
      .init(
        "check: share, where: known(team), of: people, target: '<= baseline', "
          + "baseline: { value: 12, date: 2020-01-01 }", "a share is measured in percent"),
      .init(
        "check: share, where: known(team), of: people, target: '+2 over baseline', "
          + "baseline: { value: 12%, date: 2020-01-01 }", "+2 points over baseline"),
      .init(
        "check: count, of: people, target: 'twice the baseline'", "nothing of a baseline"),
      .init(
        "check: count, of: people, target: '>= 2 times baseline'",
        "says nothing of a baseline that is known here"),
      .init(
        "check: composite, of: people, members: [A]", "'composite' knows itself what it judges"),
      .init("check: composite, members: [A]", "'A' rests on itself"),
      .init(
        "check: composite, members: { B: { points: 6 } }",
        "'points' of the member 'B' says nothing without 'full_at'"),
      .init("check: composite, members: [B]", "rests on 'p/B', which is not in this run"),
      .init("check: composite, members: [B], among: 'true'", "takes no 'among'"),
      .init(
        "check: count, of: people, target: '>= measurement(\"B\")'",
        "rests on 'p/B', which is not in this run"),
      .init(
        "check: count, of: people, target: '>= math.abs(measurement(\"B\"))'",
        "cannot be bounded from its ends"),
      .init(
        "check: count, of: people, target: '>= measurement(\"B\") * measurement(\"B\")'",
        "may stand in a target once"),
      .init(
        "check: count, of: people, where: known(team), counted_once_with: [B], target: '> 0'",
        "the pack has no commitment 'B'"),
      .init(
        "check: count, of: commitments, period: fiscal_year, target: '> 0'",
        "the commitments of a run have no dates"),
      .init(
        "check: count, of: commitments, where: 'verdict == \"passed\"', target: '> 0'",
        "'passed' is no value of column 'verdict'"),
    ]
  }

  @Test(arguments: Mistake.all)
  func isRefused(_ mistake: Mistake) throws {
    let workdir = try CheckerSample.workdir(["id: A, " + mistake.commitment])
    let outcome = try workdir.run("lint", "pack.yaml", "--data", ".")
    #expect(outcome.exit == 3)
    #expect(outcome.err.contains(mistake.says), "\(outcome.err)")
    #expect(outcome.err.contains("pack.yaml:5:"), "the place is told: \(outcome.err)")
  }

  /// What only the data shows is an error of that commitment, and never a pass.
  @Test(arguments: [
    (
      "check: growth, of: spend, period: fiscal_year, measure: amount, target: '>= 1%', "
        + "baseline: { period: { from: 2020-04-01, to: 2021-03-31 } }",
      "its baseline cannot be told"
    ),
    (
      "check: total, of: spend, period: fiscal_year, measure: amount, target: '+5% a year', "
        + "baseline: { value: £100, date: 2021-06-30 }",
      "no whole years between the baseline"
    ),
    (
      "check: total, of: spend, period: fiscal_year, measure: amount, target: '>= 2 x baseline', "
        + "baseline: { value: '-£1', date: 2021-03-31 }", "the baseline is zero or less"
    ),
    (
      "check: total, of: spend, measure: amount, target: '>= measurement(\"S\")'",
      "is in another unit"
    ),
    (
      "check: gap, of: people, per: team, where: known(team), among: 'team == \"x\"', "
        + "target: '<= 5%'", "fewer than two groups"
    ),
    (
      "check: ratio, of: people, numerator: {}, denominator: { where: 'number > 90' }, "
        + "target: '>= 1'", "the denominator may be nothing, or less"
    ),
  ])
  func isNeverAPass(_ commitment: String, _ says: String) throws {
    let workdir = try CheckerSample.workdir([
      "id: A, " + commitment,
      "id: S, of: people, check: share, where: known(team), target: '>= 1%'",
    ])
    let outcome = try workdir.run(CheckerSample.check + ["--only", "A"])
    #expect(outcome.exit == 2 || outcome.exit == 3)
    #expect(outcome.flat.contains(says), "\(outcome.out)")
  }
}
