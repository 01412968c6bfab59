extension VerdictRow {
  private static func running(_ keys: String) -> String {
    keys.replacing("fiscal_year", with: "fiscal_year_to_date")
  }

  private static let april = "r4,2025-04-02,Parks,s1,50.00,M5 4WT,works\n"

  /// Days on which a promise holds, periods, and rows outside them.
  static let time = [
    VerdictRow(
      name: "not yet effective", commitment: share(">= 40%"), pack: "effective: 2025-05-01\n",
      exit: 2, verdict: "not_applicable",
      says: ["NOT APPLICABLE: the pack holds from 2025-05-01 on.", "nothing was evaluated"]),
    VerdictRow(
      name: "no longer effective", commitment: share(">= 40%"), pack: "until: 2025-04-29\n",
      exit: 2,
      verdict: "not_applicable", says: ["the pack held until 2025-04-29", "nothing was evaluated"]),
    VerdictRow(
      name: "effective on its only day", commitment: share(">= 40%"),
      pack: "effective: 2025-04-30\nuntil: 2025-04-30\n", exit: 0, verdict: "pass"),
    VerdictRow(
      name: "schedule not begun",
      commitment: works + year + "\nschedule:\n  - { from: 2025-04-01, target: \">= 40%\" }",
      exit: 2,
      verdict: "not_applicable", says: ["the first target comes into force on 2025-04-01"]),
    VerdictRow(
      name: "the target in force is that of the period's last day",
      commitment: works + year + "\nschedule:\n  - { from: 2025-03-31, target: \">= 40%\" }\n"
        + "  - { from: 2025-04-01, target: \">= 60%\" }\n  - { from: 2026-04-01, target: \">= 70%\" }",
      exit: 0, verdict: "pass",
      says: ["PASS: 50.00%, target >= 40%.", "Targets to come", "2026-04-01 fair/A: >= 70%"]),
    VerdictRow(
      name: "before it is due a miss only reports", commitment: share(">= 60%", "due: 2025-05-01"),
      exit: 0, verdict: "fail", says: ["FAIL: 50.00%"],
      json: ["findings/0/enforcement/check": "report"]),
    VerdictRow(
      name: "on the day it is due a miss blocks", commitment: share(">= 60%", "due: 2025-04-30"),
      exit: 1, verdict: "fail", json: ["findings/0/enforcement/check": "block"]),
    VerdictRow(
      name: "rows after as-of are left out and counted", commitment: share(">= 40%"),
      rows:
        "r4,2025-05-01,Parks,s1,5000.00,M5 4WT,goods\nr5,2025-04-30,Parks,s1,9.00,M5 4WT,goods\n",
      exit: 0, verdict: "pass", says: ["PASS: 50.00%", "5 rows in 1 file, 1 after the as-of date"],
      json: ["datasets/0/after_as_of": "1"]),
    VerdictRow(
      name: "rows outside the fiscal year do not count", commitment: share(">= 40%"),
      rows:
        "r4,2024-03-31,Parks,s1,5000.00,M5 4WT,goods\nr5,2025-04-01,Parks,s1,5000.00,M5 4WT,goods\n",
      exit: 0, verdict: "pass", says: ["PASS: 50.00%"],
      json: ["findings/0/period/from": "2024-04-01", "findings/0/period/to": "2025-03-31"]),
    VerdictRow(
      name: "days of one's own",
      commitment: works + "\nperiod: { from: 2024-04-10, to: 2024-06-01 }\ntarget: \">= 37.5%\"",
      exit: 0, verdict: "pass", says: ["PASS: 37.50%"]),
    VerdictRow(
      name: "a running year never passes a block", commitment: running(share(">= 40%")),
      rows: april,
      exit: 2, verdict: "indeterminate",
      says: ["CANNOT TELL: 100.00%", "The period is still running, so this is provisional."],
      json: ["findings/0/period/provisional": "true"]),
    VerdictRow(
      name: "a running year may pass a warning",
      commitment: running(share(">= 40%", "enforcement: warn")), rows: april, exit: 0,
      verdict: "pass"),
    VerdictRow(
      name: "a total not yet reached is not failed",
      commitment: running("check: total\nmeasure: amount\ntarget: \">= £1k\"" + year), rows: april,
      exit: 2, verdict: "indeterminate", says: ["CANNOT TELL: £50.00", "provisional"]),
    VerdictRow(
      name: "a total already passed is failed",
      commitment: running("check: total\nmeasure: amount\ntarget: \"<= £10\"" + year), rows: april,
      exit: 1, verdict: "fail", says: ["FAIL: £50.00, target <= £10."]),
    VerdictRow(
      name: "a snapshot outside the period", commitment: share(">= 40%"),
      institution: ["period_by: date": "snapshot: 2024-03-31"], exit: 2, verdict: "indeterminate",
      says: ["spend describes 2024-03-31, which is outside the period asked for"]),
    VerdictRow(
      name: "a snapshot of a day to come", commitment: works + "\ntarget: \">= 40%\"",
      institution: ["period_by: date": "snapshot: 2025-05-31"], exit: 2, verdict: "indeterminate",
      says: ["spend describes 2025-05-31", "after"]),
    VerdictRow(
      name: "a snapshot inside the period", commitment: share(">= 40%"),
      institution: ["period_by: date": "snapshot: 2025-03-31"], exit: 0, verdict: "pass",
      says: ["spend.snapshot: 2025-03-31"]),
    VerdictRow(
      name: "an unknown date may lie in the period", commitment: share(">= 40%"),
      rows: "r4,,Parks,s1,1000.00,M5 4WT,goods\n", exit: 2, verdict: "indeterminate",
      says: ["between 25.00% and 50.00%", "1 row (£1,000.00) has no usable date."]),
    VerdictRow(
      name: "a date that does not exist", commitment: share(">= 40%"),
      rows: "r4,2025-02-29,Parks,s1,1000.00,M5 4WT,goods\n", exit: 3, verdict: "error",
      says: ["spend.csv:5: column 'date': error: there is no such day"]),
    VerdictRow(
      name: "a date of another form", commitment: share(">= 40%"),
      rows: "r4,29/02/2024,Parks,s1,1000.00,M5 4WT,goods\n", exit: 3, verdict: "error",
      says: ["not a date", "it fits d/M/yyyy", "columns.date.format"]),
  ]
}
