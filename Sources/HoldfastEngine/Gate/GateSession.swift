import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel

/// One proposal before the gate: the base with what is reserved, and each alternative added to it.
final class GateSession {
  let base: GateBase
  let proposal: Proposal
  let reserved: [Award]
  /// What suppliers were awarded in twelve months, by supplier.
  let awarded: [TextKey: Decimal]
  /// The commitments that are judged.
  let commitments: [CheckedCommitment]
  /// What is counted for them, by name.
  let counted: Set<String>
  /// The base with what is reserved, by the year of the award: the same for every alternative.
  var standing: [Int: AwardPass] = [:]
  /// What commitments come to without the award, by that year and by name.
  var known: [Int: [String: [Finding]]] = [:]

  init(
    _ base: GateBase, _ reservations: [Reservation], proposal: Proposal,
    awarded: [TextKey: Decimal], skipped: Set<String>, today: CivilDate
  ) throws(DiagnosticList) {
    self.base = base
    self.proposal = proposal
    self.awarded = awarded
    commitments = base.plan.commitments.filter { !skipped.contains($0.name) }
    counted = Set(commitments.flatMap { base.counted(for: $0).map(\.name) })
    var reserved: [Award] = []
    var problems: [Diagnostic] = []
    for reservation in reservations {
      var reader = AwardReader(base.request.institution)
      reserved.append(reader.award(reservation, on: today))
      problems += reader.problems.map { GateMessage.unreadable(reservation, $0) }
    }
    try DiagnosticList(problems).throwIfErrors()
    self.reserved = reserved
  }

  /// What the gate says of an alternative.
  func outcome(
    of alternative: Proposal.Alternative, warnRefers: Bool
  ) throws(DiagnosticList) -> GateOutcome {
    var reader = AwardReader(base.request.institution)
    let award = reader.award(alternative, replacing: proposal.replaces)
    try DiagnosticList(reader.problems + NewRows(base).problems(award, reserved)).throwIfErrors()
    var effects: [GateEffect] = []
    var warnings: [Diagnostic] = []
    var spokenOf: Set<Int> = []
    for year in 1...award.years {
      let found = try self.effects(of: award, in: year, alternative)
      effects = Self.worse(effects, found.effects)
      warnings += found.warnings.filter { item in
        !warnings.contains { $0.message == item.message && $0.place.line == item.place.line }
      }
      spokenOf.formUnion(found.spokenOf)
    }
    warnings += award.rows.indices.filter { !spokenOf.contains($0) }
      .map { AwardMessage.unseen(award.rows[$0]) }
    effects = ordered(effects)
    let touched = Set(effects.map { "\($0.after.pack)/\($0.after.id)" })
    return GateOutcome(
      alternative: alternative, value: try value(of: alternative),
      decision: Self.decision(effects, isSpokenOf: !spokenOf.isEmpty, warnRefers: warnRefers),
      effects: effects,
      untouched: commitments.map(\.name).filter { !touched.contains($0) },
      warnings: warnings)
  }

  private func value(of alternative: Proposal.Alternative) throws(DiagnosticList) -> Decimal? {
    do throws(ExactError) { return try proposal.value(of: alternative) } catch {
      throw DiagnosticList([GateMessage.tooLarge(alternative)])
    }
  }

  /// What all effects decide together. An award that no commitment speaks of was not judged.
  private static func decision(
    _ effects: [GateEffect], isSpokenOf: Bool, warnRefers: Bool
  ) -> GateDecision {
    guard isSpokenOf else { return .refer }
    let decisions = effects.map { effect -> GateDecision in
      if effect.decision == .error { return .error }
      switch effect.level {
      case .block: return effect.decision
      case .warn where warnRefers && effect.decision != .approve: return .refer
      case .warn, .report: return .approve
      }
    }
    return GateDecision.worst(of: decisions) ?? .approve
  }

  /// Of the effects of several years on one commitment the worst; of equals the earlier.
  private static func worse(_ some: [GateEffect], _ others: [GateEffect]) -> [GateEffect] {
    var result = some
    for effect in others {
      guard let place = result.firstIndex(where: { $0.name == effect.name }) else {
        result.append(effect)
        continue
      }
      let worst = GateDecision.worst(of: [result[place].decision, effect.decision])
      if worst != result[place].decision { result[place] = effect }
    }
    return result
  }

  private func ordered(_ effects: [GateEffect]) -> [GateEffect] {
    let places = Dictionary(
      commitments.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    return effects.enumerated().sorted { left, right in
      let mine = places["\(left.element.after.pack)/\(left.element.after.id)"] ?? .max
      let other = places["\(right.element.after.pack)/\(right.element.after.id)"] ?? .max
      if mine != other { return mine < other }
      return TextKey(left.element.after.group ?? "") < TextKey(right.element.after.group ?? "")
    }.map(\.element)
  }
}

extension GateEffect {
  /// The commitment and group.
  fileprivate var name: String { after.findingID }
}
