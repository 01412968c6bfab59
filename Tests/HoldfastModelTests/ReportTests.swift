import Diagnostics
import HoldfastModel
import Testing

/// Findings of a run, and the exit code and verdict that they make together.
struct ExitCase: Sendable, CustomTestStringConvertible {
  let findings: [(verdict: Verdict, level: Enforcement.Level)]
  let exit: Int32
  let verdict: Verdict
  var testDescription: String {
    findings.map { "\($0.level.rawValue) \($0.verdict.rawValue)" }.joined(separator: ", ")
  }

  init(_ findings: [(Verdict, Enforcement.Level)], _ exit: Int32, _ verdict: Verdict) {
    self.findings = findings.map { (verdict: $0.0, level: $0.1) }
    self.exit = exit
    self.verdict = verdict
  }

  static let all = [
    ExitCase([], 2, .indeterminate),
    ExitCase([(.pass, .block)], 0, .pass),
    ExitCase([(.waived, .block)], 0, .pass),
    ExitCase([(.fail, .block)], 1, .fail),
    ExitCase([(.indeterminate, .block)], 2, .indeterminate),
    ExitCase([(.error, .block)], 3, .error),
    ExitCase([(.error, .warn)], 3, .error),
    ExitCase([(.error, .report)], 3, .error),
    ExitCase([(.fail, .warn)], 0, .pass),
    ExitCase([(.fail, .report)], 0, .pass),
    ExitCase([(.indeterminate, .warn)], 0, .pass),
    ExitCase([(.indeterminate, .report)], 0, .pass),
    ExitCase([(.notApplicable, .block)], 2, .indeterminate),
    ExitCase([(.notApplicable, .warn), (.notApplicable, .block)], 2, .indeterminate),
    ExitCase([(.notApplicable, .block), (.pass, .block)], 0, .pass),
    ExitCase([(.notApplicable, .block), (.fail, .warn)], 0, .pass),
    ExitCase([(.pass, .block), (.fail, .block)], 1, .fail),
    ExitCase([(.indeterminate, .block), (.fail, .block)], 1, .fail),
    ExitCase([(.indeterminate, .block), (.fail, .warn)], 2, .indeterminate),
    ExitCase([(.fail, .block), (.error, .report)], 3, .error),
    ExitCase([(.indeterminate, .block), (.error, .warn), (.pass, .block)], 3, .error),
  ]
}

@Suite struct ReportTests {
  @Test(arguments: ExitCase.all) func exitCode(_ c: ExitCase) {
    let report = report(c.findings.map(finding))
    #expect(report.exitCode == c.exit)
    #expect(report.verdict == c.verdict)
    #expect(self.report(c.findings.map(finding).reversed()).exitCode == c.exit)
  }

  @Test func aFindingIsNamedByPackCommitmentAndGroup() {
    #expect(finding((verdict: .pass, level: .block)).findingID == "cleveland/A-1")
    #expect(
      finding((verdict: .pass, level: .block), group: "Estates").findingID
        == "cleveland/A-1[Estates]")
  }

  private func finding(
    _ kind: (verdict: Verdict, level: Enforcement.Level), group: String?
  ) -> Finding {
    var promise = commitment()
    promise.enforcement = Enforcement(check: kind.level)
    return Finding(
      pack: Pack(id: "cleveland", title: "", version: "1.0.0", span: promise.span),
      commitment: promise, group: group, verdict: kind.verdict,
      definition: FindingDefinition(
        condition: nil, among: nil, measure: nil, definitions: [:], digest: ""))
  }

  private func finding(_ kind: (verdict: Verdict, level: Enforcement.Level)) -> Finding {
    finding(kind, group: nil)
  }

  private func report(_ findings: [Finding]) -> Report {
    Report(
      asOf: day("2025-04-01"), asOfIsGiven: true, institution: "Northgate", currency: "GBP",
      isPartial: false, choices: [], findings: findings, upcoming: [], templates: [],
      datasets: [],
      run: RunInfo(version: "0", started: "", milliseconds: 0, packs: [], warnings: []))
  }
}
