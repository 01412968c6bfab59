/// A row as it stands in a sheet: the cells that are there.
struct SheetRow {
  /// A cell that holds something.
  struct Cell {
    enum Content {
      /// A text of this row.
      case text(Range<Int>)
      /// A text that many cells share.
      case shared(Int)
      /// A formula of which nobody stored what it comes to.
      case uncomputed
    }
    /// The column, from 1.
    let column: Int
    let content: Content
  }

  /// The row, from 1.
  let number: Int
  var cells: [Cell] = []
  /// The texts of the row, one after another.
  var text: [UInt8] = []
}
