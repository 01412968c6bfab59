extension VerdictRow {
  private static let half = share(">= 40%")
  private static let total = "check: total\nmeasure: amount\ntarget: \">= £1\"" + year

  /// The sample's ledger with another text for one key of its description.
  private static func spend(_ more: String) -> [String: String] {
    [
      "period_by: date": "period_by: date\n"
        + more.split(separator: "\n").map { "    \($0)\n" }
        .joined().dropLast()
    ]
  }

  private static func column(_ name: String, _ text: String) -> [String: String] {
    ["\(name): {}": "\(name): \(text)"]
  }

  /// Where the cells of a column come from.
  static let origins = [
    VerdictRow(
      name: "files with settings of their own", commitment: half,
      institution: [
        "files: spend.csv": """
        files:
              - { path: may.csv, format: { delimiter: ";", encoding: windows-1252, header_row: 2 }, columns: { date: { format: d.M.yyyy }, amount: { from: Value } } }
              - "*s*d.csv"
              - "[m]a*.csv"
        """
      ],
      files: [
        "data/may.csv":
          "May;;;;;;\nid;date;department;supplier_id;VALUE;postcode;category\n"
          + "m1;7.5.2024;Parks;s1;1,000.00;M5 4WT;works\n",
        "data/march.csv": Sample.header + "n1,2025-03-01,Parks,s1,500.00,M5 4WT,goods\n",
      ], exit: 0, verdict: "pass", says: ["PASS: 60.00%", "5 rows in 3 files"],
      json: ["findings/0/measurement/denominator": "2500.00"]),
    VerdictRow(
      name: "an item whose files all belong above", commitment: half,
      institution: [
        "files: spend.csv":
          "files: [{ path: spend.csv, format: { encoding: auto } }, \"sp*.csv\"]"
      ], exit: 3, verdict: "error", says: ["every file of this item belongs to an item above"]),
    VerdictRow(
      name: "a repeated header by its place among them", commitment: half,
      institution: column("category", "{ from: { header: category, nth: 2 } }"),
      files: [
        "data/spend.csv": Sample.spend.replacing("category\n", with: "category,category\n")
          .replacing("works\n", with: "x,works\n").replacing("goods\n", with: "x,goods\n")
      ], exit: 0, verdict: "pass", says: ["PASS: 50.00%"]),
    VerdictRow(
      name: "a nameless column by position", commitment: half,
      institution: column("category", "{ from: { position: 7 } }"),
      files: ["data/spend.csv": Sample.spend.replacing(",category\n", with: ",\n")],
      exit: 0, verdict: "pass", says: ["PASS: 50.00%"]),
    VerdictRow(
      name: "a position that no file has", commitment: half,
      institution: column("category", "{ from: { position: 9 } }"), exit: 3, verdict: "error",
      says: ["spend.csv:1", "7"]),
    VerdictRow(
      name: "headers in two rows", commitment: half,
      institution: [
        "period_by: date": "period_by: date\n    format: { header_rows: 2 }",
        "amount: { type: decimal }": "amount: { from: Amount Net, type: decimal }",
      ],
      files: [
        "data/spend.csv":
          "id,date,department,supplier_id,postcode,category,Amount,,\n,,,,,,Gross,VAT,Net\n"
          + "r1,2024-04-10,Housing,s1,M5 4WT,works,360.00,60.00,300.00\n"
          + "r2,2024-06-01,Parks,s2,M3 1AA,goods,600.00,100.00,500.00\n"
      ], exit: 1, verdict: "fail", says: ["FAIL: 37.50%"]),
    VerdictRow(
      name: "the same in all rows, and part of the file's name",
      commitment: total + "\nwhere: body == \"Northgate\" && month == date(\"2024-04-01\")",
      institution: [
        "category: {}":
          "category: {}\n      body: { set: Northgate }\n      month: { from_file: '(\\d{4}-\\d\\d)', type: date, format: yyyy-MM }",
        "files: spend.csv": "files: \"spend*.csv\"",
      ],
      files: ["data/spend.csv": "", "data/spend-2024-04.csv": Sample.spend], exit: 3,
      verdict: "error", says: ["spend.csv", "the file is empty"]),
    VerdictRow(
      name: "a month out of the file's name",
      commitment: total.replacing("£1", with: "£1000") + "\nwhere: body == \"Northgate\"",
      institution: [
        "category: {}":
          "category: {}\n      body: { set: Northgate }\n      month: { from_file: '(\\d{4}-\\d\\d)', type: date, format: yyyy-MM }",
        "period_by: date": "period_by: month", "files: spend.csv": "files: \"s*-*.csv\"",
      ],
      files: ["data/spend-2024-04.csv": Sample.spend], exit: 0, verdict: "pass",
      says: ["£1,000.00"]),
    VerdictRow(
      name: "a file's name without the month", commitment: total,
      institution: [
        "category: {}":
          "category: {}\n      month: { from_file: '(\\d{4}-\\d\\d)', type: date, format: yyyy-MM }"
      ], exit: 3, verdict: "error", says: ["spend.csv", "\\d{4}-\\d\\d"]),
    VerdictRow(
      name: "an id out of a longer cell",
      commitment: "check: share\nmeasure: amount\nwhere: supplier.sme\ntarget: \">= 40%\"" + year,
      institution: [
        "supplier_id: {}\n      amount": "supplier_id: { extract: '^(\\S+) : ' }\n      amount"
      ],
      files: [
        "data/spend.csv": Sample.spend.replacing(",s1,", with: ",s1 : Ann Ltd,")
          .replacing(",s2,", with: ",s2 : Bob : Sons,")
      ], exit: 0, verdict: "pass", says: ["PASS: 50.00%"]),
    VerdictRow(
      name: "a cell that extract does not fit", commitment: small,
      institution: column("supplier_id", "{ extract: '^(\\S+) : ' }"), exit: 3, verdict: "error",
      says: ["spend.csv:2", "supplier_id", "no_match"]),
    VerdictRow(
      name: "a cell that extract need not fit", commitment: small,
      institution: column("supplier_id", "{ extract: '^(\\S+) : ', no_match: whole }"), exit: 0,
      verdict: "pass", says: ["PASS: 50.00%"]),
    VerdictRow(
      name: "the postcode in an address",
      commitment: "check: share\nmeasure: amount\nwhere: postcode in area(\"home\")\n"
        + "target: \">= 40%\"" + year,
      institution: [
        "postcode: { type: postcode }": "postcode: { type: postcode, extract: postcode }"
      ],
      files: [
        "data/spend.csv": Sample.spend.replacing("M5 4WT", with: "\"1 High St, Salford, m54wt.\"")
      ], exit: 0, verdict: "pass", says: ["PASS: 50.00%"]),
    VerdictRow(
      name: "cells that say nothing by pattern, and cells blacked out", commitment: half,
      institution: column(
        "category",
        "{ unknown_tokens: [{ matches: 'not yet.*' }], redacted: [{ matches: 'REDACT(ED)? .*' }] }"),
      rows: "r4,2024-07-01,Parks,s1,100.00,M5 4WT,not yet known\n"
        + "r5,2024-07-01,Parks,s1,100.00,M5 4WT,REDACTED PERSONAL DATA\n"
        + "r6,2024-07-01,Parks,s1,100.00,M5 4WT,REDACTA\n", exit: 2, verdict: "indeterminate",
      says: ["between 38.46% and 53.85%", "1 redacted in category"]),
  ]

  private static let small =
    "check: share\nmeasure: amount\nwhere: supplier.sme\ntarget: \">= 40%\"" + year

  /// Rows that are none, stand twice, or want another number.
  static let rows = [
    VerdictRow(
      name: "a total row that is declared", commitment: half,
      institution: spend("total_rows: { column: department, cells: [Total], amount: amount }"),
      rows: ",,Total,,1000.00,,\n", exit: 0, verdict: "pass",
      says: ["PASS: 50.00%", "1 total row checked, not counted"],
      json: ["findings/0/measurement/denominator": "1000.00"]),
    VerdictRow(
      name: "a total row that does not add up", commitment: half,
      institution: spend("total_rows: { column: department, cells: [Total], amount: amount }"),
      rows: ",,Total,,1000.01,,\n", exit: 3, verdict: "error",
      says: ["spend.csv:5", "the rows above add up to 1000.00"]),
    VerdictRow(
      name: "a total row that nobody declared", commitment: half, rows: ",,Total,,1000.00,,\n",
      exit: 3, verdict: "error", says: ["spend.csv:5", "looks like a total", "total_rows:"]),
    VerdictRow(
      name: "a row that looks like a total is not counted as a row either",
      commitment: "check: count\ntarget: \"<= 3\"", rows: ",,Grand Total,,1000.00,,\n", exit: 3,
      verdict: "error", says: ["its amount 1000.00 is the sum of the rows above it"]),
    VerdictRow(
      name: "a total row with another word than those declared", commitment: half,
      institution: spend("total_rows: { column: department, cells: [Sum], amount: amount }"),
      rows: ",,Grand Total,,1000.00,,\n", exit: 3, verdict: "error",
      says: ["spend.csv:5", "looks like a total"]),
    VerdictRow(
      name: "a total row of which an undeclared column tells", commitment: half,
      files: [
        "data/spend.csv": Sample.spend.replacing("category\n", with: "category,note\n")
          .replacing("works\n", with: "works,\n").replacing("goods\n", with: "goods,\n")
          + ",,Parks,s1,1000.00,,,Grand Total\n"
      ], exit: 3, verdict: "error", says: ["spend.csv:5", "looks like a total"]),
    VerdictRow(
      name: "a row that says nothing but Total, whatever its number", commitment: half,
      rows: ",,Total,,999.99,,\n", exit: 3, verdict: "error",
      says: ["spend.csv:5", "its amount 999.99 stands beside nothing but that word"]),
    VerdictRow(
      name: "a part's total", commitment: half,
      rows: ",,Total Parks,,1000.00,,\n", exit: 3, verdict: "error", says: ["spend.csv:5"]),
    VerdictRow(
      name: "a row that says Total and is none", commitment: half,
      rows: "r4,2024-07-01,Total,s1,1.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["1 row says Total, though no sum of the rows above: counted"]),
    VerdictRow(
      name: "a supplier that is called Total", commitment: half,
      institution: spend("total_rows: { column: department, cells: [Total], amount: amount }"),
      rows: "r4,2024-07-01,Total Gas & Power,s1,900.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["PASS: 73.68%"]),
    VerdictRow(
      name: "repeated rows are reported", commitment: half,
      institution: spend("duplicates: { key: [id, department], then: report }"),
      rows: "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["PASS: 58.33%", "1 row repeats the id, department of another, counted"]),
    VerdictRow(
      name: "repeated rows are dropped", commitment: half,
      institution: spend("duplicates: { key: [id], then: drop }"),
      rows: "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["PASS: 50.00%", "dropped"]),
    VerdictRow(
      name: "rows with one key and other cells are not dropped", commitment: half,
      institution: spend("duplicates: { key: [id], then: drop }"),
      rows: "r3,2024-12-24,Parks,s1,200.01,M5 4WT,works\n", exit: 3, verdict: "error",
      says: ["spend.csv:5", "the row has the same id as spend.csv:4, and other cells differ"]),
    VerdictRow(
      name: "rows of two files that differ in the file's name are not dropped", commitment: half,
      institution: [
        "files: spend.csv": "files: \"spend*.csv\"",
        "period_by: date": "period_by: date\n    duplicates: { key: [id], then: drop }",
        "category: {}": "category: {}\n      month: { from_file: '(\\d+|spend)\\.csv' }",
      ],
      files: ["data/spend2.csv": Sample.header + "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n"],
      exit: 3, verdict: "error", says: ["spend2.csv:2", "and other cells differ"]),
    VerdictRow(
      name: "rows without a key are compared with none", commitment: half,
      institution: spend("duplicates: { key: [id], then: refuse }"),
      rows: ",2024-12-24,Parks,s1,200.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["1 row has no key for duplicates and may repeat another"]),
    VerdictRow(
      name: "repeated rows are refused", commitment: half,
      institution: spend("duplicates: { key: [id], then: refuse }"),
      rows: "r3,2024-12-24,Parks,s1,200.00,M5 4WT,works\n", exit: 3, verdict: "error",
      says: ["the row has the same id as spend.csv:4"]),
    VerdictRow(
      name: "one file twice with other line ends", commitment: half,
      institution: ["files: spend.csv": "files: \"spend*.csv\""],
      files: ["data/spend2.csv": Sample.spend.replacing("\n", with: "\r\n")], exit: 3,
      verdict: "error", says: ["the file has the same rows as 'spend.csv'"]),
    VerdictRow(
      name: "credits published without their minus", commitment: half,
      institution: [
        "amount: { type: decimal }":
          "amount: { type: decimal, negate_when: 'id.endsWith(\"/CREDIT\")' }"
      ],
      rows: "150003252/CREDIT,2024-07-01,Parks,s1,100.00,M5 4WT,works\n", exit: 0, verdict: "pass",
      says: ["PASS: 44.44%"], never: ["No credit notes"]),
    VerdictRow(
      name: "credits with a minus already", commitment: half,
      institution: [
        "amount: { type: decimal }":
          "amount: { type: decimal, negate_when: 'id.endsWith(\"/CREDIT\")' }"
      ],
      rows: "150003252/CREDIT,2024-07-01,Parks,s1,-100.00,M5 4WT,works\n", exit: 3,
      verdict: "error", says: ["spend.csv:5", "below zero already"]),
    VerdictRow(
      name: "a value that several rows share", commitment: half,
      institution: spend("value: { per: id }"),
      rows: "r3,2024-12-24,Parks,s2,200.00,M5 4WT,works\n", exit: 2, verdict: "indeterminate",
      says: ["2 rows that may count have no amount"]),
    VerdictRow(
      name: "an amount between two numbers", commitment: share(">= 30%"),
      institution: ["amount: { type: decimal }": "amount: { type: decimal, between: [0, 500] }"],
      rows: "r4,2024-07-01,Parks,s1,,M5 4WT,works\nr5,2024-07-01,Parks,s1,,M5 4WT,goods\n",
      exit: 0, verdict: "pass", says: ["PASS: between 33.33% and 66.67%", "no usable amount"]),
    VerdictRow(
      name: "an amount that is not between them", commitment: half,
      institution: ["amount: { type: decimal }": "amount: { type: decimal, between: [0, 499] }"],
      exit: 3, verdict: "error", says: ["spend.csv:3", "not between 0 and 499"]),
    VerdictRow(
      name: "an amount between two numbers, nothing known of its row", commitment: share(">= 50%"),
      institution: ["amount: { type: decimal }": "amount: { type: decimal, between: [0, 500] }"],
      rows: "r4,2024-07-01,Parks,s1,,M5 4WT,\n", exit: 2, verdict: "indeterminate",
      says: ["between 33.33% and 66.67%"]),
  ]

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
      name: "amounts at the rates of their days", commitment: total.replacing("£1", with: "£469"),
      institution: money, files: ["data/fx.csv": fx, "data/spend.csv": foreign], exit: 0,
      verdict: "pass", says: ["PASS: £469.01"]),
    VerdictRow(
      name: "no rate yet on the day", commitment: total, institution: money,
      files: [
        "data/fx.csv": fx,
        "data/spend.csv": foreign + "r4,2024-06-01,Parks,s1,100.00,M5 4WT,USD\n",
      ], exit: 2, verdict: "indeterminate",
      says: ["1 row that may count has no amount", "1 in USD without a rate"]),
    VerdictRow(
      name: "another currency without rates", commitment: total,
      institution: [
        "amount: { type: decimal }":
          "amount: { type: decimal, currency: { column: category } }"
      ],
      files: ["data/spend.csv": foreign], exit: 2, verdict: "indeterminate",
      says: ["2 rows that may count have no amount"]),
    VerdictRow(
      name: "two rates of one day", commitment: total, institution: money,
      files: [
        "data/fx.csv": fx + "EUR,2024-06-01,0.83\n", "data/spend.csv": foreign,
      ], exit: 3, verdict: "error", says: ["fx.csv:5", "the key 'EUR' of 'fx' stands twice"]),
    VerdictRow(
      name: "references that hold for a time", commitment: small.replacing("40%", with: "30%"),
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
      name: "references that overlap", commitment: small,
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

  /// Whether all that should be there is.
  static let completeness = [
    VerdictRow(
      name: "every month has its file", commitment: half,
      institution: spend("expect: { a_file_each: quarter, from: 2024-04, to: 2024-04 }"),
      exit: 0, verdict: "pass"),
    VerdictRow(
      name: "a month is missing", commitment: half,
      institution: spend("expect: { a_file_each: month, from: 2024-04, to: 2024-05 }"),
      exit: 2, verdict: "indeterminate",
      says: ["there are no rows of spend for the month 2024-05, which are expected"]),
    VerdictRow(
      name: "a missing month outside the period", commitment: half,
      institution: spend("expect: { a_file_each: month, from: 2024-03, to: 2024-03 }"),
      exit: 0, verdict: "pass"),
    VerdictRow(
      name: "a control total that agrees", commitment: half,
      institution: spend("control_total: { amount: \"1.0k\", source: note 7 }"), exit: 0,
      verdict: "pass"),
    VerdictRow(
      name: "a control total within its tolerance", commitment: half,
      institution: spend("control_total: { amount: 1004.9, tolerance: 0.5%, column: amount }"),
      exit: 0, verdict: "pass"),
    VerdictRow(
      name: "a control total that differs", commitment: half,
      institution: spend("control_total: { amount: 1005.1, tolerance: 0.5%, source: note 7 }"),
      exit: 2, verdict: "indeterminate",
      says: ["add up to 1,000.00 in amount, but should come to 1005.1 (note 7)"]),
    VerdictRow(
      name: "the number of rows", commitment: half, institution: spend("expect: { rows: 4 }"),
      exit: 3, verdict: "error", says: ["'spend' has 3 rows, and 4 are expected"]),
    VerdictRow(
      name: "rows outside the period are said", commitment: half,
      rows: "r4,2019-07-01,Parks,s1,70.00,M5 4WT,goods\n", exit: 0, verdict: "pass",
      says: ["1 row (£70.00) is dated outside these days"],
      json: ["findings/0/measurement/outside_period": "1"]),
  ]
}
