public import Diagnostics

/// What a file of unknown make holds, found by reading all of it: how it is written, its headers,
/// and what the cells of each column look like. No cell is kept, so that nothing of what it says
/// can be shown.
public struct TableProbe: Sendable {
  /// What the file is.
  public enum Kind: Sendable, Hashable {
    /// Values with a sign between them.
    case csv(delimiter: UInt8)
    /// A sheet of an Excel workbook; nil where it is the first.
    case xlsx(sheet: String?)
    /// A JSON object a line.
    case ndjson
    /// A JSON list of objects at a path.
    case json(rows: String)
    /// Releases after the Open Contracting Data Standard.
    case ocds(rows: String)
  }

  /// What became of a file.
  public enum Outcome: Sendable {
    /// It is a table.
    case table(TableProbe)
    /// It is none, for this reason.
    case noTable(String)
    /// It seems to be one and cannot be read.
    case unreadable(Diagnostic)
  }

  /// What messages call the file.
  public let path: String
  /// What it is.
  public let kind: Kind
  /// How its letters are written.
  public let encoding: TextEncoding
  /// The line or row of the headers, the first where there are two.
  public let headerLine: Int
  /// How many rows the headers take: 1 or 2.
  public let headerRows: Int
  /// The columns in the order of the file, those without header and content left out.
  public internal(set) var columns: [ColumnProbe]
  /// The rows below the headers.
  public internal(set) var rows = 0
  /// The first lines of rows with fewer cells than headers.
  public internal(set) var shortRows: [Int] = []
  /// The first lines of rows with a cell beyond the headers that says something.
  public internal(set) var longRows: [Int] = []
  /// The first lines of rows in which only a number is filled, of tables with more columns.
  public internal(set) var loneCells: [Int] = []
  /// Words that stand for nothing in cells beyond the headers.
  public internal(set) var extraWords: [String: Int] = [:]

  /// Looks at a file, called `shownAs` in messages.
  public static func look(at path: String, shownAs: String) -> Outcome {
    do throws(Diagnostic) {
      return try FileKindGuess(path, shownAs).probe()
    } catch {
      return .unreadable(error)
    }
  }
}
