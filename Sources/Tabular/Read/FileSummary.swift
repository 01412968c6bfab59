public import Diagnostics

/// What was found out about a file by reading it to its end.
public struct FileSummary: Sendable {
  /// A column and the header it stands under.
  public struct Mapping: Sendable, Hashable {
    /// The name of the column.
    public let column: String
    /// The header in the file.
    public let header: String
  }

  /// What messages call the file.
  public let path: String
  /// The file as it was when it was opened, which is also how it was at the end.
  public let stamp: FileStamp
  /// The size in bytes.
  public var bytes: Int64 { stamp.size }
  /// The encoding that was used: UTF-8 or windows-1252.
  public let encoding: TextEncoding
  /// The line of the headers.
  public let headerLine: Int
  /// The headers of the columns, in the order of the schema.
  public let mapped: [Mapping]
  /// Headers that no column stands under, in the order of the file.
  public let unmapped: [String]
  /// What the reader should know, though nothing is wrong: a mark that was mended, an encoding
  /// that was inferred.
  public let notices: [Diagnostic]
  /// The number of records below the headers.
  public internal(set) var rows = 0
  /// The number of lines without content, which are no rows.
  public internal(set) var blankLines = 0
  /// The number of rows with more cells than headers, the extra ones saying nothing.
  public internal(set) var rowsWithExtraCells = 0
  /// The number of cells that cannot be read.
  public internal(set) var faultCount = 0
}
