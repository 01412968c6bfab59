public import Diagnostics
import Exact

/// A cell that cannot be read as its column's type.
public struct CellFault: Sendable {
  /// What is wrong; words come only when somebody asks for them.
  enum Kind: Error, Sendable {
    case notANumber
    case numberTooLarge
    case tooManyDecimals(scale: Int, found: Int)
    case otherCurrency(found: String, declared: String)
    case percentSign
    case notWhole
    case integerTooLarge
    case notABool
    case notAChoice
    case notADate
    case noSuchDay
    case notATimestamp
    case notACompanyNumber
    case nothingToExtract(pattern: String)
  }

  /// The name of the column.
  public let column: String
  /// The header that the column has in the file.
  public let header: String
  /// The line on which the record begins.
  public let line: Int
  let kind: Kind
  let type: CellType
  /// The first bytes of the cell; nil where it is personal, so that nothing can show it.
  let cell: [UInt8]?

  /// How many bytes of a cell a fault keeps: enough for 200 letters of any kind.
  static let kept = 800

  /// The cell as written, cut to 200 letters; nil where it is personal.
  public var shown: String? {
    cell.map { cell in
      var letters = String.UnicodeScalarView()
      letters.append(contentsOf: String(decoding: cell, as: UTF8.self).unicodeScalars.prefix(200))
      return String(letters)
    }
  }

  /// The fault as a message of a file.
  public func diagnostic(file: String) -> Diagnostic {
    Diagnostic(
      .error, message, at: .record(file: file, line: line, column: header, shown: shown),
      help: help)
  }
}
