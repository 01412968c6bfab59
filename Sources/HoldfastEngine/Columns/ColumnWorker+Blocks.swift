import Tabular

/// What is told of each block.
extension ColumnWorker {
  /// What is to be told of the block: rows by themselves, in their order among the others.
  func block(_ odd: Set<Int>) -> Block {
    let count = batch.block.count
    let none = Block.Passed(sums: plan.amounts.map { _ in 0 })
    var result = Block(number: batch.block.number, passed: none)
    guard !odd.isEmpty || !batch.block.irregular.isEmpty else {
      result.passed.rows = count
      result.passed.sums = plan.amounts.map { batch.sum(of: $0, in: 0..<count) }
      return result
    }
    var (row, passed) = (0, none)
    let singles = (odd.map { batch.block.place(of: $0) } + batch.block.irregular).sorted()
    for place in singles {
      let from = row
      while row < count, batch.block.place(of: row) < place { row += 1 }
      add(from..<row, to: &passed)
      let isRegular = row < count && batch.block.place(of: row) == place
      result.singles.append(
        .init(text: batch.block.text(at: place), before: passed, isRegular: isRegular))
      if isRegular { row += 1 }
    }
    add(row..<count, to: &passed)
    result.passed = passed
    return result
  }

  private func add(_ rows: Range<Int>, to passed: inout Block.Passed) {
    passed.rows += rows.count
    for (index, amount) in plan.amounts.enumerated() {
      passed.sums[index] += batch.sum(of: amount, in: rows)
    }
  }
}
