public import Diagnostics
import Exact
import HoldfastCheckers
public import HoldfastModel

/// Evaluates packs over the data of several institutions, and what they promised together.
public struct JointEngine {
  private let requests: [RunRequest]

  /// An engine for the runs of several institutions, over the same packs and the same day.
  public init(_ requests: [RunRequest]) { self.requests = requests }

  /// Every report, and the findings of what is held jointly.
  ///
  /// - Throws: what is wrong with the packs or a description, and what keeps the institutions from
  ///   being told apart.
  public func run() throws(DiagnosticList) -> JointReport {
    try checkNames()
    var outcomes: [Engine.Outcome] = []
    for request in requests { outcomes.append(try Engine(request).evaluated()) }
    return JointReport(reports: outcomes.map(\.report), joint: settled(outcomes))
  }

  private func checkNames() throws(DiagnosticList) {
    var seen: Set<TextKey> = []
    for request in requests where !seen.insert(TextKey(request.institution.name)).inserted {
      throw DiagnosticList([
        Diagnostic(
          "two institutions are called '\(request.institution.name)'",
          at: request.institution.span, help: "name each institution once")
      ])
    }
    if let first = requests.first, let other = requests.first(where: { $0.asOf != first.asOf }) {
      throw DiagnosticList([
        Diagnostic(
          "it is \(first.asOf) for \(first.institution.name) and \(other.asOf) for "
            + "\(other.institution.name)", at: other.institution.span,
          help: "name the day that all are judged on: --as-of \(first.asOf)")
      ])
    }
  }

  /// The joint findings, once plugins that were asked for them have ended well.
  private func settled(_ outcomes: [Engine.Outcome]) -> [Finding] {
    requests[0].outside.settled { outside in
      var asked = outcomes
      for run in asked.indices {
        for place in asked[run].contributions.indices {
          asked[run].contributions[place].conclusion.outside = outside
        }
      }
      return joint(asked)
    }
  }

  private func joint(_ outcomes: [Engine.Outcome]) -> [Finding] {
    let twins = JointTwins(requests: requests, reports: outcomes.map(\.report))
    return requests[0].packs.flatMap { pack in
      pack.commitments.flatMap { commitment -> [Finding] in
        guard let rule = commitment.joint else { return [] }
        let name = "\(pack.id)/\(commitment.id)"
        let members = rule.institutions.map { Set($0.map { TextKey($0.value) }) }
        let all = outcomes.flatMap(\.contributions).filter { $0.commitment.name == name }
        guard let sample = all.first else { return [] }
        let contributions = all.filter {
          members?.contains(TextKey($0.institution)) ?? true
        }
        let present = Set(contributions.map { TextKey($0.institution) })
        // Who is in the run and could not be counted is missing as well.
        let promised = rule.institutions?.map(\.value) ?? outcomes.map(\.report.institution)
        let missing = promised.filter { !present.contains(TextKey($0)) }
        let conclusion = JointConclusion(
          contributions: contributions, sample: sample, missing: missing,
          asOf: requests[0].asOf)
        return conclusion.findings().map { twins.refusing($0, contributions) }.veiled()
      }
    }
  }
}
