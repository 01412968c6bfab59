import CEL
import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel

/// One year of an award.
extension GateSession {
  /// What an award does in one of its years.
  func effects(
    of award: Award, in year: Int, _ alternative: Proposal.Alternative
  ) throws(DiagnosticList) -> (effects: [GateEffect], warnings: [Diagnostic], spokenOf: Set<Int>) {
    let standing = self.standing(in: year)
    var added = AwardPass(standing.base, judged: counted)
    added.add(award, year: year)
    try DiagnosticList(standing.problems + added.problems).throwIfErrors()
    let touched = commitments.filter { commitment in
      base.counted(for: commitment).contains { added.selected[$0.name] != nil }
    }
    try refusePersonal(touched, added)
    let before = self.before(touched, in: year)
    let after = added.base.findings(of: touched)
    var effects: [GateEffect] = []
    for commitment in touched {
      let isUnfit = base.counted(for: commitment).contains {
        added.unfit.contains($0.name) || standing.unfit.contains($0.name)
      }
      effects += try self.effects(
        on: commitment, before[commitment.name] ?? [], after[commitment.name] ?? [],
        isUnfit: isUnfit, alternative,
        // The year is told where there are several, and each is held against a year by itself.
        year: award.years > 1 && isYearly(commitment) ? year : nil)
    }
    return (effects, added.warnings, added.spokenOf)
  }

  private func standing(in year: Int) -> AwardPass {
    if let known = standing[year] { return known }
    var pass = AwardPass(base, judged: counted)
    for other in reserved { pass.add(other, year: year) }
    standing[year] = pass
    return pass
  }

  /// The findings of some commitments without the award, each made once.
  private func before(
    _ touched: [CheckedCommitment], in year: Int
  ) -> [String: [Finding]] {
    let missing = touched.filter { known[year]?[$0.name] == nil }
    known[year, default: [:]].merge(standing(in: year).base.findings(of: missing)) { $1 }
    return known[year] ?? [:]
  }

  private func isYearly(_ commitment: CheckedCommitment) -> Bool {
    base.counted(for: commitment).contains { base.places[$0.name]?.isYearly == true }
  }

  /// The effects on the groups of a commitment.
  private func effects(
    on commitment: CheckedCommitment, _ before: [Finding], _ after: [Finding], isUnfit: Bool,
    _ alternative: Proposal.Alternative, year: Int?
  ) throws(DiagnosticList) -> [GateEffect] {
    var effects: [GateEffect] = []
    for finding in after {
      let old =
        before.first { TextKey($0.group ?? "") == TextKey(finding.group ?? "") }
        ?? (before.count == 1 && before[0].group == nil && before[0].verdict == .error
          ? before[0] : nil)
      guard finding.isMoved(from: old) || finding.verdict == .error else { continue }
      if finding.isAboutFew || old?.isAboutFew == true {
        throw DiagnosticList([AwardMessage.personal([commitment.name])])
      }
      let rule = GateRule(before: old, after: finding)
      var decision = rule.decision
      if isUnfit, decision == .approve { decision = .refer }
      let bound = try bound(finding, commitment, alternative)
      let change =
        decision == .reject || decision == .refer
        ? (try? GateTurn(before: old, after: finding).change()) ?? nil : nil
      var effect = GateEffect(
        before: old, after: finding, year: year, decision: decision, level: bound.level,
        unblocked: bound.reason, isWorse: rule.isWorse, change: isUnfit ? nil : change)
      effect.leavesReplaced = isUnfit
      effects.append(effect)
    }
    return effects
  }

  /// What a miss does to this award.
  private func bound(
    _ finding: Finding, _ commitment: CheckedCommitment, _ alternative: Proposal.Alternative
  ) throws(DiagnosticList) -> (level: Enforcement.Level, reason: String?) {
    let level = finding.enforcement.gate
    guard level == .block, let part = commitment.blockWhen else { return (level, nil) }
    try checkSuppliers(alternative)
    let value = try largest(alternative, for: commitment)
    let award = AwardSchema(stage: proposal.stage, value: value, pack: commitment.pack)
    switch part.program.evaluate(award) {
    case .bool(true): return (.block, nil)
    case .bool(false): return (.warn, part.source.text)
    case .error(let error):
      throw DiagnosticList([GateMessage.failed(part.source, error.discreetMessage)])
    default: throw DiagnosticList([GateMessage.failed(part.source, "it is not known")])
    }
  }

  /// Refuses names of suppliers that rows contradict: an award under two names would look like two.
  private func checkSuppliers(_ alternative: Proposal.Alternative) throws(DiagnosticList) {
    let places = base.request.institution.datasets.map { dataset in
      (dataset.name, Set(dataset.references.map(\.by.value)))
    }
    for lot in alternative.lots {
      guard let supplier = lot.supplier ?? alternative.supplier else { continue }
      let strange = lot.rows.first { row in
        let keys = places.first { $0.0 == row.dataset }?.1 ?? []
        return row.cells.contains { keys.contains($0.column) }
          && !row.cells.contains { TextKey($0.text) == TextKey(supplier) }
      }
      if let strange { throw DiagnosticList([GateMessage.otherSupplier(supplier, strange)]) }
    }
  }

  /// The most that one supplier of the award was awarded in twelve months, this award included.
  private func largest(
    _ alternative: Proposal.Alternative, for commitment: CheckedCommitment
  ) throws(DiagnosticList) -> Decimal {
    var most: Decimal?
    do throws(ExactError) {
      for (supplier, value) in try proposal.shares(of: alternative) {
        let sum = try value.adding(awarded[supplier] ?? .zero)
        most = max(most ?? sum, sum)
      }
    } catch {
      throw DiagnosticList([GateMessage.tooLarge(alternative)])
    }
    guard let most else {
      throw DiagnosticList([GateMessage.noSupplier(alternative, commitment.commitment)])
    }
    return most
  }

  /// Refuses an answer from which something could be learned of one person.
  private func refusePersonal(
    _ touched: [CheckedCommitment], _ pass: AwardPass
  ) throws(DiagnosticList) {
    for commitment in touched {
      for part in base.counted(for: commitment) {
        guard let rows = pass.selected[part.name], rows < Suppression.minimum,
          let dataset = base.request.institution.dataset(part.schema.dataset),
          part.isPersonal(in: dataset)
        else { continue }
        throw DiagnosticList([AwardMessage.personal([commitment.name])])
      }
    }
  }
}

extension Finding {
  /// Whether something of it is withheld, since it would tell of too few persons: how it moved would
  /// tell of them too.
  fileprivate var isAboutFew: Bool { cause == .suppressed || measurement?.isWithheld == true }

  /// Whether anything of it is not as it was.
  fileprivate func isMoved(from old: Finding?) -> Bool {
    guard let old else { return true }
    guard verdict == old.verdict, cause == old.cause, target == old.target else { return true }
    // What rests on parts that cannot be told has no number that could show how they moved.
    if !parts.isEmpty, measurement?.bounds == nil { return true }
    guard let now = measurement, let then = old.measurement else {
      return (measurement == nil) != (old.measurement == nil)
    }
    return now.bounds != then.bounds || now.numerator != then.numerator
      || now.denominator != then.denominator || now.unknown != then.unknown
      || now.selected != then.selected || now.unknownRows != then.unknownRows
  }
}
