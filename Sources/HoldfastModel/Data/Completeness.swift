public import Diagnostics
public import Exact

/// What the files of a dataset must hold to be complete.
public struct Expectation: Sendable {
  /// How often a file is due.
  public enum Cadence: String, Sendable, CaseIterable {
    /// Every month.
    case month
    /// Every three months.
    case quarter
    /// Every year.
    case year

    /// In months.
    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .year: 12
      }
    }
  }

  /// Files that are due at regular times.
  public struct Series: Sendable {
    /// How often.
    public var cadence: Cadence
    /// The first day of the first.
    public var from: CivilDate
    /// The first day of the last.
    public var to: CivilDate
    /// The date column that says what time a file is about.
    public var by: Located<String>

    /// Files due.
    public init(cadence: Cadence, from: CivilDate, to: CivilDate, by: Located<String>) {
      self.cadence = cadence
      self.from = from
      self.to = to
      self.by = by
    }
  }

  /// Files that are due.
  public var series: Series?
  /// The number of rows.
  public var rows: Located<Int>?

  /// Expectations.
  public init(series: Series? = nil, rows: Located<Int>? = nil) {
    self.series = series
    self.rows = rows
  }
}

/// A sum that somebody else published, for telling whether a ledger is whole.
public struct ControlTotal: Sendable {
  /// The column that is added up.
  public var column: Located<String>
  /// The sum.
  public var amount: Decimal
  /// The sum as written.
  public var text: String
  /// How far the rows may be from it.
  public var tolerance: Decimal
  /// The days that it is about; nil for all rows.
  public var period: Period?
  /// Where it was published.
  public var source: String?
  /// Where it is declared.
  public var span: SourceSpan

  /// A sum.
  public init(
    column: Located<String>, amount: Decimal, text: String, tolerance: Decimal, period: Period?,
    source: String?, span: SourceSpan
  ) {
    self.column = column
    self.amount = amount
    self.text = text
    self.tolerance = tolerance
    self.period = period
    self.source = source
    self.span = span
  }
}

/// What becomes of rows that stand more than once.
public struct Duplicates: Sendable {
  /// What becomes of them.
  public enum Rule: String, Sendable, CaseIterable {
    /// They count, and the report says how many there are.
    case report
    /// They count once, where they are equal in every cell; else they are an error.
    case drop
    /// They are an error.
    case refuse
  }

  /// The columns that tell one row from another.
  public var key: [Located<String>]
  /// What becomes of rows with the same key.
  public var then: Rule

  /// A rule.
  public init(key: [Located<String>], then: Rule) {
    self.key = key
    self.then = then
  }
}

/// Rows that only add up others, and so are none.
public struct TotalRows: Sendable {
  /// The column whose cell gives them away.
  public var column: Located<String>
  /// The cells that do, in any letter case.
  public var cells: [String]
  /// The column that they add up.
  public var amount: Located<String>

  /// Rows that add up.
  public init(column: Located<String>, cells: [String], amount: Located<String>) {
    self.column = column
    self.cells = cells
    self.amount = amount
  }
}

/// The days between which a row of a register is in force, both included.
public struct Interval: Sendable {
  /// What a blank last day means.
  public enum Blank: String, Sendable, CaseIterable {
    /// There is none.
    case open
    /// Nobody knows.
    case unknown
  }

  /// The column of the first day.
  public var from: Located<String>
  /// The column of the last day.
  public var to: Located<String>
  /// What a blank last day means.
  public var blankTo: Blank
  /// What a row is that ends before it begins.
  public var reversed: Reversed

  /// What a row is that ends before it begins.
  public enum Reversed: String, Sendable, CaseIterable {
    /// A mistake.
    case error
    /// In force on nobody knows which days.
    case unknown
  }

  /// Days.
  public init(
    from: Located<String>, to: Located<String>, blankTo: Blank, reversed: Reversed = .error
  ) {
    self.from = from
    self.to = to
    self.blankTo = blankTo
    self.reversed = reversed
  }
}

/// The days between which a row of a reference is the one of its key, both included.
public struct Validity: Sendable {
  /// The column of the first day; a blank one means always before.
  public var from: Located<String>
  /// The column of the last day; a blank one means ever after.
  public var until: Located<String>?

  /// Days.
  public init(from: Located<String>, until: Located<String>?) {
    self.from = from
    self.until = until
  }
}
