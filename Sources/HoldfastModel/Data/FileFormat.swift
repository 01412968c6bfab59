public import Diagnostics

/// How a file of a dataset is written.
public struct FileFormat: Sendable, Hashable {
  /// What a file is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Values separated by commas or another sign.
    case csv
    /// Values separated by tabs.
    case tsv
    /// A JSON object on each line.
    case ndjson
    /// A JSON list of objects.
    case json
    /// A sheet of an Excel workbook.
    case xlsx
    /// Releases of contracts after the Open Contracting Data Standard.
    case ocds

    /// Whether headers stand on a row of their own.
    public var hasHeaderRow: Bool {
      switch self {
      case .csv, .tsv, .xlsx: true
      case .ndjson, .json, .ocds: false
      }
    }
  }

  /// The bytes of its letters.
  public enum Encoding: String, Sendable, CaseIterable {
    /// UTF-8, nothing else.
    case utf8 = "utf-8"
    /// The Western European code page of older Windows programs.
    case windows1252 = "windows-1252"
    /// UTF-8 where the whole file is, else windows-1252; which of them is reported.
    case auto
  }

  /// Where its headers stand.
  public enum Header: Sendable, Hashable {
    /// On this line or row, from 1.
    case line(Int)
    /// On the first line that holds all declared ones.
    case auto
    /// Nowhere: the first line is a row.
    case none
  }

  /// What it is.
  public var kind: Kind
  /// The byte between cells.
  public var delimiter: UInt8
  /// The byte around cells that hold it.
  public var quote: UInt8
  /// The encoding.
  public var encoding: Encoding
  /// Where the headers stand.
  public var header: Header
  /// How many rows the headers take: 1 or 2.
  public var headerRows: Int
  /// The sheet of a workbook; nil takes the first.
  public var sheet: String?
  /// The path of the rows in JSON; nil takes the usual one.
  public var rows: String?

  /// CSV with commas, double quotes, UTF-8 and the header on line 1, unless told otherwise.
  public init(
    kind: Kind = .csv, delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""),
    encoding: Encoding = .utf8, header: Header = .line(1), headerRows: Int = 1
  ) {
    self.kind = kind
    self.delimiter = delimiter
    self.quote = quote
    self.encoding = encoding
    self.header = header
    self.headerRows = headerRows
  }
}

/// Files of a dataset, and how they are to be read.
public struct FileItem: Sendable {
  /// Their path below the data folder, with `*`, `?` and `[4-6]`.
  public var pattern: Located<String>
  /// How they are written.
  public var format: FileFormat
  /// The dataset's columns as they stand in these files.
  public var columns: [Column]
  /// Whether nothing is said of them beyond what is said of the dataset.
  public var isPlain: Bool

  /// Files.
  public init(
    pattern: Located<String>, format: FileFormat, columns: [Column], isPlain: Bool = true
  ) {
    self.pattern = pattern
    self.format = format
    self.columns = columns
    self.isPlain = isPlain
  }
}

/// A command whose output is a table.
public struct CommandSource: Sendable {
  /// The program and its arguments.
  public var run: [String]
  /// A program that says how many rows there are, and its arguments.
  public var count: [String]?
  /// Where it is declared.
  public var span: SourceSpan

  /// A command.
  public init(run: [String], count: [String]?, span: SourceSpan) {
    self.run = run
    self.count = count
    self.span = span
  }
}
