import HoldfastModel
import Tabular

/// Notes by which keys the rows of a column look others up.
struct KeyWatch {
  /// The references that the column leads to, by their places in the dataset.
  let references: [Int]
  private let vector: Int
  /// Whether a row with each distinct cell was met.
  private var isMet: [Bool] = []
  private var settled: Set<TextKey> = []

  init(references: [Int], vector: Int) { (self.references, self.vector) = (references, vector) }

  /// Takes the rows of a block, but for those that are judged one by one.
  mutating func see(_ batch: ColumnBatch, without odd: Set<Int>) {
    let column = batch.vectors[vector]
    let missing = column.codeCount - isMet.count
    if missing > 0 { isMet.append(contentsOf: repeatElement(false, count: missing)) }
    var first = 0
    for row in odd.sorted() {
      batch.note(&isMet, of: vector, in: first..<row)
      first = row + 1
    }
    batch.note(&isMet, of: vector, in: first..<batch.block.count)
    guard column.isFull else { return }
    settled = keys(batch)
    isMet.removeAll(keepingCapacity: true)
  }

  /// The keys that were met.
  func keys(_ batch: ColumnBatch) -> Set<TextKey> {
    var result = settled
    let cells = batch.vectors[vector].cells
    for (code, isMet) in isMet.enumerated() where isMet {
      if let text = cells[code].keyText { result.insert(TextKey(text)) }
    }
    return result
  }
}
