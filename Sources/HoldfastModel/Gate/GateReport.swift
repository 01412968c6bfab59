public import Diagnostics
public import Exact

/// What the gate says of an award.
public enum GateDecision: String, Sendable, CaseIterable {
  /// Nothing stands against it.
  case approve
  /// A person has to look at it.
  case refer
  /// It breaks what the institution is bound to.
  case reject
  /// Something could not be evaluated.
  case error

  /// The one that decides among several; nil of none.
  public static func worst(of some: [GateDecision]) -> GateDecision? {
    [.error, .reject, .refer, .approve].first(where: some.contains)
  }

  /// The exit code.
  public var exitCode: Int32 {
    switch self {
    case .approve: 0
    case .reject: 1
    case .refer: 2
    case .error: 3
    }
  }
}

/// The least change of an award that would turn the decision for a commitment.
public struct GateChange: Sendable, Hashable {
  /// How much more of the award has to count for certain, or how much less may count.
  public var amount: Decimal
  /// Whether more of it has to count; else less of it may.
  public var isMore: Bool
  /// Whether the award is large enough for that.
  public var isPossible: Bool

  /// A change.
  public init(amount: Decimal, isMore: Bool, isPossible: Bool) {
    self.amount = amount
    self.isMore = isMore
    self.isPossible = isPossible
  }
}

/// What an award does to one commitment, and group.
public struct GateEffect: Sendable {
  /// The finding without the award; nil where there was none of the group.
  public var before: Finding?
  /// The finding with it.
  public var after: Finding
  /// The year of the award, where it has several and each is held against a year by itself.
  public var year: Int?
  /// What the commitment alone would decide.
  public var decision: GateDecision
  /// What a miss does at the gate.
  public var level: Enforcement.Level
  /// Why a commitment that blocks does not block this award; nil where it does, or never blocks.
  public var unblocked: String?
  /// Whether the bound on the failing side moved away from the line.
  public var isWorse: Bool
  /// The least change that would turn the decision; nil where none is known, or none is wanted.
  public var change: GateChange?
  /// Whether what falls away could not be taken away, so that a person has to look at it.
  public var leavesReplaced = false

  /// An effect.
  public init(
    before: Finding?, after: Finding, year: Int?, decision: GateDecision, level: Enforcement.Level,
    unblocked: String?, isWorse: Bool, change: GateChange?
  ) {
    self.before = before
    self.after = after
    self.year = year
    self.decision = decision
    self.level = level
    self.unblocked = unblocked
    self.isWorse = isWorse
    self.change = change
  }
}

/// What the gate says of one alternative.
public struct GateOutcome: Sendable {
  /// The alternative.
  public var alternative: Proposal.Alternative
  /// What it is worth; nil where nobody says.
  public var value: Decimal?
  /// What the gate says.
  public var decision: GateDecision
  /// What it does to the commitments that it touches, in the order of the packs.
  public var effects: [GateEffect]
  /// The commitments that it does not touch, as `pack/id`.
  public var untouched: [String]
  /// What is worth knowing about its rows.
  public var warnings: [Diagnostic]

  /// An outcome.
  public init(
    alternative: Proposal.Alternative, value: Decimal?, decision: GateDecision,
    effects: [GateEffect], untouched: [String], warnings: [Diagnostic]
  ) {
    self.alternative = alternative
    self.value = value
    self.decision = decision
    self.effects = effects
    self.untouched = untouched
    self.warnings = warnings
  }
}

/// What the gate says of a proposal.
public struct GateReport: Sendable {
  /// The day that the gate decides for.
  public var asOf: CivilDate
  /// Whether that is not the day of the run.
  public var asOfIsGiven: Bool
  /// The institution's name.
  public var institution: String
  /// The code of its currency.
  public var currency: String
  /// The proposal.
  public var proposal: Proposal
  /// The alternatives, side by side.
  public var outcomes: [GateOutcome]
  /// The reservations that are part of what the award is added to, by name.
  public var reserved: [String]
  /// The reservation that was made; nil where none was.
  public var reservation: Reservation?
  /// Whether that had been made before.
  public var wasReserved = false
  /// Commitments that the gate does not judge, with the reason.
  public var unjudged: [(name: String, reason: String)]
  /// Commitments that were not asked for, as `pack/id`, and whether they block awards: one that the
  /// others let through may miss them.
  public var leftOut: [(name: String, blocks: Bool)]
  /// The circumstances of the run.
  public var run: RunInfo

  /// A report.
  public init(
    asOf: CivilDate, asOfIsGiven: Bool, institution: String, currency: String, proposal: Proposal,
    outcomes: [GateOutcome], reserved: [String], unjudged: [(name: String, reason: String)],
    leftOut: [(name: String, blocks: Bool)], run: RunInfo
  ) {
    self.asOf = asOf
    self.asOfIsGiven = asOfIsGiven
    self.institution = institution
    self.currency = currency
    self.proposal = proposal
    self.outcomes = outcomes
    self.reserved = reserved
    self.unjudged = unjudged
    self.leftOut = leftOut
    self.run = run
  }

  /// The worst of the alternatives: whoever goes on at 0 may make any of them.
  public var decision: GateDecision {
    GateDecision.worst(of: outcomes.map(\.decision)) ?? .error
  }
}
