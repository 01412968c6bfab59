public import HoldfastModel

/// JUnit XML of several institutions: a suite an institution and pack, and one a pack for what is
/// promised jointly.
public struct JointJUnitReporter: JointReporter {
  private let form: JUnitReporter.Form

  /// The format's name.
  public var name: String { form.rawValue }

  /// A reporter of a form.
  public init(_ form: JUnitReporter.Form = .pipelines) { self.form = form }

  /// Writes one XML document.
  public func render(_ report: JointReport, to sink: inout some TextOutputStream) {
    var together = report.reports[0]
    together.institution = report.reports.map(\.institution).joined(separator: "; ")
    together.run.milliseconds = 0
    // What one institution may miss says nothing of what all promised together.
    (together.waivers, together.responses) = (nil, nil)
    let runs = report.reports.map { ($0, $0.findings, "\($0.institution): ") }
    JUnitReporter(form).write(runs + [(together, report.joint, "jointly: ")], to: &sink)
  }
}
