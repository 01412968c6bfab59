extension VerdictRow {
  private static func grouped(_ more: String = "") -> String {
    share(">= 20%", "per: department" + more)
  }

  private static func departments(_ count: Int) -> String {
    (0..<count).map { "g\($0),2024-07-01,d\($0),s1,100.00,M5 4WT,works\n" }.joined()
  }

  /// One finding for each group.
  static let groups = [
    VerdictRow(
      name: "groups by code point", commitment: grouped(), rows: departments(2), exit: 0,
      verdict: "pass", says: ["A [Housing] First", "PASS: 100.00%", "A [Parks]", "28.57%"],
      json: [
        "findings/0/group": "Housing", "findings/1/group": "Parks", "findings/2/group": "d0",
        "findings/3/group": "d1",
      ]),
    VerdictRow(
      name: "the verdict is the worst of the groups",
      commitment: share(">= 40%", "per: department"),
      exit: 1, verdict: "pass", json: ["findings/1/verdict": "fail", "verdict": "fail"]),
    VerdictRow(
      name: "a listed group without rows", commitment: grouped("\ngroups: [Housing, Parks, Roads]"),
      exit: 2, verdict: "pass",
      says: ["the group 'Roads' has no rows from 2024-04-01 to 2025-03-31"],
      json: ["findings/2/verdict": "indeterminate", "verdict": "indeterminate"]),
    VerdictRow(
      name: "a group that is not listed", commitment: grouped("\ngroups: [Housing]"), exit: 3,
      verdict: "error",
      says: [
        "the group 'Parks' stands in the data but not in the commitment's groups", "help: add it",
      ]),
    VerdictRow(
      name: "a group that only looks like a listed one",
      commitment: grouped("\ngroups: [Housing, Parks, \"Caf\u{E9}\"]"),
      rows: "r4,2024-07-01,Cafe\u{301},s1,1.00,M5 4WT,works\n", exit: 3, verdict: "error",
      says: ["stands in the data but not in the commitment's groups"]),
    VerdictRow(
      name: "a thousand groups", commitment: grouped(), rows: departments(998), exit: 0,
      verdict: "pass", says: ["1000 pass"], json: ["findings/999/verdict": "pass"]),
    VerdictRow(
      name: "more than a thousand groups", commitment: grouped(), rows: departments(999), exit: 3,
      verdict: "error",
      says: ["there are more than 1,000 groups", "list those that matter: groups:"]),
    VerdictRow(
      name: "an unknown group may be any of them", commitment: grouped(),
      rows: "r4,2024-07-01,,s1,100.00,M5 4WT,goods\n", exit: 0, verdict: "pass",
      says: ["PASS: between 75.00% and 100.00%", "1 row (£100.00) has no usable department."],
      json: ["findings/1/measurement/lower": "0.2500", "findings/1/measurement/upper": "0.2858"]),
  ]

  /// Blanks, credit notes, references that lead nowhere: what is unknown, and its bounds.
  static let unknowns = [
    VerdictRow(
      name: "a blank measure has no bounds", commitment: share(">= 40%"),
      rows: "r4,2024-07-01,Parks,s1,,M5 4WT,goods\n", exit: 2, verdict: "indeterminate",
      says: ["1 row that may count has no amount, so no bounds can be given", "r4 (spend.csv:5)"],
      json: ["findings/0/measurement/lower": "null"]),
    VerdictRow(
      name: "unmatched references are counted and valued",
      commitment: "check: share\nmeasure: amount\nwhere: supplier.sme\ntarget: \">= 10%\"" + year,
      rows: "r4,2024-07-01,Parks,s9,1000.00,M5 4WT,goods\n", exit: 0, verdict: "pass",
      says: [
        "PASS: between 25.00% and 75.00%", "1 row (£1,000.00) has no usable supplier.sme.",
        "1 row (£1,000.00) leads to no known supplier.", "1 without known supplier",
      ],
      json: [
        "findings/0/measurement/unmatched/supplier": "1",
        "findings/0/measurement/unmatched_sum/supplier": "1000.00",
        "datasets/0/unmatched/supplier": "1",
      ]),
    VerdictRow(
      name: "credit notes count in the bounds", commitment: share(">= 40%"),
      rows: "r4,2024-07-01,Parks,s1,-100.00,M5 4WT,works\nr5,2024-07-01,Parks,s1,-200.00,M5 4WT,\n",
      exit: 2, verdict: "indeterminate",
      says: ["between 28.57% and 57.15%", "1 row (-£200.00) has no usable category."],
      never: ["No credit notes"], json: ["findings/0/measurement/credit_notes": "true"]),
    VerdictRow(
      name: "no credit notes is said", commitment: share(">= 40%"), exit: 0, verdict: "pass",
      says: ["No credit notes in this number."]),
    VerdictRow(
      name: "credit notes that leave nothing to divide by", commitment: share(">= 40%"),
      rows: "r5,2024-07-01,Parks,s1,-1000.00,M5 4WT,goods\n", exit: 2, verdict: "indeterminate",
      says: ["nothing, or less than nothing, is left to divide by"]),
    VerdictRow(
      name: "unknown is false where the other side is false",
      commitment: "check: share\nmeasure: amount\nwhere: category == \"works\" && amount < 999.00\n"
        + "target: \">= 25%\"" + year,
      rows: unknown, exit: 0, verdict: "pass", says: ["PASS: 25.00%"]),
    VerdictRow(
      name: "missing: exclude", commitment: share(">= 40%", "missing: exclude"), rows: unknown,
      exit: 0, verdict: "pass",
      says: ["PASS: 50.00%", "Left out: 1 row, £1,000.00", "A.missing: exclude; decides fair/A"],
      json: ["choices/0/changes_verdict": "true"]),
    VerdictRow(
      name: "missing: worst of a floor", commitment: share(">= 40%", "missing: worst"),
      rows: unknown,
      exit: 1, verdict: "fail", says: ["FAIL: 25.00%", "A.missing: worst; decides fair/A"]),
    VerdictRow(
      name: "missing: worst of a ceiling", commitment: share("<= 60%", "missing: worst"),
      rows: unknown, exit: 1, verdict: "fail", says: ["FAIL: 75.00%"]),
  ]

  /// Choices are named, valued and printed.
  static let choices = [
    VerdictRow(
      name: "leave_out",
      commitment: share(
        ">= 40%",
        "leave_out:\n  - { id: homes, when: department == \"Housing\", because: no purchase }"),
      exit: 1, verdict: "fail",
      says: [
        "FAIL: 28.57%", "Left out: 1 row, £300.00 (homes).",
        "A.leave_out.homes: no purchase; 1 row, £300.00; decides fair/A",
      ],
      json: ["findings/0/measurement/left_out/homes": "1", "choices/0/sum": "300.00"]),
    VerdictRow(
      name: "blank: exclude", commitment: share(">= 40%"),
      institution: ["amount: { type: decimal }": "amount: { type: decimal, blank: exclude }"],
      rows: "r4,2024-07-01,Parks,s1,,M5 4WT,goods\n", exit: 0, verdict: "pass",
      says: [
        "PASS: 50.00%", "Left out: 1 row (blank measure).",
        "spend.amount.blank: row left out; 1 row; decides fair/A",
      ],
      json: ["findings/0/measurement/left_out/blank measure": "1"]),
    VerdictRow(
      name: "a blank that stands for a value", commitment: share(">= 40%"),
      institution: ["category: {}": "category: { blank: none }"], rows: unknown, exit: 1,
      verdict: "fail",
      says: ["FAIL: 25.00%", "spend.category.blank: stands for 'none'; 1 row; decides fair/A"]),
    VerdictRow(
      name: "rows that are not kept", commitment: share(">= 40%"),
      institution: ["period_by: date": "period_by: date\n    keep: department == \"Parks\""],
      exit: 1,
      verdict: "fail", says: ["FAIL: 28.57%", "3 rows in 1 file, 1 not kept", "spend.keep:"]),
    VerdictRow(
      name: "a blank is no less unknown for a token", commitment: share(">= 40%"),
      institution: ["period_by: date": "period_by: date\n    unknown_tokens: [\"-\", \"N/A\"]"],
      rows: "r4,2024-07-01,Parks,s1,1000.00,M5 4WT,N/A\n", exit: 2, verdict: "indeterminate",
      says: ["1 row (£1,000.00) has no usable category."]),
  ]

  private static let template = works + year + "\ntarget: required"
  private static let least = share(">= params.least")
  private static let file = ["--parameters", "p.yaml"]

  /// What a pack leaves open, and who may fill it in.
  static let parameters = [
    VerdictRow(
      name: "a template with a target", commitment: template,
      files: ["p.yaml": "parameters: fair\ntargets:\n  A: \">= 45%\"\n"], arguments: file, exit: 0,
      verdict: "pass", says: ["PASS: 50.00%, target >= 45%."]),
    VerdictRow(
      name: "a parameter without default", commitment: least,
      pack: "parameters:\n  least: { type: percent }\n",
      files: ["p.yaml": "parameters: fair\nset:\n  least: 55%\n"], arguments: file, exit: 1,
      verdict: "fail", says: ["FAIL: 50.00%, target >= 55%."]),
    VerdictRow(
      name: "a default", commitment: least,
      pack: "parameters:\n  least: { type: percent, default: 50% }\n", exit: 0, verdict: "pass",
      says: ["PASS: 50.00%, target >= 50%."]),
    VerdictRow(
      name: "a default that is changed for a reason", commitment: least,
      pack: "parameters:\n  least: { type: percent, default: 60% }\n",
      files: ["p.yaml": "parameters: fair\nloosens: agreed by the board\nset:\n  least: 45%\n"],
      arguments: file, exit: 0, verdict: "pass", says: ["target >= 45%", "agreed by the board"]),
  ]
}
