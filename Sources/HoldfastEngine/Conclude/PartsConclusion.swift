import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// Turns what parts came to into the findings of the commitment that is made of them.
struct PartsConclusion {
  let commitment: CheckedCommitment
  let calendar: FiscalCalendar
  let asOf: CivilDate
  let draw: LineDrawing

  private typealias Part = (name: String, findings: [Finding])

  private var promise: Commitment { commitment.commitment }
  private var declaration: CheckerDeclaration? {
    Checkers.declaration(of: promise.check.value)
  }

  /// The findings, by group.
  func findings(_ parts: [(name: String, findings: [Finding])]) -> [Finding] {
    if let cause = commitment.outOfForce(asOf) {
      return [finding(nil, .notApplicable, cause, nil)]
    }
    let period = calendar.period(promise.period, asOf: asOf)
    let step = commitment.lines.last { step in step.from.map { $0 <= period.to } ?? true }
    if step == nil, let first = commitment.lines.first?.from {
      return [finding(nil, .notApplicable, .scheduleNotBegun(first), period)]
    }
    guard promise.per != nil, declaration?.comparesGroups == false else {
      return [judged(parts, nil, step?.aim, period)]
    }
    let groups = Set(parts.flatMap { $0.findings.compactMap { $0.group.map(TextKey.init) } })
    guard !groups.isEmpty else { return [judged(parts, nil, step?.aim, period)] }
    return groups.sorted().map { group in
      let own = parts.map { part in
        // A part without groups is the same for each.
        (part.name, part.findings.filter { $0.group.map { TextKey($0) == group } ?? true })
      }
      return judged(own, group.text, step?.aim, period)
    }
  }

  private func finding(
    _ group: String?, _ verdict: Verdict, _ cause: Cause?, _ period: Period?
  ) -> Finding {
    var result = Finding(
      pack: commitment.pack, commitment: promise, group: group, verdict: verdict,
      definition: commitment.definition)
    result.cause = cause
    result.period = period
    return result
  }

  private func judged(
    _ parts: [Part], _ group: String?, _ aim: Aim?, _ period: Period
  ) -> Finding {
    var result = finding(group, .indeterminate, nil, period)
    guard let checker = Checkers.named(promise.check.value) as? any PartsChecker else {
      return result
    }
    guard let measurements = measurements(parts, &result) else { return result }
    guard !Self.tellsOfFew(result.parts.map(\.finding)) else { return Suppression.hidden(result) }
    let unit = commitment.currency.map(Measurement.Unit.money) ?? .number
    var context = CheckerContext(
      promise, missing: promise.missing, direction: nil, measureUnit: unit)
    context.asOf = asOf
    result.currency = commitment.currency
    do throws(PartsProblem) {
      var measurement = try checker.conclude(measurements, context)
      measurement.remarks += Self.hidden(parts)
      let holding = Holding(commitment: commitment, asOf: asOf, period: period, draw: draw)
      do throws(ExactError) {
        try holding.hold(measurement, against: aim, into: &result)
      } catch { throw PartsProblem(.exact(error)) }
    } catch {
      result.fail(message(error))
    }
    return result
  }

  /// Whether amounts of few persons are what one part has and another of the same rows has not.
  private static func tellsOfFew(_ parts: [Finding]) -> Bool {
    let sums = parts.filter { $0.isAboutPersons == true && $0.measurement?.countsRows == false }
    return sums.indices.contains { place in
      sums[(place + 1)...].contains { other in
        let one = sums[place]
        guard one.dataset == other.dataset, one.period == other.period,
          one.group.map(TextKey.init) == other.group.map(TextKey.init),
          let mine = one.measurement?.rows, let theirs = other.measurement?.rows
        else { return false }
        return mine != theirs && (mine - theirs).magnitude < Suppression.minimum
      }
    }
  }

  /// What is to be said of groups that are too small to be compared.
  private static func hidden(_ parts: [Part]) -> [String] {
    let groups = parts.flatMap(\.findings).filter { $0.cause == .suppressed && $0.group != nil }
      .compactMap { $0.group.map(TextKey.init) }
    let count = Set(groups).count
    guard count > 0 else { return [] }
    let noun = count == 1 ? "1 group" : "\(count) groups"
    return ["Not compared, since it would tell of too few persons: \(noun)."]
  }

  private func message(_ problem: PartsProblem) -> Diagnostic {
    switch problem.kind {
    case .wrong(let message, let help): Diagnostic(message, at: promise.span, help: help)
    case .exact:
      Diagnostic(
        "a number of '\(promise.id)' has more than 38 digits", at: promise.span,
        help: "check the amounts, or give the measure's columns a smaller scale")
    }
  }

  /// The measurements of the parts; nil, with the reason, where one is missing.
  private func measurements(_ parts: [Part], _ result: inout Finding) -> PartMeasurements? {
    let members = Dictionary(
      promise.members("members").map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [String: [PartMeasurements.Entry]] = [:]
    for part in parts {
      if let member = members[part.name] {
        guard let entry = self.entry(of: member, part.findings, &result) else { return nil }
        entries[part.name] = [entry]
        continue
      }
      if declaration?.toleratesEmptyParts == true,
        part.findings.allSatisfy({ $0.cause == .nothingSelected && $0.measurement?.selected == 0 })
      {
        continue
      }
      // Groups of too few persons are not compared, and not told.
      let shown = part.findings.filter { $0.cause != .suppressed || part.findings.count == 1 }
      if let broken = shown.first(where: { !$0.isMeasured })
        ?? (shown.isEmpty ? part.findings.first : nil)
      {
        result.rest(on: broken, named: part.name)
        return nil
      }
      for finding in shown {
        guard let measurement = finding.measurement else { continue }
        result.parts.append((part.name, finding))
        entries[part.name, default: []].append((finding.group ?? "", measurement))
      }
      guard entries[part.name] != nil else {
        let missing = finding(result.group, .indeterminate, .groupWithoutRows, result.period)
        result.rest(on: missing, named: part.name)
        return nil
      }
    }
    return PartMeasurements(entries)
  }

  /// What a member counts for: the worst of its groups.
  private func entry(
    of member: CheckerOption.Member, _ findings: [Finding], _ result: inout Finding
  ) -> PartMeasurements.Entry? {
    if let broken = findings.first(where: { $0.verdict == .error }) {
      result.rest(on: broken, named: member.id.value)
      return nil
    }
    // Whether it is kept is known of all who promised it, and of none alone.
    if let joint = findings.first(where: { $0.cause == .heldJointly }) {
      result.rest(on: joint, named: member.id.value)
      return nil
    }
    for finding in findings { result.parts.append((member.id.value, finding)) }
    if member.fullAt != nil, let other = findings.first(where: { $0.isNoShare }) {
      result.fail(
        Diagnostic(
          "'\(other.id)' is no share, so no part of its points can be earned", at: member.id.span,
          help: "write weight: for a plain pass"))
      return nil
    }
    let scores = findings.map { $0.score(fullAt: member.fullAt) }
    guard let lower = scores.map(\.lower).min(), let upper = scores.map(\.upper).min() else {
      return nil
    }
    var measurement = Measurement(.parts, unit: .number)
    measurement.bounds = .init(lower, upper)
    measurement.certain = 1
    measurement.selected = 1
    return ("", measurement)
  }
}

extension Finding {
  /// Whether it measures something else than a part of a whole.
  fileprivate var isNoShare: Bool {
    guard let measurement else { return false }
    return measurement.unit != .share
  }

  /// What it earns as a member of another commitment, from 0 to 1: all for a pass, or in proportion
  /// to its share. Waived and not applicable members earn nothing.
  fileprivate func score(fullAt: Decimal?) -> Measurement.Bounds {
    guard let fullAt else {
      switch verdict {
      case .pass: return .init(Rational(1), Rational(1))
      case .indeterminate: return .init(.zero, Rational(1))
      default: return .init(.zero, .zero)
      }
    }
    guard verdict != .notApplicable, verdict != .waived else { return .init(.zero, .zero) }
    guard isMeasured, let bounds = measurement?.bounds,
      let lower = try? bounds.lower.divided(by: Rational(fullAt)),
      let upper = try? bounds.upper.divided(by: Rational(fullAt))
    else { return .init(.zero, Rational(1)) }
    let one = Rational(1)
    return .init(max(.zero, min(one, lower)), max(.zero, min(one, upper)))
  }
}

extension CheckedCommitment {
  /// Why its pack says nothing on a day.
  func outOfForce(_ day: CivilDate) -> Cause? {
    if let first = pack.effective, day < first { return .notYetEffective(first) }
    if let last = pack.until, day > last { return .noLongerEffective(last) }
    return nil
  }
}
