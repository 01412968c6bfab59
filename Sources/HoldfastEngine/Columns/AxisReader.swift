import HoldfastModel
import Tabular

/// One thread's way to the classes of cells that lead to rows of a reference.
///
/// What tells one class from another is worked out by each thread for itself, and what is known of a
/// row is there for all: threads wait for one another only where a class is new.
final class AxisReader {
  private let axis: ColumnAxis
  private let table: ReferenceTable
  private let place: Int
  private let rows: SharedNumbers
  private var sources: ColumnSources
  private var sample: ColumnAxis.Sample
  private var known: [UInt64: Int32] = [:]

  /// A way to the classes of an axis; nil where cells are told apart by more than the row of one
  /// reference.
  init?(_ axis: ColumnAxis) {
    guard let keyed = axis.keyed else { return nil }
    self.axis = axis
    (table, place, rows) = (keyed.table, keyed.place, keyed.rows)
    sources = axis.sources.ownCopy()
    sample = axis.sample(of: .unknown)
  }

  /// The classes of distinct cells; nil where there are too many. `made` gives the class of a sample
  /// that nothing is known of yet, and nil where it is one too many.
  func classes(
    of cells: ArraySlice<Cell>, _ made: (ColumnAxis.Sample) -> Int32?
  ) -> [Int32]? {
    var result: [Int32] = []
    result.reserveCapacity(cells.count)
    for cell in cells {
      let row = cell.keyText.flatMap { table.places.place(of: TextKey($0)) }
      if let row, let number = rows[row] {
        result.append(number)
        continue
      }
      show(cell, row)
      guard let number = number(made) else { return nil }
      if let row { rows[row] = number }
      result.append(number)
    }
    return result
  }

  private func show(_ cell: Cell, _ row: Int?) {
    guard let row else {
      sample = axis.sample(of: cell)
      return
    }
    sample.cell = cell
    sample.references[place] = table.cells(at: row)
  }

  private func number(_ made: (ColumnAxis.Sample) -> Int32?) -> Int32? {
    let signature = sources.signature(of: sample, axis)
    if let number = known[signature] { return number }
    let number = made(sample)
    known[signature] = number
    return number
  }
}
