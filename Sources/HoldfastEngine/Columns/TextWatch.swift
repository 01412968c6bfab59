import Exact
import HoldfastModel
import Tabular

/// Notes since when a column holds each of its texts, for literals that conditions compare it with.
struct TextWatch {
  /// The slot of the column.
  let slot: Int
  private let vector: Int
  private var first: [Int32] = []
  private var settled: TextValues
  private static let few = 1 << 12

  init(slot: Int, vector: Int, values: TextValues) {
    (self.slot, self.vector, settled) = (slot, vector, values)
  }

  /// Takes the rows of a block; `days` are those of the codes of the dates, none of which was ever
  /// before `earliest`.
  mutating func see(_ batch: ColumnBatch, dates: Int?, days: [Int32], earliest: Int32) {
    let column = batch.vectors[vector]
    let missing = column.codeCount - first.count
    if missing > 0 { first.append(contentsOf: repeatElement(.max, count: missing)) }
    let isSettled = first.count <= Self.few && first.allSatisfy { $0 <= earliest }
    if !isSettled { batch.note(&first, of: vector, dates: dates, days: days) }
    if column.isFull {
      settled = texts(column)
      first.removeAll(keepingCapacity: true)
    }
  }

  /// The texts that were met, with their days.
  func texts(_ column: ColumnVector) -> TextValues {
    var result = settled
    let cells = column.cells
    for (code, day) in first.enumerated() where day != .max && !column.isOdd(code) {
      let first = day == .min ? CivilDate.range.lowerBound : CivilDate(days: Int(day))
      result.add(cells[code], on: first ?? CivilDate.range.lowerBound)
    }
    return result
  }

  /// Likewise, of what a thread read.
  func texts(_ batch: ColumnBatch) -> TextValues { texts(batch.vectors[vector]) }
}
