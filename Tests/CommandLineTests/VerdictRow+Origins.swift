extension VerdictRow {
  /// Where the cells of a column come from.
  static let origins = [
    VerdictRow(
      name: "files with settings of their own", commitment: worksShare,
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
      name: "an item whose files all belong above", commitment: worksShare,
      institution: [
        "files: spend.csv":
          "files: [{ path: spend.csv, format: { encoding: auto } }, \"sp*.csv\"]"
      ], exit: 3, verdict: "error", says: ["every file of this item belongs to an item above"]),
    VerdictRow(
      name: "a repeated header by its place among them", commitment: worksShare,
      institution: column("category", "{ from: { header: category, nth: 2 } }"),
      files: [
        "data/spend.csv": Sample.spend.replacing("category\n", with: "category,category\n")
          .replacing("works\n", with: "x,works\n").replacing("goods\n", with: "x,goods\n")
      ], exit: 0, verdict: "pass", says: ["PASS: 50.00%"]),
    VerdictRow(
      name: "a nameless column by position", commitment: worksShare,
      institution: column("category", "{ from: { position: 7 } }"),
      files: ["data/spend.csv": Sample.spend.replacing(",category\n", with: ",\n")],
      exit: 0, verdict: "pass", says: ["PASS: 50.00%"]),
    VerdictRow(
      name: "a position that no file has", commitment: worksShare,
      institution: column("category", "{ from: { position: 9 } }"), exit: 3, verdict: "error",
      says: ["spend.csv:1", "7"]),
    VerdictRow(
      name: "headers in two rows", commitment: worksShare,
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
      commitment: spendTotal + "\nwhere: body == \"Northgate\" && month == date(\"2024-04-01\")",
      institution: [
        "category: {}":
          "category: {}\n      body: { set: Northgate }\n      month: { from_file: '(\\d{4}-\\d\\d)', type: date, format: yyyy-MM }",
        "files: spend.csv": "files: \"spend*.csv\"",
      ],
      files: ["data/spend.csv": "", "data/spend-2024-04.csv": Sample.spend], exit: 3,
      verdict: "error", says: ["spend.csv", "the file is empty"]),
    VerdictRow(
      name: "a month out of the file's name",
      commitment: spendTotal.replacing("£1", with: "£1000") + "\nwhere: body == \"Northgate\"",
      institution: [
        "category: {}":
          "category: {}\n      body: { set: Northgate }\n      month: { from_file: '(\\d{4}-\\d\\d)', type: date, format: yyyy-MM }",
        "period_by: date": "period_by: month", "files: spend.csv": "files: \"s*-*.csv\"",
      ],
      files: ["data/spend-2024-04.csv": Sample.spend], exit: 0, verdict: "pass",
      says: ["£1,000.00"]),
    VerdictRow(
      name: "a file's name without the month", commitment: spendTotal,
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
      name: "a cell that extract does not fit", commitment: smallFirms,
      institution: column("supplier_id", "{ extract: '^(\\S+) : ' }"), exit: 3, verdict: "error",
      says: ["spend.csv:2", "supplier_id", "no_match"]),
    VerdictRow(
      name: "a cell that extract need not fit", commitment: smallFirms,
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
      name: "cells that say nothing by pattern, and cells blacked out", commitment: worksShare,
      institution: column(
        "category",
        "{ unknown_tokens: [{ matches: 'not yet.*' }], redacted: [{ matches: 'REDACT(ED)? .*' }] }"),
      rows: "r4,2024-07-01,Parks,s1,100.00,M5 4WT,not yet known\n"
        + "r5,2024-07-01,Parks,s1,100.00,M5 4WT,REDACTED PERSONAL DATA\n"
        + "r6,2024-07-01,Parks,s1,100.00,M5 4WT,REDACTA\n", exit: 2, verdict: "indeterminate",
      says: ["between 38.46% and 53.85%", "1 redacted in category"]),
  ]
}
