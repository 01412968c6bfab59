extension VerdictRow {
  /// Rows that only add up others.
  static let totalRows = [
    VerdictRow(
      name: "a total row that is declared", commitment: worksShare,
      institution: dataset("total_rows: { column: department, cells: [Total], amount: amount }"),
      rows: ",,Total,,1000.00,,\n", exit: 0, verdict: "pass",
      says: ["PASS: 50.00%", "1 total row checked, not counted"],
      json: ["findings/0/measurement/denominator": "1000.00"]),
    VerdictRow(
      name: "a total row that does not add up", commitment: worksShare,
      institution: dataset("total_rows: { column: department, cells: [Total], amount: amount }"),
      rows: ",,Total,,1000.01,,\n", exit: 3, verdict: "error",
      says: ["spend.csv:5", "the rows above add up to 1000.00"]),
    VerdictRow(
      name: "a total row that nobody declared", commitment: worksShare,
      rows: ",,Total,,1000.00,,\n",
      exit: 3, verdict: "error", says: ["spend.csv:5", "looks like a total", "total_rows:"]),
    VerdictRow(
      name: "a row that looks like a total is not counted as a row either",
      commitment: "check: count\ntarget: \"<= 3\"", rows: ",,Grand Total,,1000.00,,\n", exit: 3,
      verdict: "error", says: ["its amount 1000.00 is the sum of the rows above it"]),
    VerdictRow(
      name: "a total row with another word than those declared", commitment: worksShare,
      institution: dataset("total_rows: { column: department, cells: [Sum], amount: amount }"),
      rows: ",,Grand Total,,1000.00,,\n", exit: 3, verdict: "error",
      says: ["spend.csv:5", "looks like a total"]),
    VerdictRow(
      name: "a total row of which an undeclared column tells", commitment: worksShare,
      files: [
        "data/spend.csv": Sample.spend.replacing("category\n", with: "category,note\n")
          .replacing("works\n", with: "works,\n").replacing("goods\n", with: "goods,\n")
          + ",,Parks,s1,1000.00,,,Grand Total\n"
      ], exit: 3, verdict: "error", says: ["spend.csv:5", "looks like a total"]),
    VerdictRow(
      name: "a row that says nothing but Total, whatever its number", commitment: worksShare,
      rows: ",,Total,,999.99,,\n", exit: 3, verdict: "error",
      says: ["spend.csv:5", "its amount 999.99 stands beside nothing but that word"]),
    VerdictRow(
      name: "a part's total", commitment: worksShare,
      rows: ",,Total Parks,,1000.00,,\n", exit: 3, verdict: "error", says: ["spend.csv:5"]),
    VerdictRow(
      name: "a row that says Total and is none", commitment: worksShare,
      rows: "r4,2024-07-01,Total,s1,1.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["1 row says Total, though no sum of the rows above: counted"]),
    VerdictRow(
      name: "a supplier that is called Total", commitment: worksShare,
      institution: dataset("total_rows: { column: department, cells: [Total], amount: amount }"),
      rows: "r4,2024-07-01,Total Gas & Power,s1,900.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["PASS: 73.68%"]),
  ]
}
