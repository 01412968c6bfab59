extension VerdictRow {
  private static let money = [
    "amount: { type: decimal }":
      "amount: { type: decimal, currency: { column: category, rates: fx, rate: rate } }",
    "  suppliers:\n": """
      fx:
        files: fx.csv
        key: code
        valid: { from: day }
        columns: { code: {}, day: { type: date }, rate: { type: decimal, scale: 6, currency: none } }
      suppliers:

    """,
  ]
  private static let fx =
    "code,day,rate\nEUR,2024-01-01,0.85\nEUR,2024-06-01,0.84\nUSD,2025-01-01,0.8\n"
  private static let foreign =
    Sample.header
    + "r1,2024-04-10,Housing,s1,300.00,M5 4WT,GBP\nr2,2024-05-31,Parks,s2,100.00,M3 1AA,EUR\n"
    + "r3,2024-06-01,Parks,s1,100.01,M5 4WT,EUR\n"

  /// Currencies, and rows that are in force for a time.
  static let times = [
    VerdictRow(
      name: "amounts at the rates of their days",
      commitment: spendTotal.replacing("£1", with: "£469"),
      institution: money, files: ["data/fx.csv": fx, "data/spend.csv": foreign], exit: 0,
      verdict: "pass", says: ["PASS: £469.01"]),
    VerdictRow(
      name: "no rate yet on the day", commitment: spendTotal, institution: money,
      files: [
        "data/fx.csv": fx,
        "data/spend.csv": foreign + "r4,2024-06-01,Parks,s1,100.00,M5 4WT,USD\n",
      ], exit: 2, verdict: "indeterminate",
      says: ["1 row that may count has no amount", "1 in USD without a rate"]),
    VerdictRow(
      name: "another currency without rates", commitment: spendTotal,
      institution: [
        "amount: { type: decimal }":
          "amount: { type: decimal, currency: { column: category } }"
      ],
      files: ["data/spend.csv": foreign], exit: 2, verdict: "indeterminate",
      says: ["2 rows that may count have no amount"]),
    VerdictRow(
      name: "two rates of one day", commitment: spendTotal, institution: money,
      files: [
        "data/fx.csv": fx + "EUR,2024-06-01,0.83\n", "data/spend.csv": foreign,
      ], exit: 3, verdict: "error", says: ["fx.csv:5", "the key 'EUR' of 'fx' stands twice"]),
    VerdictRow(
      name: "references that hold for a time", commitment: smallFirms.replacing("40%", with: "30%"),
      institution: [
        "key: supplier_id\n": "key: supplier_id\n    valid: { from: since, until: until }\n",
        "sme: { type: bool }":
          "sme: { type: bool }\n      since: { type: date }\n      until: { type: date }",
      ],
      files: [
        "data/suppliers.csv":
          "supplier_id,sme,since,until\ns1,yes,,2024-05-31\ns1,no,2024-06-01,\ns2,no,,\n"
      ], exit: 0, verdict: "pass", says: ["PASS: 30.00%"]),
    VerdictRow(
      name: "references that overlap", commitment: smallFirms,
      institution: [
        "key: supplier_id\n": "key: supplier_id\n    valid: { from: since, until: until }\n",
        "sme: { type: bool }":
          "sme: { type: bool }\n      since: { type: date }\n      until: { type: date }",
      ],
      files: [
        "data/suppliers.csv":
          "supplier_id,sme,since,until\ns1,yes,,2024-06-01\ns1,no,2024-06-01,\ns2,no,,\n"
      ], exit: 3, verdict: "error", says: ["suppliers.csv:3", "stands twice", "one row at a time"]),
    register("an open end that is said to be open", "open", exit: 0, "pass", "PASS: 60.00%"),
    register(
      "an open end that nobody knows", "unknown", exit: 2, "indeterminate",
      "between 0.00% and 60.00%"),
    VerdictRow(
      name: "a row that ends before it begins", commitment: share(">= 40%"),
      institution: registerKeys("open"),
      files: ["data/spend.csv": contracts + "c6,2025-02-01,Parks,2025-01-31,9.00,M5 4WT,works\n"],
      exit: 3, verdict: "error", says: ["spend.csv:7", "the row ends on 2025-01-31"]),
    turned,
  ]

  private static let turned = VerdictRow(
    name: "a row that ends before it begins, and may be in force", commitment: share(">= 40%"),
    institution: registerKeys("open, reversed: unknown"),
    files: ["data/spend.csv": contracts + "c6,2025-02-01,Parks,2025-01-31,200.00,M5 4WT,works\n"],
    exit: 0, verdict: "pass",
    says: ["PASS: between 60.00% and 66.67%", "1 end before they begin"])

  /// Contracts: one that is over, one yet to begin, two in force, one without end.
  private static let contracts =
    Sample.header
    + "c1,2020-01-01,Parks,2024-12-31,900.00,M5 4WT,works\n"
    + "c2,2025-04-01,Parks,2026-01-01,900.00,M5 4WT,works\n"
    + "c3,2020-01-01,Parks,2025-03-31,200.00,M5 4WT,goods\n"
    + "c4,2020-01-01,Parks,2030-01-01,200.00,M5 4WT,goods\n"
    + "c5,2020-01-01,Parks,,600.00,M5 4WT,works\n"

  private static func registerKeys(_ blank: String) -> [String: String] {
    [
      "period_by: date": "period_by: { from: date, to: supplier_id, blank_to: \(blank) }",
      "supplier_id: {}\n      amount": "supplier_id: { type: date }\n      amount",
      "    references: { supplier: { to: suppliers, by: supplier_id } }\n": "",
    ]
  }

  private static func register(
    _ name: String, _ blank: String, exit: Int32, _ verdict: String, _ says: String
  ) -> VerdictRow {
    VerdictRow(
      name: name, commitment: share(">= 40%"), institution: registerKeys(blank),
      files: ["data/spend.csv": contracts], exit: exit, verdict: verdict,
      says: [says, "2 not in force on 2025-03-31"])
  }
}
