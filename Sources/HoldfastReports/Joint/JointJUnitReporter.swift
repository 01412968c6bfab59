public import HoldfastModel

/// JUnit XML of several institutions: a suite an institution and pack, and one a pack for what is
/// promised jointly.
public struct JointJUnitReporter: JointReporter {
  /// The format's name.
  public let name = "junit"

  /// A reporter.
  public init() {}

  /// Writes one XML document.
  public func render(_ report: JointReport, to sink: inout some TextOutputStream) {
    var together = report.reports[0]
    together.institution = report.reports.map(\.institution).joined(separator: "; ")
    together.run.milliseconds = 0
    // What one institution may miss says nothing of what all promised together.
    (together.waivers, together.responses) = (nil, nil)
    let runs = report.reports.map { ($0, $0.findings, "\($0.institution): ") }
    JUnitReporter().write(runs + [(together, report.joint, "jointly: ")], to: &sink)
  }
}
