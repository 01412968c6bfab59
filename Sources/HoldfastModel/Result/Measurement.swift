public import Exact

/// What a checker concludes from a tally, before any target is held against it.
public struct Measurement: Sendable {
  /// What the value is counted in.
  public enum Unit: Sendable, Hashable {
    /// A part of a whole, as a fraction.
    case share
    /// Money of a currency: `GBP`.
    case money(String)
    /// The measure's own unit.
    case number
    /// A number of rows.
    case rows
  }

  /// The smallest and the largest value that the unknowns allow.
  public struct Bounds: Sendable, Hashable {
    /// The smallest.
    public var lower: Rational
    /// The largest.
    public var upper: Rational

    /// Bounds.
    public init(_ lower: Rational, _ upper: Rational) {
      self.lower = lower
      self.upper = upper
    }

    /// Whether they meet.
    public var isExact: Bool { lower == upper }
  }

  /// What rows of unknown group make of a group of their own.
  public struct Elsewhere: Sendable, Hashable {
    /// The bounds; nil where such a group may have nothing to divide by.
    public var bounds: Bounds?
    /// How many such rows there are: each may be a group of its own.
    public var rows: Int
    /// Whether one of them may have nothing, or less, to be measured by.
    public var hasVoids: Bool

    /// A group with bounds, and its rows.
    public init(bounds: Bounds?, rows: Int, hasVoids: Bool) {
      self.bounds = bounds
      self.rows = rows
      self.hasVoids = hasVoids
    }
  }

  /// Why there are no bounds.
  public enum Unbounded: Sendable, Hashable {
    /// Rows that count have no measure.
    case measureUnknown(rows: Int)
    /// Some way for the unknowns to turn out leaves nothing, or less, to divide by.
    case denominatorNotPositive(least: Decimal)
    /// Rows that may be selected have no number, so that nobody knows where they rank.
    case rankUnknown(rows: Int)
    /// A figure is the number of one row, and these are more.
    case severalRows(count: Int)
    /// What is divided by may be nothing, or less.
    case divisor(String)
    /// Fewer than two groups, so that nothing can be compared.
    case tooFewGroups
    /// Too little of a survey was answered: the part that was, at least, and what is wanted.
    case coverage(answered: Rational, wanted: Decimal)
    /// A plugin gives none, and says why in its own words.
    case claimed(String)
    /// Rows lack a column, by the name of what a plugin wants it for, that it cannot do without.
    case columnUnknown(String, rows: Int)
  }

  /// How the value comes about.
  public enum Form: Sendable, Hashable {
    /// What `where` selects over what `among` selects.
    case quotient
    /// What is selected, summed.
    case sum
    /// What is selected, divided by its number.
    case mean
    /// The rows that do not hold.
    case breaches
    /// The number in the middle, or at another rank.
    case rank
    /// What the values that tell rows apart come to: how many there are, or how uneven.
    case keys
    /// The rows whose value another row has.
    case repeats
    /// What is worked out from the measurements of parts.
    case parts
    /// What a plugin says, however it came to it.
    case claimed

    /// Whether a row cannot move the number once its condition is known so.
    public func isSettled(_ condition: RowClass.Condition) -> Bool {
      switch self {
      case .quotient, .parts, .claimed: false
      case .breaches: condition == .holds
      case .sum, .mean, .rank, .keys, .repeats: condition == .fails
      }
    }
  }

  /// How the value comes about.
  public var form: Form
  /// The unit.
  public var unit: Unit
  /// The bounds; nil where there are none.
  public var bounds: Bounds?
  /// Why there are none.
  public var unbounded: Unbounded?
  /// The value with every unknown row left out: not a result.
  public var knownRowsOnly: Rational?
  /// The certain part of the numerator.
  public var numerator: Decimal
  /// The measures of all rows that certainly count, whatever `where` says of them; nil where
  /// nothing is divided.
  public var denominator: Decimal?
  /// The measures of all unknown rows.
  public var unknown: Decimal
  /// Rows that `among` selects or may select, whatever `where` says of them.
  public var selected: Int
  /// How many of those `among` selects for certain.
  public var certain: Int
  /// Rows that count or may count.
  public var rows: Int
  /// Rows of which something is unknown that could move the value.
  public var unknownRows: Int
  /// The ways that the unknowns can turn out, where the value is a sum or quotient of them.
  public var assignments: Assignments?
  /// Rows that the value speaks of: those that breach, or have no measure.
  public var witnesses: [Witness]
  /// Whether rows were counted rather than a measure summed.
  public var countsRows: Bool
  /// The line that the checker itself draws, where commitments do not.
  public var ownLine: TargetLine?
  /// Whether a row with a measure below zero was met.
  public var hasCredits: Bool
  /// Whether a row was met whose measure may not be above zero, where rows are added up.
  public var hasVoids = false
  /// What a group would come to that has no rows but those whose group is unknown; nil where there
  /// is no such row, or no such group.
  public var elsewhere: Elsewhere?
  /// What is worth knowing about the number, in sentences.
  public var remarks: [String] = []
  /// Whether its amounts would tell of single persons, so that only value and bounds are told.
  public var isWithheld: Bool

  /// A measurement without value.
  public init(_ form: Form, unit: Unit) {
    self.form = form
    self.unit = unit
    numerator = .zero
    unknown = .zero
    selected = 0
    certain = 0
    rows = 0
    unknownRows = 0
    witnesses = []
    countsRows = false
    hasCredits = false
    isWithheld = false
  }
}
