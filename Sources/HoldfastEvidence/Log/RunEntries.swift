import Exact
public import HoldfastModel
import JSONText

/// What a run writes into the log: itself, and each waiver that it used.
public struct RunEntries {
  /// The records of one institution's run.
  public static func of(_ report: Report) -> [LogEntry] {
    let run = LogEntry(
      kind: LogKind.run, at: report.run.started,
      body: .object([
        ("institution", .text(report.institution)), ("as_of", .text(report.asOf.description)),
        ("partial", .bool(report.isPartial)), ("verdict", .text(report.verdict.rawValue)),
        ("exit", .integer(Int(report.exitCode))), ("held_against", JSON(report.earlier?.digest)),
        ("version", .text(report.run.version)),
        ("findings", .array(report.findings.map(finding))),
      ]))
    return [run] + report.findings.compactMap { waiver($0, report) }
  }

  /// The records of several institutions' runs, and of what they came to together.
  public static func of(_ report: JointReport) -> [LogEntry] {
    let own = report.reports.flatMap { of($0) }
    guard !report.joint.isEmpty, let first = report.reports.first else { return own }
    let joint = LogEntry(
      kind: LogKind.joint, at: first.run.started,
      body: .object([
        ("institution", .text(report.reports.map(\.institution).joined(separator: "; "))),
        ("as_of", .text(report.asOf.description)), ("partial", .bool(first.isPartial)),
        ("verdict", .text(report.verdict.rawValue)), ("exit", .integer(Int(report.exitCode))),
        ("version", .text(first.run.version)), ("findings", .array(report.joint.map(finding))),
      ]))
    return own + [joint]
  }

  private static func finding(_ finding: Finding) -> JSON {
    let bounds = finding.toldBounds
    let unit = finding.measurement.map { JSON.text(word($0.unit)) } ?? .null
    return .object([
      ("id", .text(finding.findingID)), ("pack_version", .text(finding.packVersion)),
      ("verdict", .text(finding.verdict.rawValue)),
      ("without_waiver", JSON(finding.waiver?.otherwise.rawValue)),
      ("enforcement", .text(finding.enforcement.check.rawValue)),
      ("unit", bounds == nil ? .null : unit), ("currency", JSON(finding.currency)),
      ("lower", JSON(bounds.flatMap { text($0.lower, .down) })),
      ("upper", JSON(bounds.flatMap { text($0.upper, .up) })),
      ("target", JSON(finding.target?.text)),
    ])
  }

  private static func waiver(_ finding: Finding, _ report: Report) -> LogEntry? {
    guard let applied = finding.waiver else { return nil }
    let waiver = applied.waiver
    return LogEntry(
      kind: LogKind.waiver, at: report.run.started,
      body: .object([
        ("institution", .text(report.institution)), ("as_of", .text(report.asOf.description)),
        ("finding", .text(finding.findingID)), ("without", .text(applied.otherwise.rawValue)),
        ("reason", .text(waiver.reason)), ("approver", .text(waiver.approver)),
        ("owner", .text(waiver.owner)), ("issued", .text(waiver.issued.description)),
        ("expires", .text(waiver.expires.description)),
      ]))
  }

  /// A bound with six digits behind the point, rounded outward; nil where there is no room for them.
  private static func text(_ value: Rational, _ rounding: Rounding) -> String? {
    (try? value.rounded(scale: 6, rounding))?.normalized.description
  }

  private static func word(_ unit: Measurement.Unit) -> String {
    switch unit {
    case .share: "share"
    case .money: "money"
    case .number: "number"
    case .rows: "rows"
    }
  }
}
