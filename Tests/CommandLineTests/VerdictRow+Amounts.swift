extension VerdictRow {
  /// Amounts that want another sign, are shared, or only known within bounds.
  static let amounts = [
    VerdictRow(
      name: "credits published without their minus", commitment: worksShare,
      institution: [
        "amount: { type: decimal }":
          "amount: { type: decimal, negate_when: 'id.endsWith(\"/CREDIT\")' }"
      ],
      rows: "150003252/CREDIT,2024-07-01,Parks,s1,100.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["PASS: 44.44%"], never: ["No credit notes"]),
    VerdictRow(
      name: "credits with a minus already", commitment: worksShare,
      institution: [
        "amount: { type: decimal }":
          "amount: { type: decimal, negate_when: 'id.endsWith(\"/CREDIT\")' }"
      ],
      rows: "150003252/CREDIT,2024-07-01,Parks,s1,-100.00,M5 4WT,works\n", exit: 3,
      verdict: "error", says: ["spend.csv:5", "below zero already"]),
    VerdictRow(
      name: "a value that several rows share", commitment: worksShare,
      institution: dataset("value: { per: id }"),
      rows: "r3,2024-12-24,Parks,s2,200.00,M5 4WT,works\n", exit: 2, verdict: "indeterminate",
      says: ["2 rows that may count have no amount"]),
    VerdictRow(
      name: "an amount between two numbers", commitment: share(">= 30%"),
      institution: ["amount: { type: decimal }": "amount: { type: decimal, between: [0, 500] }"],
      rows: "r4,2024-07-01,Parks,s1,,M5 4WT,works\nr5,2024-07-01,Parks,s1,,M5 4WT,goods\n",
      exit: 0, verdict: "pass", says: ["PASS: between 33.33% and 66.67%", "no usable amount"]),
    VerdictRow(
      name: "an amount that is not between them", commitment: worksShare,
      institution: ["amount: { type: decimal }": "amount: { type: decimal, between: [0, 499] }"],
      exit: 3, verdict: "error", says: ["spend.csv:3", "not between 0 and 499"]),
    VerdictRow(
      name: "an amount between two numbers, nothing known of its row", commitment: share(">= 50%"),
      institution: ["amount: { type: decimal }": "amount: { type: decimal, between: [0, 500] }"],
      rows: "r4,2024-07-01,Parks,s1,,M5 4WT,\n", exit: 2, verdict: "indeterminate",
      says: ["between 33.33% and 66.67%"]),
    VerdictRow(
      name: "a sum is told with all its digits", commitment: spendTotal,
      institution: ["amount: { type: decimal }": "amount: { type: decimal, scale: 3 }"],
      rows: "r4,2024-07-01,Parks,s1,0.005,M5 4WT,works\n", exit: 0, verdict: "pass",
      json: [
        "findings/0/measurement/value": "1000.005", "findings/0/measurement/lower": "1000.005",
      ]),
  ]
}
