public import Diagnostics
public import Exact

/// What is said of a commitment.
public enum Verdict: String, Sendable, CaseIterable {
  /// It would pass however the unknowns turn out.
  case pass
  /// It does not speak about the day, the schedule or the data.
  case notApplicable = "not_applicable"
  /// A dated exception holds.
  case waived
  /// The data cannot tell.
  case indeterminate
  /// It would fail however the unknowns turn out.
  case fail
  /// It could not be evaluated.
  case error
}

extension Verdict {
  /// The one that decides among several; nil of none.
  public static func worst(of verdicts: [Verdict]) -> Verdict? {
    let order: [Verdict] = [.error, .fail, .indeterminate, .waived, .pass, .notApplicable]
    return order.first(where: verdicts.contains)
  }
}

/// Why a verdict is what it is, where the bounds and the target do not tell.
public enum Cause: Sendable, Hashable {
  /// The bounds lie on both sides of the target.
  case straddles
  /// No row of the period is selected.
  case nothingSelected
  /// A group that the commitment names has no rows.
  case groupWithoutRows
  /// The measurement has no bounds.
  case unbounded
  /// A text that a condition compares with stands nowhere in its column.
  case literalNeverHeld(literal: String, column: String, nearest: String?)
  /// The period is still running.
  case provisional
  /// The dataset describes a day that is yet to come.
  case snapshotAfterAsOf(CivilDate)
  /// The dataset describes a day outside the period.
  case snapshotOutsidePeriod(CivilDate)
  /// The pack holds from a later day on.
  case notYetEffective(CivilDate)
  /// The pack held until an earlier day.
  case noLongerEffective(CivilDate)
  /// The first target comes into force later.
  case scheduleNotBegun(CivilDate)
  /// Nothing is selected, and the commitment says that this may be.
  case emptyAllowed
  /// The group is of too few persons to be shown.
  case suppressed
  /// The rows of stretches of time are not there: their kind (`month`) and names (`2024-05`).
  case filesMissing(cadence: String, names: [String])
  /// The rows do not add up to a sum that is known from elsewhere.
  case controlTotal(column: String, found: Decimal, wanted: String, source: String?)
  /// Several institutions are held to it together, and none alone.
  case heldJointly
  /// Institutions that promised it too are not in the run.
  case institutionsMissing([String])
  /// A part of the commitment, by name, could not be told.
  case partUnknown(String)
  /// Something could not be evaluated.
  case errors
}

/// The fewest rows that would settle a verdict.
public struct Settlement: Sendable, Hashable {
  /// What the rows have to turn out to be.
  public enum Way: Sendable, Hashable {
    /// All of them inside the condition.
    case counted
    /// All of them outside it.
    case notCounted
    /// Some of each, or in or out of the whole.
    case mixed
  }

  /// The rows, heaviest first.
  public var rows: [Witness]
  /// What they have to turn out to be.
  public var way: Way
  /// The bound on the verdict's side once they are known so.
  public var bound: Rational
  /// Whether that is the lower one.
  public var isLowerBound: Bool

  /// Rows and what they lead to.
  public init(rows: [Witness], way: Way, bound: Rational, isLowerBound: Bool) {
    self.rows = rows
    self.way = way
    self.bound = bound
    self.isLowerBound = isLowerBound
  }
}

/// The expressions behind a finding.
public struct FindingDefinition: Sendable, Hashable {
  /// The numerator's condition as written.
  public var condition: String?
  /// The denominator's condition as written.
  public var among: String?
  /// The measure as written.
  public var measure: String?
  /// The claim that evidence is asked of; nil where none is.
  public var claim: String?
  /// The definitions that they use, by name.
  public var definitions: [String: String]
  /// The other datasets, and tables of places, that the rows were looked up in.
  public var lookups: [String] = []
  /// A digest of all that can change the numbers.
  public var digest: String

  /// Expressions.
  public init(
    condition: String?, among: String?, measure: String?, definitions: [String: String],
    digest: String
  ) {
    self.condition = condition
    self.among = among
    self.measure = measure
    self.definitions = definitions
    self.digest = digest
  }
}

/// One commitment, and group of it, with its measurement and verdict.
public struct Finding: Sendable {
  /// The pack.
  public var pack: String
  /// The pack's version.
  public var packVersion: String
  /// The commitment's id.
  public var id: String
  /// The commitment in a reader's words.
  public var title: String
  /// Who answers for it.
  public var owner: String?
  /// The group; nil where the commitment has none.
  public var group: String?
  /// Whether the name of its group is kept back, since it may be that of a person.
  public var isVeiled = false
  /// The kind of evaluation.
  public var check: String
  /// The dataset.
  public var dataset: String
  /// What is said.
  public var verdict: Verdict
  /// Why.
  public var cause: Cause?
  /// What a miss does, after `due`.
  public var enforcement: Enforcement
  /// The day until which a miss only reports; nil where it does more, or there is no miss.
  public var dueBy: CivilDate?
  /// The days judged; nil where they could not be found.
  public var period: Period?
  /// The expressions.
  public var definition: FindingDefinition
  /// The measurement; nil where none could be made.
  public var measurement: Measurement?
  /// The code of the measure's currency; nil where it is no money.
  public var currency: String?
  /// The line in force.
  public var target: TargetLine?
  /// Whether the further line is reached; nil without one or where nobody knows.
  public var stretch: (text: String, reached: Bool?)?
  /// The points that it earns, of how many; nil where none are to be had, or nobody knows.
  public var score: (earned: Measurement.Bounds, of: Decimal)?
  /// The largest further row that keeps a pass.
  public var headroom: Decimal?
  /// What more inside `where` would reach the target.
  public var shortfall: Decimal?
  /// The fewest unknown rows that would make it pass.
  public var settlesPass: Settlement?
  /// The fewest unknown rows that would make it fail.
  public var settlesFail: Settlement?
  /// Rows left out, by reason.
  public var leftOut: [String: RowSum]
  /// Rows that are dated outside the period.
  public var outside: RowSum = RowSum()
  /// Rows whose reference leads nowhere, by reference.
  public var unmatched: [String: RowSum]
  /// What could not be evaluated: the first twenty.
  public var errors: [Diagnostic]
  /// How many errors there are.
  public var errorCount: Int
  /// How many of them no message speaks of.
  public var unsaidErrors = 0
  /// How many rows cannot be judged for want of each column: the most frequent first. A row may
  /// lack several.
  public var unknownColumns: [(name: String, rows: Int)]
  /// The choices without which the verdict would be another.
  public var decidedBy: [String]
  /// The measurements of the parts that it is made of, and of its baseline, by name.
  public var parts: [(name: String, finding: Finding)] = []
  /// The plugin whose claim its number is; nil where Holdfast counted it.
  public var claimedBy: String?
  /// Whether it is of several institutions together, whose findings are its parts.
  public var isJoint = false
  /// What the institution decided or declared that the number rests on.
  public var terms: [Term] = []
  /// Whether it rests on what is about persons; nil where nothing was evaluated.
  public var isAboutPersons: Bool?
  /// A digest of the definition, the target as written, the time, what a miss does, and the terms
  /// but for the days: numbers of two runs are held against each other only where it is the same.
  /// Empty where nothing was evaluated.
  public var termsDigest = ""
  /// How a miss stands to an earlier report; nil where there is none, or no miss.
  public var standing: Standing?
  /// The waiver that holds; nil where none does, or none is needed.
  public var waiver: AppliedWaiver?
  /// What parties answered, in the order of their days.
  public var responses: [Response] = []
  /// Where the promise comes from.
  public var citation: Citation?
  /// The file that the promise stands in, and its line there.
  public var place: (file: String, line: Int)

  /// A finding of which only the commitment is known.
  public init(
    pack: Pack, commitment: Commitment, group: String?, verdict: Verdict,
    definition: FindingDefinition
  ) {
    self.pack = pack.id
    packVersion = pack.version
    id = commitment.id
    title = commitment.title
    owner = commitment.owner
    self.group = group
    check = commitment.check.value
    dataset = commitment.dataset.value
    self.verdict = verdict
    enforcement = commitment.enforcement
    self.definition = definition
    leftOut = [:]
    unmatched = [:]
    errors = []
    errorCount = 0
    unknownColumns = []
    decidedBy = []
    citation = commitment.citation
    citation?.document = commitment.citation.flatMap { pack.sources[$0.reference] }
    claimedBy = commitment.outside?.declaration.plugin
    place = (commitment.span.source.name, commitment.span.start.line)
  }

  /// The bounds of its number, where it has one that says something: of no row there is none, nor of
  /// too few persons.
  public var toldBounds: Measurement.Bounds? {
    switch cause {
    case .nothingSelected, .groupWithoutRows, .emptyAllowed, .suppressed: nil
    default: measurement?.bounds
    }
  }

  /// What the miss does to this run: one that is no worse than before is only written down.
  public var weight: Enforcement.Level { standing == .noWorse ? .report : enforcement.check }

  /// The name that stays the same from run to run: `cleveland/CLE-1[Estates]`.
  public var findingID: String { "\(pack)/\(id)" + (group.map { "[\($0)]" } ?? "") }
}
