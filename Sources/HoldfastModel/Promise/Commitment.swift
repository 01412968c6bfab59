public import Diagnostics
public import Exact

/// One promise of a pack.
public struct Commitment: Sendable {
  /// The promise's name within its pack.
  public var id: String
  /// The promise in a reader's words.
  public var title: String
  /// Where it comes from.
  public var citation: Citation?
  /// What it is about, by kind of tag: `strategy: act_local_first`.
  public var tags: [String: String] = [:]
  /// Who answers for it.
  public var owner: String?
  /// The kind of evaluation: a checker's keyword.
  public var check: Located<String>
  /// The dataset whose rows are judged.
  public var dataset: Located<String>
  /// The number to add up; nil counts rows.
  public var measure: ExpressionText?
  /// The numerator's condition; nil is true.
  public var condition: ExpressionText?
  /// What is told apart: a text of each row.
  public var key: ExpressionText?
  /// What the checker alone is told, by key.
  public var options: [String: CheckerOption.Value] = [:]
  /// What a checker outside the program is told.
  public var outside: OutsideCall?
  /// The parts that the author names, by name, each a promise without a target.
  public var parts: [String: Commitment] = [:]
  /// What the target is held against, where it speaks of a baseline.
  public var baseline: Baseline?
  /// Commitments that count no row that this one counts.
  public var countedOnceWith: [Located<String>] = []
  /// The denominator's condition; nil is true.
  public var among: ExpressionText?
  /// Named exclusions with their reasons.
  public var leaveOut: [LeaveOut] = []
  /// The time that the promise is judged over; nil takes all rows up to the as-of date.
  public var period: PeriodRule?
  /// The column that splits the commitment into one finding a group.
  public var per: Located<String>?
  /// The groups there are; nil takes those found in the data.
  public var groups: [String]?
  /// The line to reach, and when; empty for checkers that have their own.
  public var schedule: [ScheduledTarget] = []
  /// Whether its target is written in `%`, which says what a number over another is told in.
  public var isInPercent = false
  /// Whether the target is for others to supply, so that the promise runs only where one is.
  public var isTemplate = false
  /// The line that several institutions promised to reach together.
  public var joint: JointRule?
  /// A further line to be told about, without weight in the verdict.
  public var stretch: Target?
  /// The points that its share earns, without weight in the verdict.
  public var score: ScoreRule?
  /// Until this day a miss only reports.
  public var due: CivilDate?
  /// What an unknown `where` does to a row in `among`.
  public var missing: MissingRule = .unknown
  /// Whether nothing to judge means that the promise does not apply.
  public var mayBeEmpty = false
  /// What a miss does.
  public var enforcement = Enforcement()
  /// Which awards a miss blocks at the gate, where it blocks; nil is every award.
  public var blockWhen: ExpressionText?
  /// The pack that it was taken over from; nil where its own pack made it.
  public var inheritedFrom: String?
  /// Where the promise's id stands.
  public var span: SourceSpan

  /// A promise with nothing but its name and kind.
  public init(
    id: String, title: String, check: Located<String>, dataset: Located<String>, span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.check = check
    self.dataset = dataset
    self.span = span
  }
}

/// Where a promise comes from.
public struct Citation: Sendable {
  /// Who set the number of the target.
  public enum NumberFrom: String, Sendable, CaseIterable {
    /// The quoted source.
    case source
    /// A published document beside it.
    case published
    /// The institution itself.
    case institution
    /// The pack's author.
    case ours
  }

  /// The pack's name for the document.
  public var reference: String
  /// The document that the pack describes by that name.
  public var document: SourceDocument?
  /// The words that the promise rests on.
  public var says: String?
  /// Who set the number.
  public var numberFrom: NumberFrom?
  /// How an ambiguous text was read.
  public var reading: String?

  /// A citation.
  public init(reference: String, says: String?, numberFrom: NumberFrom?, reading: String?) {
    self.reference = reference
    self.says = says
    self.numberFrom = numberFrom
    self.reading = reading
  }
}

/// Rows that a promise does not speak about, and why.
public struct LeaveOut: Sendable {
  /// The exclusion's name, under which reports count it.
  public var id: String
  /// Which rows.
  public var when: ExpressionText
  /// Why.
  public var because: String

  /// An exclusion.
  public init(id: String, when: ExpressionText, because: String) {
    self.id = id
    self.when = when
    self.because = because
  }
}

/// What an unknown `where` does to a row in `among`.
public enum MissingRule: String, Sendable, CaseIterable {
  /// The row widens the bounds.
  case unknown
  /// The row is left out of numerator and denominator, and counted.
  case exclude
  /// The row counts on the side that hurts.
  case worst
}

/// What a miss does, in a compliance run and at the procurement gate.
public struct Enforcement: Sendable, Hashable {
  /// How much a miss matters.
  public enum Level: String, Sendable, CaseIterable {
    /// It stops the run.
    case block
    /// It is pointed out.
    case warn
    /// It is written down.
    case report
  }

  /// In `holdfast check`.
  public var check: Level
  /// In `holdfast gate`.
  public var gate: Level

  /// An enforcement; without arguments a miss blocks the run and warns at the gate.
  public init(check: Level = .block, gate: Level = .warn) {
    self.check = check
    self.gate = gate
  }
}
