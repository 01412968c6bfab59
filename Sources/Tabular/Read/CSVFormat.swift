import Diagnostics

/// How a file of separated values is written.
public struct CSVFormat: Sendable, Hashable {
  /// The byte between cells: one ASCII sign.
  public var delimiter: UInt8
  /// The byte around cells that hold it, or a line end: one ASCII sign.
  public var quote: UInt8
  /// How letters are written.
  public var encoding: TextEncoding
  /// Where the headers stand; of two rows of headers, the first.
  public var header: HeaderRow
  /// On how many rows the headers stand: 1 or 2.
  public var headerRows: Int

  /// Commas, double quotes, UTF-8 and headers on line 1, unless told otherwise.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""),
    encoding: TextEncoding = .utf8, header: HeaderRow = .line(1), headerRows: Int = 1
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.encoding = encoding
    self.header = header
    self.headerRows = headerRows
  }

  /// Why no file can be read so; nil where all is in order.
  var problem: String? {
    if delimiter == quote { return "the delimiter and the quote are the same sign" }
    for byte in [delimiter, quote] {
      guard byte < 0x80, byte != 0, byte != 0x0A, byte != 0x0D else {
        return "the delimiter and the quote must each be one ASCII sign and no line end"
      }
    }
    if case .line(let line) = header, line < 1 { return "lines are counted from 1" }
    if !(1...2).contains(headerRows) { return "the headers stand on one row or on two" }
    if header == .none, headerRows > 1 { return HeaderMessage.noRowsOfHeaders }
    return nil
  }

  /// What messages call the sign between cells.
  var separator: String {
    switch delimiter {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "|"): "bar"
    case UInt8(ascii: "\t"): "tab"
    default: "'\(Unicode.Scalar(delimiter))'"
    }
  }
}

/// How the letters of a file are written as bytes.
public enum TextEncoding: String, Sendable, Hashable {
  /// UTF-8, strictly: any other byte is an error.
  case utf8 = "utf-8"
  /// The Western European code page of older Windows programs.
  case windows1252 = "windows-1252"
  /// UTF-8 where the whole file is, else windows-1252; the summary says which.
  case auto
}

/// Where the headers of a file stand.
public enum HeaderRow: Sendable, Hashable {
  /// On this line, from 1; the lines before are skipped unread.
  case line(Int)
  /// On the first of the first 50 lines that holds every declared column.
  case auto
  /// Nowhere: the first record is a row, and columns are told by their positions. All records have
  /// as many cells as the first.
  case none
}
