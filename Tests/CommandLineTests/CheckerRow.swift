import Testing

/// A commitment over the sample of checkers, and what it comes to.
struct CheckerRow: Sendable, CustomTestStringConvertible {
  let commitment: String
  let headline: String

  init(_ commitment: String, _ headline: String) {
    (self.commitment, self.headline) = (commitment, headline)
  }

  var testDescription: String { commitment }

  private static let year = "of: spend, period: fiscal_year"

  /// Values and their ranks.
  static let values: [CheckerRow] = [
    .init(
      "check: distinct, \(year), by: supplier, target: '>= 4'",
      "PASS: between 4 and 5, target >= 4."),
    .init(
      "check: distinct, \(year), by: supplier, target: '>= 5'",
      "CANNOT TELL: between 4 and 5, target >= 5."),
    .init(
      "check: distinct, \(year), by: supplier, where: local, target: '<= 1'",
      "FAIL: between 2 and 4, target <= 1."),
    .init(
      "check: median, \(year), measure: amount, target: '>= £50'", "PASS: £50.00, target >= £50."),
    // Of 150, 25, -10 and perhaps 50: the middle one, or the mean of the middle two.
    .init(
      "check: median, \(year), measure: amount, where: local, target: '>= £30'",
      "CANNOT TELL: between £25.00 and £37.50, target >= £30."),
    .init(
      "check: quantile, at: 90%, \(year), measure: amount, where: local, target: '> £150'",
      "FAIL: £150.00, target > £150."),
    .init(
      "check: quantile, at: 1%, \(year), measure: amount, target: '>= £0'",
      "FAIL: -£10.00, target >= £0."),
    .init(
      "check: unique, \(year), by: supplier",
      "CANNOT TELL: between 0 and 1 of 5 rows repeat a value that another has."),
    .init(
      "check: unique, of: spend, by: supplier, among: known(supplier)",
      "FAIL: 2 of 6 rows repeat a value that another has."),
    .init("check: unique, of: people, by: team", "PASS: each of 2 rows has a value of its own."),
    .init(
      "check: coverage, \(year), by: supplier, items: [A, B, E]",
      "CANNOT TELL: between 66.66% and 100.00%, target all 3."),
    .init(
      "check: coverage, of: people, by: team, items: [x, y, z]", "FAIL: 66.67%, target all 3."),
    .init(
      "check: coverage, of: people, by: team, items: [x, y]", "PASS: 100.00%, target all 2."),
    .init(
      "check: coverage, \(year), items: { supplier: [A, B], team: [x, y] }, target: '>= 50%'",
      "PASS: between 50.00% and 75.00%, target >= 50%."),
    .init(
      "check: figure, of: people, measure: number, among: 'team == \"x\"', target: '>= 60'",
      "PASS: 60, target >= 60."),
    .init(
      "check: figure, of: people, measure: number, target: '>= 60'",
      "CANNOT TELL: a figure is the number of one row, and 2 rows may be meant. Narrow `among` or "
        + "`where`."),
    // 22,500 + 40,000 + 2,500 over 425 squared, or with £25.00 more of the largest.
    .init(
      "check: concentration, as: hhi, \(year), by: supplier, measure: amount, target: '<= 0.5'",
      "PASS: between 0.3598 and 0.4187, target <= 0.5."),
    .init(
      "check: concentration, as: top_share, top: 1, \(year), by: supplier, measure: amount, "
        + "target: '<= 50%'", "CANNOT TELL: between 47.05% and 52.95%, target <= 50%."),
    .init(
      "check: concentration, as: pareto, covers: 80%, \(year), by: supplier, measure: amount, "
        + "target: '<= 2'", "PASS: 2, target <= 2."),
    .init(
      "check: value, of: people, quantity: number, proxy: '2.5', deadweight: 10%, "
        + "attribution: '0.5', target: '>= 112.5'", "PASS: 112.5, target >= 112.5."),
  ]

  /// Numbers that are made of others.
  static let parts: [CheckerRow] = [
    .init(
      "check: ratio, \(year), numerator: { measure: amount, where: local }, "
        + "denominator: { measure: amount }, target: '>= 50%'",
      "CANNOT TELL: between 39.75% and 51.81%, target >= 50%."),
    .init(
      "check: ratio, \(year), numerator: { measure: amount }, "
        + "denominator: { of: people, measure: number, period: all }, target: '>= 4.15'",
      "PASS: 4.15, target >= 4.15."),
    .init(
      "check: ratio, \(year), numerator: { measure: amount }, baseline: { period: previous }, "
        + "denominator: { of: people, measure: number, period: all }, target: '+0.2 over baseline'",
      "FAIL: 4.15, target +0.2 over baseline (4.2)."),
    .init(
      "check: growth, \(year), measure: amount, where: local, baseline: { period: previous }, "
        + "target: '>= 65%'", "PASS: between 65.00% and 115.00%, target >= 65%."),
    .init(
      "check: growth, as: factor, \(year), measure: amount, where: local, "
        + "baseline: { value: £200, date: 2020-03-31 }, target: '>= 1'",
      "CANNOT TELL: between 0.825 and 1.075, target >= 1."),
    .init(
      "check: growth, as: difference, \(year), measure: amount, baseline: { period: previous }, "
        + "target: '>= £15.01'", "FAIL: £15.00, target >= £15.01."),
    // Team x: 140 of 190, or all of it; team y: 25 of 225.
    .init(
      "check: gap, \(year), per: team, measure: amount, where: local, target: '<= 60%'",
      "FAIL: between 62.57% and 88.89%, target <= 60%."),
    // 190 and 225 of 415 against 60 and 40 of 100.
    .init(
      "check: gap, as: ratio, \(year), per: team, measure: amount, "
        + "compared_with: { of: people, measure: number, period: all }, target: '>= 75%'",
      "PASS: 76.31%, target >= 75%."),
    // £400 of income, £165 to £215 spent here, £100 of it answered for, £30 spent here again.
    .init(
      "check: multiplier, of: people, income: { of: spend, measure: amount, "
        + "among: 'date < date(\"2024-01-01\")' }, local: { of: spend, measure: amount, "
        + "where: local, among: 'date >= date(\"2024-01-01\")' }, "
        + "answered: { measure: number, where: 'team == \"x\"' }, "
        + "respent: { measure: 'number - 10', where: 'team == \"y\"' }, target: '>= 1.4'",
      "PASS: between 1.4875 and 2, target >= 1.4."),
    .init(
      "check: multiplier, minimum_coverage: 50%, of: people, income: { of: spend, measure: amount }, "
        + "local: { of: spend, measure: amount }, answered: { measure: number }, "
        + "respent: { measure: number }, target: '>= 1.4'",
      "CANNOT TELL: only 12.26% of it is answered for, and 50.00% are wanted before anything is "
        + "said."),
  ]

  /// Lines that are drawn from a baseline.
  static let lines: [CheckerRow] =
    [
      ("total, measure: amount, where: local", "'+£65 over baseline'", "PASS", "£165.00"),
      ("total, measure: amount, where: local", "'+£66 over baseline'", "CANNOT TELL", "£166.00"),
      ("total, measure: amount, where: local", "'>= 2.2 x baseline'", "FAIL", "£220.00"),
      ("total, measure: amount, where: local", "'+65% over baseline'", "PASS", "£165.00"),
      ("total, measure: amount, where: local", "'+65% a year'", "PASS", "£165.00"),
      ("total, measure: amount, where: local", "'<= baseline'", "FAIL", "£100.00"),
    ].map { check, target, verdict, line in
      .init(
        "check: \(check), \(year), baseline: { period: previous }, target: \(target)",
        "\(verdict): between £165.00 and £215.00, target \(target.dropFirst().dropLast()) (\(line))."
      )
    } + [
      .init(
        "check: share, measure: amount, where: local, \(year), baseline: { period: previous }, "
          + "target: '+15 points over baseline'",
        "CANNOT TELL: between 39.75% and 51.81%, target +15 points over baseline (40.00%)."),
      .init(
        "check: count, \(year), baseline: { value: 4, date: 2023-03-31 }, target: '+11% a year'",
        "PASS: 5, target +11% a year (4.9284)."),
      .init(
        "check: total, measure: amount, of: spend, period: { from: 2023-04-01, to: 2024-03-31 }, "
          + "baseline: { period: { from: 2024-04-01, to: 2025-03-31 }, where: local }, "
          + "target: '>= 2 x baseline'",
        "CANNOT TELL: £400.00, target >= 2 x baseline (between £330.00 and £430.00)."),
    ]
}
