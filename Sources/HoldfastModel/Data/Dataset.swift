public import Diagnostics
public import Exact

/// A named table of the institution: rows to judge, or a reference that rows point to.
public struct Dataset: Sendable {
  /// The name, in the packs' words.
  public var name: String
  /// Its files, the special ones first.
  public var files: [FileItem]
  /// The command that prints it, in place of files.
  public var command: CommandSource?
  /// How its files are written where none says otherwise.
  public var format: FileFormat
  /// Cells that say nothing, compared as whole cells.
  public var unknownTokens: [String]
  /// Patterns of whole cells that say nothing.
  public var unknownPatterns: [String]
  /// Cells that somebody blacked out.
  public var redacted: CellTokens
  /// Which rows belong to the institution; nil takes all.
  public var keep: ExpressionText?
  /// The date column that puts rows into periods.
  public var periodBy: Located<String>?
  /// The days between which a row is in force.
  public var interval: Interval?
  /// The day that rows without dates describe.
  public var snapshot: CivilDate?
  /// Its columns, in the order of the file.
  public var columns: [Column]
  /// The columns that name a row; of a reference, the one that others point to.
  public var key: [Located<String>]
  /// The columns that show a reader which row is meant.
  public var show: [Located<String>]
  /// The references of its rows.
  public var references: [Reference]
  /// The days between which a row of a reference is the one of its key.
  public var valid: Validity?
  /// The columns whose rows share their numbers where they have the same texts.
  public var sharedBy: [Located<String>]
  /// What becomes of rows that stand more than once.
  public var duplicates: Duplicates?
  /// The rows that only add up others.
  public var totalRows: TotalRows?
  /// What the files must hold to be complete.
  public var expectation: Expectation?
  /// What the amounts must add up to.
  public var controlTotals: [ControlTotal]
  /// Whether a file without rows is in order.
  public var mayBeEmpty: Bool
  /// Whether its cells are about persons, so that no message may show them.
  public var isPersonal: Bool
  /// Where it is declared.
  public var span: SourceSpan

  /// A dataset without files and columns.
  public init(name: String, format: FileFormat = FileFormat(), span: SourceSpan) {
    self.name = name
    self.format = format
    self.span = span
    files = []
    unknownTokens = [""]
    unknownPatterns = []
    redacted = CellTokens()
    controlTotals = []
    sharedBy = []
    columns = []
    key = []
    show = []
    references = []
    mayBeEmpty = false
    isPersonal = false
  }

  /// The column of a name.
  public func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// Whether its rows say when they hold.
  public var isDated: Bool { periodBy != nil || interval != nil }
}

/// A pointer from each row of a dataset to a row of another.
public struct Reference: Sendable {
  /// The name before the dot: `supplier` in `supplier.postcode`.
  public var name: String
  /// The dataset pointed to; it has a key of one column.
  public var dataset: Located<String>
  /// The column that holds the key.
  public var by: Located<String>

  /// A pointer.
  public init(name: String, dataset: Located<String>, by: Located<String>) {
    self.name = name
    self.dataset = dataset
    self.by = by
  }
}
