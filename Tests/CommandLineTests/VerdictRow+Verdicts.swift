extension VerdictRow {
  /// Each verdict under each enforcement.
  static let verdicts = [
    VerdictRow(
      name: "pass", commitment: share(">= 40%"), exit: 0, verdict: "pass",
      says: ["PASS: 50.00%, target >= 40%.", "Headroom: a further £250.00", "Result: PASS"],
      json: ["findings/0/measurement/value": "0.5000", "findings/0/headroom": "250.00"]),
    VerdictRow(
      name: "pass on the line", commitment: share(">= 50%"), exit: 0, verdict: "pass",
      says: ["PASS: 50.00%, target >= 50%."], json: ["findings/0/headroom": "0.00"]),
    VerdictRow(
      name: "fail past the line", commitment: share("> 50%"), exit: 1, verdict: "fail",
      says: ["FAIL: 50.00%, target > 50%."]),
    VerdictRow(
      name: "fail", commitment: share(">= 60%"), exit: 1, verdict: "fail",
      says: ["FAIL: 50.00%, target >= 60%.", "Short by £250.00", "Result: FAIL"],
      json: ["findings/0/shortfall": "250.00", "findings/0/headroom": "null"]),
    VerdictRow(
      name: "fail as a warning", commitment: share(">= 60%", "enforcement: warn"), exit: 0,
      verdict: "fail", says: ["A First (warn)", "FAIL: 50.00%", "1 fail"]),
    VerdictRow(
      name: "fail as a report", commitment: share(">= 60%", "enforcement: report"), exit: 0,
      verdict: "fail", says: ["A First (report)", "FAIL: 50.00%"]),
    VerdictRow(
      name: "indeterminate", commitment: share(">= 40%"), rows: unknown, exit: 2,
      verdict: "indeterminate",
      says: [
        "CANNOT TELL: between 25.00% and 75.00%, target >= 40%.",
        "1 row (£1,000.00) has no usable category.", "One row settles it: r4 (£1,000.00).",
        "If it counts: at least 75.00%, pass. If it does not: at most 25.00%, fail.",
      ],
      json: [
        "findings/0/measurement/value": "null", "findings/0/measurement/lower": "0.2500",
        "findings/0/measurement/upper": "0.7500", "findings/0/measurement/unknown": "1000.00",
        "findings/0/measurement/unknown_rows": "1", "findings/0/settles/pass/0/key": "r4",
      ]),
    VerdictRow(
      name: "indeterminate as a warning", commitment: share(">= 40%", "enforcement: warn"),
      rows: unknown, exit: 0, verdict: "indeterminate", says: ["CANNOT TELL: between 25.00%"]),
    VerdictRow(
      name: "error", commitment: share(">= 40%"),
      rows: "r4,2024-07-01,Parks,s1,1.5e3,M5 4WT,works\n",
      exit: 3, verdict: "error",
      says: [
        "spend.csv:5: column 'amount': error: the cell is not a number", "5 | 1.5e3", "help:",
      ],
      json: ["findings/0/errors": "1", "findings/0/measurement": "null"]),
    VerdictRow(
      name: "error as a report", commitment: share(">= 40%", "enforcement: report"),
      rows: "r4,2024-07-01,Parks,s1,1.234,M5 4WT,works\n", exit: 3, verdict: "error",
      says: ["the number has 3 digits behind the point, and the column's scale is 2"]),
    VerdictRow(
      name: "error in a column that is not used", commitment: share(">= 40%"),
      institution: ["category: {}": "category: {}\n      due: { type: date }"],
      files: [
        "data/spend.csv": "id,date,department,supplier_id,amount,postcode,category,due\n"
          + "r1,2024-04-10,Housing,s1,300.00,M5 4WT,works,soon\n"
      ],
      exit: 0, verdict: "pass", says: ["PASS: 100.00%"]),
    VerdictRow(
      name: "faults of one kind are said once and all counted", commitment: share(">= 40%"),
      rows: (1...25).map { "x\($0),2024-07-01,Parks,s1,many,M5 4WT,works\n" }.joined(), exit: 3,
      verdict: "error",
      says: [
        "25 errors in the data", "spend.csv:5: column 'amount'",
        "so are 24 more cells of this column",
      ],
      json: ["findings/0/errors": "25"]),
    VerdictRow(
      name: "nothing selected", commitment: share(">= 40%", "among: amount > 10000.00"), exit: 2,
      verdict: "indeterminate",
      says: [
        "no row of spend from 2024-04-01 to 2025-03-31 is selected, so there is nothing to judge"
      ]),
    VerdictRow(
      name: "nothing selected, which may be",
      commitment: share(">= 40%", "among: amount > 10000.00\nmay_be_empty: true"), exit: 2,
      verdict: "not_applicable", says: ["NOT APPLICABLE: no row of spend", "nothing was evaluated"]),
    VerdictRow(
      name: "a literal that the column never holds",
      commitment: "check: share\nmeasure: amount\nwhere: category == \"work\"\ntarget: \">= 0%\"",
      exit: 2, verdict: "indeterminate",
      says: [
        "The text 'work' never stands in column 'category'", "the nearest value there is 'works'",
      ]),
    VerdictRow(
      name: "a literal that is never held makes no exception",
      commitment: "check: share\nmeasure: amount\nwhere: category != \"wroks\"\ntarget: \">= 90%\"",
      exit: 2, verdict: "indeterminate", says: ["'wroks' never stands", "'works'"]),
    // An accent written as one letter and as two looks the same and compares as different.
    VerdictRow(
      name: "a literal that only looks like what the column holds",
      commitment: "check: share\nmeasure: amount\nwhere: category != \"Caf\u{E9}\"\n"
        + "target: \">= 90%\"" + year,
      rows: "r4,2024-07-01,Parks,s1,5000.00,M5 4WT,Cafe\u{301}\n", exit: 2,
      verdict: "indeterminate",
      says: ["never stands in column 'category'", "looks the same and is written with other bytes"]),
    VerdictRow(
      name: "a literal that only looks like what a blank stands for",
      commitment: "check: share\nmeasure: amount\nwhere: category != \"Caf\u{E9}\"\n"
        + "target: \">= 90%\"" + year,
      institution: ["category: {}": "category: { blank: Cafe\u{301} }"], exit: 2,
      verdict: "indeterminate", says: ["never stands in column 'category'"]),
  ]

  /// One plain figure of each checker.
  static let checkers = [
    VerdictRow(
      name: "a share without measure counts rows",
      commitment: "check: share\nwhere: category == \"works\"\ntarget: \">= 60%\"" + year, exit: 0,
      verdict: "pass", says: ["PASS: 66.67%", "Rows are counted, not money."],
      json: ["findings/0/measurement/numerator": "2", "findings/0/measurement/denominator": "3"]),
    VerdictRow(
      name: "total",
      commitment: "check: total\nmeasure: amount\ntarget: between £900 and £1k" + year,
      exit: 0, verdict: "pass", says: ["PASS: £1,000.00, target between £900 and £1k."]),
    VerdictRow(
      name: "count",
      commitment: "check: count\nwhere: category == \"works\"\ntarget: \"= 2\"" + year,
      exit: 0, verdict: "pass", says: ["PASS: 2, target = 2."]),
    VerdictRow(
      name: "mean", commitment: "check: mean\nmeasure: amount\ntarget: \"<= £300\"" + year, exit: 1,
      verdict: "fail", says: ["FAIL: £333.33, target <= £300."]),
    VerdictRow(
      name: "every", commitment: "check: every\nwhere: amount <= 400.00" + year, exit: 1,
      verdict: "fail", says: ["FAIL: 1 of 3 rows breaches the rule.", "- r2 (spend.csv:3)"]),
    VerdictRow(
      name: "every passes only without unknowns",
      commitment: "check: every\nwhere: category in [\"works\", \"goods\"]" + year, rows: unknown,
      exit: 2, verdict: "indeterminate", says: ["between 0 and 1 of 4 rows breach the rule"]),
  ]
}
