import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// Turns what several institutions add to a commitment into what they came to together.
struct JointConclusion {
  /// What each institution adds that promised it.
  let contributions: [Contribution]
  /// What some institution of the run adds, from which the promise is known.
  let sample: Contribution
  /// Names of institutions that promised it too and are not in the run.
  let missing: [String]
  let asOf: CivilDate

  /// The one whose rules hold for all: what is about persons for one is for all.
  private var first: Contribution {
    contributions.first { $0.conclusion.isPersonal } ?? contributions.first ?? sample
  }
  private var promise: Commitment { first.commitment.commitment }

  /// The findings, by group.
  func findings() -> [Finding] {
    if let cause = first.commitment.outOfForce(asOf) {
      return [finding("", .notApplicable, cause)]
    }
    if contributions.isEmpty { return [finding("", .indeterminate, .institutionsMissing(missing))] }
    if let problem = JointAgreement(contributions: contributions).problem {
      var result = finding("", .indeterminate, nil)
      result.fail(problem)
      return [result]
    }
    let day = first.period.to
    let step = first.commitment.jointLines.last { step in step.from.map { $0 <= day } ?? true }
    guard let step else {
      let begins = first.commitment.jointLines.first?.from ?? day
      return [finding("", .notApplicable, .scheduleNotBegun(begins))]
    }
    return groups.map { judged($0, step.aim) }
  }

  /// The groups that any institution has, by code point; one without a name where there are none.
  private var groups: [String] {
    let found = contributions.flatMap { $0.findings.compactMap { $0.group.map(TextKey.init) } }
    return found.isEmpty ? [""] : Set(found).sorted().map(\.text)
  }

  private func finding(_ group: String, _ verdict: Verdict, _ cause: Cause?) -> Finding {
    var result = first.conclusion.finding(
      group.isEmpty ? nil : group, verdict, cause, first.period)
    result.isJoint = true
    return result
  }

  private func judged(_ group: String, _ aim: Aim) -> Finding {
    var result = finding(group, .indeterminate, nil)
    for contribution in contributions {
      guard let own = contribution.obstacle(for: group) else { continue }
      result.rest(on: own, named: contribution.institution)
      result.isVeiled = own.isVeiled
      return result
    }
    do throws(ExactError) {
      result = try concluded(group, aim)
    } catch {
      result.fail(
        Diagnostic(
          "a number of '\(promise.id)' has more than 38 digits", at: promise.span,
          help: "check the amounts, or give the measure's columns a smaller scale"))
      return result
    }
    for contribution in contributions {
      if let own = contribution.finding(of: group) {
        result.parts.append((contribution.institution, own))
      }
    }
    guard !missing.isEmpty else { return result }
    // What is there is no bound of the whole: what is missing may be below zero.
    result = withoutVerdict(result)
    result.cause = .institutionsMissing(missing)
    return result
  }

  /// All rows together, held against the line.
  private func concluded(_ group: String, _ aim: Aim) throws(ExactError) -> Finding {
    var result = finding(group, .indeterminate, nil)
    var whole = try first.slice(of: group)
    let others = contributions.filter { $0.institution != first.institution }
    for contribution in others { try whole.merge(contribution.slice(of: group)) }
    let groups = [OutsideGroup(group.isEmpty ? nil : group, whole)]
    // What is withheld of one could be worked out from the whole and the others.
    let own = contributions.compactMap { $0.finding(of: group)?.measurement }
    var conclusion = first.conclusion
    conclusion.hasFewInParts = own.contains(where: \.isWithheld)
    try conclusion.conclude(whole, groups, aim, first.period, into: &result)
    guard result.verdict != .error else { return result }
    // A further line is one that each was to reach alone.
    result.stretch = nil
    let isPersonal = contributions.contains { $0.conclusion.isPersonal }
    if isPersonal {
      Privacy(slice: whole).apply(to: &result)
      let findings = contributions.compactMap { $0.finding(of: group) }
      result.leftOut = Privacy.withheld(result.leftOut, where: findings.map(\.leftOut))
      result.unmatched = Privacy.withheld(result.unmatched, where: findings.map(\.unmatched))
    }
    if conclusion.hasFewInParts {
      result.measurement?.isWithheld = true
      (result.headroom, result.shortfall) = (nil, nil)
      (result.settlesPass, result.settlesFail) = (nil, nil)
    }
    return result
  }

  private func withoutVerdict(_ finding: Finding) -> Finding {
    var result = finding
    result.verdict = .indeterminate
    result.measurement?.bounds = nil
    (result.headroom, result.shortfall) = (nil, nil)
    (result.settlesPass, result.settlesFail) = (nil, nil)
    (result.stretch, result.score) = (nil, nil)
    return result
  }
}
