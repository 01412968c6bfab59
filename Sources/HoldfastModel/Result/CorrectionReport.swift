public import Exact

/// What a run took from the file of corrections.
public struct CorrectionReport: Sendable {
  /// The file's path below the data folder.
  public var file: String
  /// A digest of its bytes: `sha256:` and hexadecimal digits.
  public var digest: String
  /// Its rows without a value, which change nothing.
  public var unanswered: Int
  /// What was corrected, column by column in the order of the institution's description.
  public var columns: [CorrectedColumn]
  /// Each correction, but those about persons.
  public var items: [Correction]
  /// The findings whose verdict would be another without the corrections; nil where the run was
  /// not worked out without them.
  public var decides: [String]?

  /// A file of corrections.
  public init(
    file: String, digest: String, unanswered: Int, columns: [CorrectedColumn], items: [Correction]
  ) {
    self.file = file
    self.digest = digest
    self.unanswered = unanswered
    self.columns = columns
    self.items = items
  }

  /// How many cells were corrected.
  public var cells: Int { columns.reduce(0) { $0 + $1.cells } }
}

/// The corrections of one column.
public struct CorrectedColumn: Sendable {
  /// The judged rows of a dataset that the corrections bear on.
  public struct Rows: Sendable {
    /// The dataset that they are rows of.
    public var dataset: String
    /// How many there are.
    public var count: Int
    /// The sum of the dataset's one column of money over them; nil where it has none or several,
    /// and where the sum could tell of persons.
    public var sum: Decimal?
    /// The code of that column's currency.
    public var currency: String?

    /// Rows.
    public init(dataset: String, count: Int, sum: Decimal?, currency: String?) {
      self.dataset = dataset
      self.count = count
      self.sum = sum
      self.currency = currency
    }
  }

  /// The dataset.
  public var dataset: String
  /// The column.
  public var column: String
  /// How many of its cells were corrected.
  public var cells: Int
  /// The judged rows whose own cell was corrected, or that of the row they point to.
  public var rows: [Rows] = []
  /// Whether the run read the dataset at all.
  public var isRead = false
  /// Who corrected, by name.
  public var by: [String]
  /// The day of the first correction.
  public var first: CivilDate
  /// The day of the last.
  public var last: CivilDate
  /// Why, each reason once, the commonest first; none where the column is about persons.
  public var reasons: [String]

  /// The corrections of a column, of which there is at least one.
  public init(
    dataset: String, column: String, cells: Int, by: [String], first: CivilDate, last: CivilDate,
    reasons: [String]
  ) {
    self.dataset = dataset
    self.column = column
    self.cells = cells
    self.by = by
    self.first = first
    self.last = last
    self.reasons = reasons
  }

  /// The column as a reader knows it: `suppliers.postcode`.
  public var name: String { "\(dataset).\(column)" }
}
