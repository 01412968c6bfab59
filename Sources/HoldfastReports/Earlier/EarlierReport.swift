public import Diagnostics
import Exact
public import HoldfastModel
import JSONText

/// A JSON report of another day, for runs that fail only on what got worse since.
public struct EarlierReport: Sendable {
  private let institution: String
  private let run: EarlierRun
  private let findings: [TextKey: EarlierFinding]

  /// Reads the report of a file; `digest` is that of its bytes.
  ///
  /// - Throws: where it is no JSON report of one institution.
  public init(parsing bytes: [UInt8], file: String, digest: String) throws(Diagnostic) {
    let json: JSONValue
    do throws(JSONError) { json = try JSONValue(parsing: bytes) } catch {
      throw Self.noReport(file)
    }
    guard json["holdfast"]?.text == "1", let result = json["result"],
      let institution = result["institution"]?.text,
      let asOf = result["as_of"]?.text.flatMap({ CivilDate($0) }),
      let items = result["findings"]?.items
    else { throw Self.noReport(file) }
    let findings = items.compactMap { EarlierFinding($0) }
    guard findings.count == items.count else { throw Self.noReport(file) }
    self.institution = institution
    self.findings = Dictionary(
      findings.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    guard self.findings.count == items.count else { throw Self.noReport(file) }
    run = EarlierRun(file: file, digest: digest, asOf: asOf, gone: [])
  }

  private static func noReport(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "this is no JSON report of one institution, as this version of holdfast writes it",
      at: .file(file), help: "write one with holdfast check ... --report json=FILE")
  }

  /// The report with how each miss stands to this one.
  ///
  /// - Throws: where this one is of another institution, or of a later day.
  public func compared(with report: Report) throws(Diagnostic) -> Report {
    guard institution == report.institution else {
      throw Diagnostic(
        .error,
        "the earlier report is of '\(institution)', and this run of '\(report.institution)'",
        at: .file(run.file), help: "name a report of the same institution")
    }
    guard run.asOf <= report.asOf else {
      throw Diagnostic(
        .error, "the earlier report speaks about \(run.asOf), and this run about \(report.asOf)",
        at: .file(run.file), help: "name a report of the same day or an earlier one")
    }
    var result = report
    for place in report.findings.indices {
      result.findings[place].standing = standing(of: report.findings[place])
    }
    var earlier = run
    earlier.gone = gone(from: report)
    result.earlier = earlier
    return result
  }

  private func standing(of finding: Finding) -> Standing? {
    guard finding.verdict == .fail || finding.verdict == .indeterminate else { return nil }
    guard let then = findings[TextKey(finding.findingID)] else { return .new }
    let text = FindingJSON(finding: finding).value.compactText
    guard let json = try? JSONValue(parsing: Array(text.utf8)), let now = EarlierFinding(json)
    else { return .changed }
    return then.standing(of: now)
  }

  /// What it speaks of and the run does not. Of a run of some commitments only these are asked for.
  private func gone(from report: Report) -> [String] {
    let present = Set(report.findings.map { TextKey($0.findingID) })
    let evaluated = Set(report.findings.map { "\($0.pack)/\($0.id)" })
    return findings.values.filter { finding in
      finding.verdict != .notApplicable && !present.contains(finding.name)
        && (!report.isPartial || evaluated.contains(finding.commitment))
    }.map(\.name).sorted().map(\.text)
  }
}
