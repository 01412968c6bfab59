public import Diagnostics
public import Exact

/// A named table of the institution: rows to judge, or a reference that rows point to.
public struct Dataset: Sendable {
  /// The name, in the packs' words.
  public var name: String
  /// Its files, as patterns below the data folder.
  public var files: [Located<String>]
  /// How they are written.
  public var format: FileFormat
  /// Cells that say nothing, compared as whole cells.
  public var unknownTokens: [String]
  /// Which rows belong to the institution; nil takes all.
  public var keep: ExpressionText?
  /// The date column that puts rows into periods.
  public var periodBy: Located<String>?
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
  /// Whether a file without rows is in order.
  public var mayBeEmpty: Bool
  /// Whether its cells are about persons, so that no message may show them.
  public var isPersonal: Bool
  /// Where it is declared.
  public var span: SourceSpan

  /// A dataset of files, without columns.
  public init(name: String, files: [Located<String>], format: FileFormat, span: SourceSpan) {
    self.name = name
    self.files = files
    self.format = format
    self.span = span
    unknownTokens = [""]
    columns = []
    key = []
    show = []
    references = []
    mayBeEmpty = false
    isPersonal = false
  }

  /// The column of a name.
  public func column(_ name: String) -> Column? { columns.first { $0.name == name } }
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

/// How a file of a dataset is written.
public struct FileFormat: Sendable, Hashable {
  /// The bytes of its letters.
  public enum Encoding: String, Sendable, CaseIterable {
    /// UTF-8, nothing else.
    case utf8 = "utf-8"
    /// The Western European code page of older Windows programs.
    case windows1252 = "windows-1252"
    /// UTF-8 where the whole file is, else windows-1252; which of them is reported.
    case auto
  }

  /// The byte between cells.
  public var delimiter: UInt8
  /// The byte around cells that hold it.
  public var quote: UInt8
  /// The encoding.
  public var encoding: Encoding
  /// The line of the header, from 1; nil looks for it among the first records.
  public var headerLine: Int?

  /// Commas, double quotes, UTF-8, header on line 1, unless told otherwise.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""),
    encoding: Encoding = .utf8, headerLine: Int? = 1
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.encoding = encoding
    self.headerLine = headerLine
  }
}
