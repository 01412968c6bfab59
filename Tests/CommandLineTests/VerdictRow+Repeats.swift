extension VerdictRow {
  /// Rows and files that stand twice.
  static let repeats = [
    VerdictRow(
      name: "repeated rows are reported", commitment: worksShare,
      institution: dataset("duplicates: { key: [id, department], then: report }"),
      rows: "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["PASS: 58.33%", "1 row repeats the id, department of another, counted"]),
    VerdictRow(
      name: "repeated rows are dropped", commitment: worksShare,
      institution: dataset("duplicates: { key: [id], then: drop }"),
      rows: "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["PASS: 50.00%", "dropped"]),
    VerdictRow(
      name: "rows with one key and other cells are not dropped", commitment: worksShare,
      institution: dataset("duplicates: { key: [id], then: drop }"),
      rows: "r3,2024-12-24,Parks,s1,200.01,M5 4WT,works\n", exit: 3, verdict: "error",
      says: ["spend.csv:5", "the row has the same id as spend.csv:4, and other cells differ"]),
    VerdictRow(
      name: "rows of two files that differ in the file's name are not dropped",
      commitment: worksShare,
      institution: [
        "files: spend.csv": "files: \"spend*.csv\"",
        "period_by: date": "period_by: date\n    duplicates: { key: [id], then: drop }",
        "category: {}": "category: {}\n      month: { from_file: '(\\d+|spend)\\.csv' }",
      ],
      files: ["data/spend2.csv": Sample.header + "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n"],
      exit: 3, verdict: "error", says: ["spend2.csv:2", "and other cells differ"]),
    VerdictRow(
      name: "rows without a key are compared with none", commitment: worksShare,
      institution: dataset("duplicates: { key: [id], then: refuse }"),
      rows: ",2024-12-24,Parks,s1,200.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["1 row has no key for duplicates and may repeat another"]),
    VerdictRow(
      name: "repeated rows are refused", commitment: worksShare,
      institution: dataset("duplicates: { key: [id], then: refuse }"),
      rows: "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n", exit: 3, verdict: "error",
      says: ["the row has the same id as spend.csv:4"]),
    VerdictRow(
      name: "one file twice with other line ends", commitment: worksShare,
      institution: ["files: spend.csv": "files: \"spend*.csv\""],
      files: ["data/spend2.csv": Sample.spend.replacing("\n", with: "\r\n")], exit: 3,
      verdict: "error", says: ["the file has the same rows as 'spend.csv'"]),
  ]
}
