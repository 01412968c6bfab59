public import Diagnostics

/// What was found out about a file by reading it to its end.
public struct FileSummary: Sendable {
  /// A column and where its cells come from.
  public struct Mapping: Sendable, Hashable {
    /// Where cells come from.
    public enum Place: Sendable, Hashable {
      /// A field of each record, by its position from 1, and its header.
      case field(position: Int, header: String)
      /// A declared text.
      case constant(String)
      /// What a pattern found in the file's path.
      case fileName(String)
    }

    /// The name of the column.
    public let column: String
    /// Where its cells come from.
    public let place: Place

    /// The header in the file; nil for a column that is no field.
    public var header: String? {
      if case .field(_, let header) = place { header } else { nil }
    }
  }

  /// What messages call the file.
  public let path: String
  /// The file as it was when it was opened, which is also how it was at the end.
  public let stamp: FileStamp
  /// The size in bytes.
  public var bytes: Int64 { stamp.size }
  /// The encoding that was used: UTF-8 or windows-1252.
  public let encoding: TextEncoding
  /// The line of the headers; of two rows of headers, the first; nil where the file has none.
  public let headerLine: Int?
  /// Where the columns stand, in the order of the schema.
  public let mapped: [Mapping]
  /// Headers that no column stands under, in the order of the file.
  public let unmapped: [String]
  /// What the reader should know, though nothing is wrong: a mark that was mended, an encoding
  /// that was inferred.
  public let notices: [Diagnostic]
  /// The number of records that are no headers.
  public internal(set) var rows = 0
  /// The number of lines without content, which are no rows.
  public internal(set) var blankLines = 0
  /// The number of rows with more cells than headers, the extra ones saying nothing.
  public internal(set) var rowsWithExtraCells = 0
  /// The number of cells that cannot be read.
  public internal(set) var faultCount = 0
  /// The number of cells that somebody blacked out, by column; columns without any are left out.
  public internal(set) var redacted: [String: Int] = [:]
  /// The columns of which every cell was blank, a token that says nothing, or blacked out, where
  /// there is a row.
  public internal(set) var unavailable: [String] = []
}
