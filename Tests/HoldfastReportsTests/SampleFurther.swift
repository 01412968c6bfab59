import Diagnostics
import Exact
import HoldfastModel

/// Findings that rest on others' words or files, that hide persons, and whose texts are hostile.
extension Sample {
  static let lacking = [
    finding(
      "CLE-22", "Every month is there", .indeterminate,
      .filesMissing(cadence: "month", names: ["2024-05", "2024-06"])),
    finding(
      "CLE-23", "The ledger adds up", .indeterminate,
      .controlTotal(
        column: "amount", found: number("208515951.29"), wanted: "312.4m", source: "note 7")),
    finding("CLE-24", "Promised together", .notApplicable, .heldJointly) {
      $0.measurement = share(fraction(1, 2), fraction(1, 2))
      $0.target = quarter
    },
    finding(
      "CLE-25", "Of all of us", .indeterminate, .institutionsMissing(["Southmoor Council"])),
    finding("CLE-26", "More than before", .indeterminate, .partUnknown("baseline")),
    finding(
      "CLE-27", "As of that day", .indeterminate, .snapshotAfterAsOf(day("2026-01-01"))),
  ]

  static let others = [
    finding("CLE-35", "A policy is published", .pass) {
      $0.measurement = share(fraction(1), fraction(1))
      ($0.check, $0.dataset, $0.definition.claim) = ("evidence", "evidence", "policy")
      $0.target = TargetLine(.atLeast, [fraction(1)], text: ">= 100%")
    },
    finding("CLE-36", "A number from elsewhere", .fail, level: .warn) {
      $0.measurement = measured(.claimed, .number, fraction(7, 2), fraction(9, 2))
      $0.measurement?.remarks = ["The plugin says that this is so."]
      ($0.claimedBy, $0.target) = ("carbon", TargetLine(.atLeast, [fraction(5)], text: ">= 5"))
    },
    finding("CLE-37", "Persons", .pass, group: "Nurses") {
      $0.measurement = share(fraction(1, 4), fraction(1, 3))
      $0.measurement?.isWithheld = true
      $0.measurement?.unknownRows = 3
      $0.target = quarter
      $0.measurement?.witnesses = [
        Witness(
          key: "", digest: "", shown: ["Jane Doe"], measure: nil, file: "hr.csv", line: 3,
          unknown: [])
      ]
    },
    finding(
      "CLE-38", hostile, .fail, level: .report, group: hostile
    ) {
      $0.measurement = share(fraction(1, 10), fraction(2, 10))
      ($0.owner, $0.target) = (hostile, quarter)
      $0.citation = Citation(reference: "S1", says: hostile, numberFrom: nil, reading: hostile)
    },
    finding("CLE-39", String(repeating: "long ", count: 40), .fail, level: .report) {
      $0.measurement = share(fraction(1, 10), fraction(2, 10))
      $0.target = quarter
    },
  ]

  /// What markup, spreadsheets, terminals and workflow commands would take for their own.
  static let hostile =
    "=1+1|\"<script>&'\u{1B}[2J\r\n::error::x [a](b) {0} @me #1 $x$ `c` \u{202E}100%,:"

  static let plugins = [
    PluginUse(
      name: "carbon", version: "1.2.0", digest: "sha256:0c", confinement: "Landlock and seccomp",
      isConfined: true),
    PluginUse(
      name: "weather", version: "0.1", digest: "sha256:0d", confinement: "none", isConfined: false),
  ]

  static var corrections: CorrectionReport {
    var column = CorrectedColumn(
      dataset: "suppliers", column: "postcode", cells: 2, by: ["A. Clerk"],
      first: day("2025-05-01"), last: day("2025-05-02"), reasons: ["supplier's letter"])
    column.isRead = true
    column.rows = [
      CorrectedColumn.Rows(dataset: "spend", count: 12, sum: number("4500.00"), currency: "GBP")
    ]
    var report = CorrectionReport(
      file: "corrections.csv", digest: "sha256:0e", unanswered: 1, columns: [column],
      items: [
        Correction(
          dataset: "suppliers", key: "S1", column: "postcode", value: "M3 4AB", by: "A. Clerk",
          on: day("2025-05-01"), because: "supplier's letter")
      ])
    report.decides = ["cleveland/CLE-1"]
    return report
  }
}
