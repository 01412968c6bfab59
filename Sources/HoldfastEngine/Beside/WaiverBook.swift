import Crypto
public import Diagnostics
import Exact
public import HoldfastModel

/// The dated exceptions of an institution, as a run takes them.
public struct WaiverBook: Sendable {
  private let waivers: [Waiver]
  private let file: String
  private let digest: String

  /// The waivers of a file.
  public init(_ waivers: [Waiver], source: SourceText) {
    self.waivers = waivers
    file = source.name
    digest = hexadecimal(SHA256.hash(data: source.utf8))
  }

  /// Those that hold on a day.
  func holding(on day: CivilDate) -> WaiverBook {
    WaiverBook(waivers.filter { $0.holds(on: day) }, file: file, digest: digest)
  }

  private init(_ waivers: [Waiver], file: String, digest: String) {
    (self.waivers, self.file, self.digest) = (waivers, file, digest)
  }

  /// The finding as a waiver that holds on the day leaves it: fail and indeterminate are waived,
  /// nothing else is.
  func applied(to finding: Finding, asOf day: CivilDate) -> Finding {
    guard finding.verdict == .fail || finding.verdict == .indeterminate,
      let waiver = waivers.first(where: { $0.holds(on: day) && $0.name.covers(finding) })
    else { return finding }
    var result = finding
    result.waiver = AppliedWaiver(
      waiver: waiver, otherwise: finding.verdict, endsSoon: waiver.endsSoon(after: day))
    result.verdict = .waived
    return result
  }

  /// What became of each waiver, and what is wrong with those of groups that there are none of.
  func report(
    on findings: [Finding], _ request: RunRequest
  ) -> (report: WaiverReport, problems: [Diagnostic]) {
    let groups = GroupCheck(findings, what: "the waiver")
    let inForce = waivers.filter { $0.holds(on: request.asOf) }
    let entries = waivers.map { entry($0, findings, request) }
    return (
      WaiverReport(file: file, digest: digest, entries: entries),
      inForce.compactMap { groups.problem(of: $0.name) }
    )
  }

  private func entry(
    _ waiver: Waiver, _ findings: [Finding], _ request: RunRequest
  ) -> WaiverReport.Entry {
    let own = findings.filter { waiver.name.covers($0) }
    let promise = request.packs.first { $0.id == waiver.name.pack }?.commitments
      .first { $0.id == waiver.name.id }
    let isAlsoJoint = promise.map { $0.joint != nil && !$0.isJointOnly } ?? false
    return WaiverReport.Entry(
      waiver: waiver, state: Self.state(waiver, own, asOf: request.asOf),
      findings: own.map(\.findingID), isAlsoJoint: isAlsoJoint,
      endsSoon: waiver.endsSoon(after: request.asOf))
  }

  private static func state(
    _ waiver: Waiver, _ findings: [Finding], asOf day: CivilDate
  ) -> WaiverState {
    if waiver.expires < day { return .expired }
    if waiver.issued > day { return .notBegun }
    if findings.isEmpty { return .unused }
    if findings.contains(where: { $0.verdict == .waived }) { return .used }
    if findings.contains(where: { $0.verdict == .error }) { return .error }
    return findings.contains { $0.cause == .heldJointly } ? .joint : .unneeded
  }
}
