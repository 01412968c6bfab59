import Diagnostics
import Exact
import HoldfastModel

/// One finding for each thing that a finding can say.
enum Sample {
  static let settled = [
    finding("CLE-1", "A quarter of the supply chain is local", .pass) {
      $0.measurement = share(fraction(2_612, 10_000), fraction(2_612, 10_000))
      ($0.target, $0.currency, $0.owner) = (quarter, "GBP", "Chief Financial Officer")
      $0.headroom = number("9336000.00")
      $0.stretch = (">= 50%", false)
      $0.citation = Citation(
        reference: "S1", says: "25% of \"supply\" & more", numberFrom: .source, reading: "local")
      $0.citation?.document = SourceDocument(title: "A \"guide\"", locator: "page 3")
    },
    finding("CLE-2", "A quarter of small works is local", .fail) {
      $0.measurement = share(fraction(1, 8), fraction(2_499_999, 10_000_000))
      $0.leaveUnknown(1, "1500.00")
      $0.shortfall = number("1234.50")
      $0.stretch = (">= 50%", true)
      $0.leftOut = ["financing": rows(11, "52000000.00"), "blank amount": rows(2, "0")]
      $0.unmatched = ["supplier": rows(3, "-7.50")]
      $0.measurement?.hasCredits = true
    },
    finding("CLE-3", "Fees stay below a ceiling", .pass, level: .warn) {
      $0.measurement = measured(.sum, .money("EUR"), fraction(-700, 100), fraction(-700, 100))
      $0.target = TargetLine(.below, [fraction(5)], text: "< €5")
      ($0.currency, $0.headroom) = ("EUR", number("11.99"))
    },
    finding("CLE-4", "Most orders are small", .fail, level: .warn) {
      $0.measurement = share(fraction(1, 3), fraction(1, 3))
      $0.measurement?.countsRows = true
      $0.target = TargetLine(.atLeast, [fraction(2, 5)], text: ">= 40%")
      $0.stretch = (">= 50%", nil)
      $0.decidedBy = ["areas.home", "CLE-4.leave_out.small"]
    },
    finding("CLE-5", "Every order has a contract", .fail) {
      ($0.measurement, $0.target) = (breaches(6, 8), noBreach)
      $0.measurement?.witnesses = (1...6).map { witness("Order \($0)", "10.00", line: $0) }
    },
    finding("CLE-6", "Every order has a name", .pass, level: .report) {
      ($0.measurement, $0.target) = (breaches(0, 0), noBreach)
    },
    finding("CLE-7", "Accepted for a year", .waived) {
      $0.measurement = share(fraction(1, 10), fraction(1, 10))
      $0.target = quarter
    },
  ]

  static let open = [
    finding("CLE-10", "A quarter is local", .indeterminate, .straddles) {
      $0.measurement = share(fraction(1_395, 10_000), fraction(3_484, 10_000))
      $0.leaveUnknown(20, "43535484.04")
      let two = [
        witness("Demolition", "20000000.00"), witness("Residential framework", "8200000", line: 9),
      ]
      $0.settlesPass = Settlement(
        rows: two, way: .counted, bound: fraction(2_751, 10_000), isLowerBound: true)
      $0.settlesFail = Settlement(
        rows: two, way: .notCounted, bound: fraction(2_131, 10_000), isLowerBound: false)
    },
    finding("CLE-11", "Each of two ways", .indeterminate, .straddles, level: .warn) {
      $0.measurement = share(fraction(24, 100), fraction(26, 100))
      $0.leaveUnknown(2, "3")
      $0.settlesPass = Settlement(
        rows: [witness("A", "2")], way: .counted, bound: quarter.minimum?.value ?? .zero,
        isLowerBound: true)
      $0.settlesFail = Settlement(
        rows: (1...3).map { witness("B\($0)", "1", line: $0) }, way: .mixed,
        bound: fraction(2_499_999_999, 10_000_000_000), isLowerBound: false)
    },
    finding("CLE-12", "No few rows", .indeterminate, .straddles, level: .report) {
      $0.measurement = share(fraction(0), fraction(1))
      $0.leaveUnknown(300, "1")
      $0.unknownColumns.append((name: "amount", rows: 12))
    },
    finding("CLE-13", "Some orders may breach", .indeterminate, .straddles) {
      ($0.measurement, $0.target) = (breaches(0, 2), noBreach)
      $0.measurement?.unknownRows = 2
      let two = [witness("D", nil), witness("E", nil, line: 8)]
      $0.settlesPass = Settlement(
        rows: two, way: .notCounted, bound: .zero, isLowerBound: false)
      $0.settlesFail = Settlement(
        rows: [two[0]], way: .counted, bound: fraction(1), isLowerBound: true)
    },
    finding("CLE-14", "Nothing to judge", .indeterminate, .nothingSelected),
    finding("CLE-15", "By department", .indeterminate, .groupWithoutRows, group: "Estates"),
    finding("CLE-16", "Without measure", .indeterminate, .unbounded) {
      $0.measurement = measured(.mean, .money("GBP"), .zero, .zero)
      $0.measurement?.bounds = nil
      $0.measurement?.unbounded = .measureUnknown(rows: 1)
      $0.measurement?.witnesses = [witness("Blank", nil)]
      $0.currency = "GBP"
    },
    finding("CLE-17", "Without whole", .indeterminate, .unbounded) {
      $0.measurement = share(.zero, .zero)
      $0.measurement?.bounds = nil
      $0.measurement?.unbounded = .denominatorNotPositive(least: number("-1250.50"))
    },
    finding(
      "CLE-18", "Misspelt", .indeterminate,
      .literalNeverHeld(literal: "wroks", column: "category", nearest: "works")
    ) {
      $0.measurement = share(fraction(1, 2), fraction(1, 2))
      $0.target = quarter
    },
    finding(
      "CLE-19", "Misread", .indeterminate,
      .literalNeverHeld(literal: "zzz", column: "category", nearest: nil)
    ) {
      $0.measurement = share(fraction(1, 2), fraction(1, 2))
      $0.target = quarter
    },
    finding("CLE-20", "Still running", .indeterminate, .provisional) {
      $0.measurement = measured(.sum, .number, fraction(12_345_678, 1_000), fraction(20_000))
      $0.target = TargetLine(.atLeast, [fraction(30_000)], text: ">= 30000")
      $0.period = Period(from: day("2025-04-01"), to: day("2025-07-31"), provisional: true)
    },
    finding(
      "CLE-21", "Another day", .indeterminate, .snapshotOutsidePeriod(day("2022-07-31"))),
  ]

  static let idle = [
    finding("CLE-30", "Later", .notApplicable, .notYetEffective(day("2026-04-01"))),
    finding("CLE-31", "Earlier", .notApplicable, .noLongerEffective(day("2024-03-31"))),
    finding("CLE-32", "No target yet", .notApplicable, .scheduleNotBegun(day("2026-04-01"))),
    finding("CLE-33", "Empty", .notApplicable, .emptyAllowed) {
      $0.period = Period(from: nil, to: day("2025-07-31"))
    },
    finding("CLE-34", "Too few", .notApplicable, .suppressed, group: "Board"),
    finding("EXA-1", "Unreadable", .error, .errors, level: .report, pack: "examples") {
      $0.errors = [
        Diagnostic(
          .error, "'12,5' is no amount",
          at: .record(file: "spend/2024-04.csv", line: 7, column: "Amount", shown: "12,5"),
          help: "write 12.50"),
        Diagnostic(
          "there is no column 'amunt'", at: span("packs/examples.yaml", "measure: amunt", 9..<14)),
      ]
      ($0.errorCount, $0.unsaidErrors, $0.period) = (1_234, 1_232, nil)
    },
  ]

  static var report: Report {
    var spend = DatasetSummary(name: "spend")
    (spend.rows, spend.dropped, spend.later) = (43_500, 12, 3)
    spend.unmapped = ["Body", "Expense Type"]
    spend.files = [
      FileInfo(path: "spend/2024-04.csv", bytes: 4_096, rows: 43_500, encoding: "utf-8")
    ]
    spend.unmatched = ["supplier": 3]
    spend.notes = ["no credit notes in this ledger"]
    var report = Report(
      asOf: day("2025-07-31"), asOfIsGiven: true, institution: "Northgate Hospitals",
      currency: "GBP", isPartial: true, choices: choices,
      findings: settled + open + lacking + others + idle,
      upcoming: [
        Upcoming(commitment: "cleveland/CLE-1", from: day("2026-04-01"), target: ">= 30%")
      ], templates: ["cleveland/CLE-40"], datasets: [spend, DatasetSummary(name: "suppliers")],
      run: RunInfo(
        version: "0.1.0", started: "1970-01-01T00:00:00Z", milliseconds: 1_234,
        packs: ["packs/cleveland.yaml", "packs/examples.yaml"],
        warnings: [Diagnostic(.warning, "a column is empty", at: .file("spend/2024-04.csv"))]))
    (report.corrections, report.run.plugins) = (corrections, plugins)
    return report
  }

  private static let choices = [
    Choice(
      what: "areas.home", value: "E08000006, edition 2021-12", by: "Board",
      on: day("2024-05-01"), decides: ["cleveland/CLE-10", "cleveland/CLE-11"]),
    Choice(what: "spend.amount.blank", value: "exclude", rows: rows(11, "52000000.00")),
  ]
}
