extension VerdictRow {
  /// Whether all that should be there is.
  static let completeness = [
    VerdictRow(
      name: "every month has its file", commitment: worksShare,
      institution: dataset("expect: { a_file_each: quarter, from: 2024-04, to: 2024-04 }"),
      exit: 0, verdict: "pass"),
    VerdictRow(
      name: "a month is missing", commitment: worksShare,
      institution: dataset("expect: { a_file_each: month, from: 2024-04, to: 2024-05 }"),
      exit: 2, verdict: "indeterminate",
      says: ["there are no rows of spend for the month 2024-05, which are expected"]),
    VerdictRow(
      name: "a missing month outside the period", commitment: worksShare,
      institution: dataset("expect: { a_file_each: month, from: 2024-03, to: 2024-03 }"),
      exit: 0, verdict: "pass"),
    VerdictRow(
      name: "a control total that agrees", commitment: worksShare,
      institution: dataset("control_total: { amount: \"1.0k\", source: note 7 }"), exit: 0,
      verdict: "pass"),
    VerdictRow(
      name: "a control total within its tolerance", commitment: worksShare,
      institution: dataset("control_total: { amount: 1004.9, tolerance: 0.5%, column: amount }"),
      exit: 0, verdict: "pass"),
    VerdictRow(
      name: "a control total that differs", commitment: worksShare,
      institution: dataset("control_total: { amount: 1005.1, tolerance: 0.5%, source: note 7 }"),
      exit: 2, verdict: "indeterminate",
      says: ["add up to 1,000.00 in amount, but should come to 1005.1 (note 7)"]),
    VerdictRow(
      name: "the number of rows", commitment: worksShare,
      institution: dataset("expect: { rows: 4 }"),
      exit: 3, verdict: "error", says: ["'spend' has 3 rows, and 4 are expected"]),
    VerdictRow(
      name: "rows outside the period are said", commitment: worksShare,
      rows: "r4,2019-07-01,Parks,s1,70.00,M5 4WT,goods\n", exit: 0, verdict: "pass",
      says: ["1 row (£70.00) is dated outside these days"],
      json: ["findings/0/measurement/outside_period": "1"]),
    VerdictRow(
      name: "a table that nobody names is said", commitment: worksShare,
      files: ["data/May.xlsx": "PK"], exit: 0, verdict: "pass",
      says: ["not read, since no dataset names it: 'May.xlsx'"]),
  ]
}
