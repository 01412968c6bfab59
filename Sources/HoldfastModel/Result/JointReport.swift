public import Exact

/// What the runs of several institutions came to, and what they came to together.
public struct JointReport: Sendable {
  /// A report an institution, in the order in which they were named.
  public var reports: [Report]
  /// The findings of what the institutions promised together.
  public var joint: [Finding]

  /// Reports of several institutions.
  public init(reports: [Report], joint: [Finding]) {
    self.reports = reports
    self.joint = joint
  }

  /// The day that the runs speak about.
  public var asOf: CivilDate { reports[0].asOf }

  /// All findings, those of single institutions first.
  public var findings: [Finding] { reports.flatMap(\.findings) + joint }

  /// The exit code of the run, as that of one institution: what is worst decides.
  public var exitCode: Int32 { ExitRule.code(of: findings) }

  /// The verdict of the run as the exit code has it.
  public var verdict: Verdict { ExitRule.verdict(of: exitCode) }
}

/// What findings come to together.
enum ExitRule {
  /// 3 error, 1 a `block` failed, 2 a `block` is indeterminate or nothing was evaluated, else 0.
  static func code(of findings: [Finding]) -> Int32 {
    if findings.contains(where: { $0.verdict == .error }) { return 3 }
    if findings.contains(where: { $0.blocks && $0.verdict == .fail }) { return 1 }
    if findings.contains(where: { $0.blocks && $0.verdict == .indeterminate }) { return 2 }
    return findings.contains { $0.verdict != .notApplicable } ? 0 : 2
  }

  static func verdict(of code: Int32) -> Verdict {
    switch code {
    case 0: .pass
    case 1: .fail
    case 2: .indeterminate
    default: .error
    }
  }
}

extension Finding {
  fileprivate var blocks: Bool { weight == .block }
}
