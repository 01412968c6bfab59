/// The place of a cell in a sheet, such as `C12`.
struct CellReference: Hashable {
  /// The largest numbers of a row and of a column that a sheet has.
  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  /// The column, from 1.
  let column: Int
  /// The row, from 1.
  let row: Int

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads `C12`; nil where it is no place of a sheet.
  init?(_ text: String) {
    var (column, row) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
      case 0x30...0x39 where column > 0 && (row > 0 || byte > 0x30):
        row = row * 10 + Int(byte) - 0x30
      default: return nil
      }
      guard column <= Self.lastColumn, row <= Self.lastRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(column: column, row: row)
  }
}

extension CellReference: CustomStringConvertible {
  /// The place as the spreadsheet program shows it.
  var description: String {
    var (letters, rest) = ("", column)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
