public import Diagnostics
import Exact
import HoldfastExpressions
public import HoldfastModel

/// Says what awards do to commitments. The base is read once; any number of awards can be judged.
///
/// It decides on the effect of an award, never on the merit of bids.
public struct Gate {
  let base: GateBase
  private let request: RunRequest
  /// The day of the decision; that of the base may lie ahead.
  let today: CivilDate
  private let unjudged: [(name: String, reason: String)]

  /// What a decision is asked to heed.
  public struct Rules: Sendable {
    /// The alternative to judge; nil judges all.
    public var alternative: String?
    /// Whether a miss of what only warns is for a person to look at.
    public var warnRefers = false
    /// The reservation that the award would have, which is no part of its own base.
    public var reservation: String?

    /// All alternatives, and warnings that are told and no more.
    public init() {}
  }

  /// Reads the base of awards.
  ///
  /// - Throws: what is wrong with the packs, the description or the tally.
  public init(_ request: RunRequest, base kind: Proposal.Base) throws(DiagnosticList) {
    var asking = request
    asking.corrections = try Engine(request).corrections()
    asking.stage = .first
    switch kind {
    case .period: break
    case .last12Months:
      asking.take(.last12Months, for: [.fiscalYear, .fiscalYearToDate, .calendarYear])
    case .forecast: asking.takeForecast()
    }
    today = request.asOf
    // Whether a row repeats another shows only where keys are kept.
    asking.keepsAccount = request.institution.datasets.contains { $0.duplicates != nil }
    self.request = asking
    let read = try GateBase(asking)
    base = kind == .forecast ? try read.foreseeing(after: request.asOf) : read
    unjudged = try Self.unjudged(base)
  }

  /// Commitments that no award can be held against, with the reason.
  ///
  /// - Throws: those of them that block awards: what nobody judges must not be approved.
  private static func unjudged(
    _ base: GateBase
  ) throws(DiagnosticList) -> [(name: String, reason: String)] {
    var result: [(name: String, reason: String)] = []
    var problems: [Diagnostic] = []
    let known = Set(base.plan.commitments.map(\.name))
    for commitment in base.plan.all where commitment.commitment.isNamed(by: base.request.only) {
      let blocks = commitment.commitment.enforcement.gate == .block
      if !known.contains(commitment.name) {
        result.append((commitment.name, "it judges other commitments"))
        if blocks {
          problems.append(
            AwardMessage.blocksUnjudged(commitment.commitment, since: "it judges others"))
        }
      } else if base.counted(for: commitment).contains(where: \.readsOutside) {
        result.append((commitment.name, "a plugin judges it by its rows"))
        if blocks {
          problems.append(
            AwardMessage.blocksUnjudged(commitment.commitment, since: "a plugin reads its rows"))
        }
      } else if commitment.commitment.isJointOnly {
        result.append((commitment.name, "several institutions hold it together"))
        if blocks {
          problems.append(
            AwardMessage.blocksUnjudged(
              commitment.commitment, since: "several institutions hold it together"))
        }
      } else if base.notBegun.contains(commitment.name) {
        result.append((commitment.name, "its period has not begun"))
      }
    }
    try DiagnosticList(problems).throwIfErrors()
    return result
  }

  /// Judges a proposal over the base and what is reserved.
  ///
  /// - Throws: what is wrong with the proposal or a reservation, and where an answer would tell of
  ///   single persons.
  public func report(
    on proposal: Proposal, _ book: ReservationBook = ReservationBook(), rules: Rules = Rules()
  ) throws(DiagnosticList) -> GateReport {
    // Whoever asks again for a reservation is told what was told first: later ones do not matter.
    let reserved = Array(
      book.open(for: request.institution.name, on: today)
        .prefix { $0.id != rules.reservation })
    let alternatives = try alternatives(of: proposal, rules)
    let session = try GateSession(
      base, reserved, proposal: proposal,
      awarded: try awarded(book, but: rules.reservation), skipped: Set(unjudged.map(\.name)),
      today: today)
    var outcomes: [GateOutcome] = []
    var problems: [Diagnostic] = []
    for alternative in alternatives {
      do throws(DiagnosticList) {
        outcomes.append(try session.outcome(of: alternative, warnRefers: rules.warnRefers))
      } catch { problems += error.items }
    }
    try DiagnosticList(problems).throwIfErrors()
    var run = request.run
    run.warnings += base.warnings
    return GateReport(
      asOf: today, asOfIsGiven: request.asOfIsGiven, institution: request.institution.name,
      currency: request.institution.currency, proposal: proposal, outcomes: outcomes,
      reserved: reserved.map(\.id), unjudged: unjudged, leftOut: leftOut, run: run)
  }

  /// The commitments that were not asked for, and whether they block awards.
  var leftOut: [(name: String, blocks: Bool)] {
    base.plan.all.filter { !$0.commitment.isNamed(by: request.only) }
      .map { ($0.name, $0.commitment.enforcement.gate == .block) }
  }

  private func alternatives(
    of proposal: Proposal, _ rules: Rules
  ) throws(DiagnosticList) -> [Proposal.Alternative] {
    guard let name = rules.alternative else { return proposal.alternatives }
    if let found = proposal.alternatives.first(where: { $0.id == name }) { return [found] }
    let names = proposal.alternatives.map(\.id)
    throw DiagnosticList([
      Diagnostic(
        .error, "the proposal has no alternative '\(name)'",
        help: Nearest.hint(for: name, in: names) ?? "it has \(names.joined(separator: ", "))")
    ])
  }

  private func awarded(
    _ book: ReservationBook, but own: String?
  ) throws(DiagnosticList) -> [TextKey: Decimal] {
    do throws(ExactError) {
      return try book.awarded(by: request.institution.name, upTo: today, but: own)
    } catch {
      throw DiagnosticList([
        Diagnostic(.error, "what was reserved adds up to more digits than are exact")
      ])
    }
  }
}
