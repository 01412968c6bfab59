import HoldfastModel
import Tabular

/// Files of which some commitments want what only single rows tell: the rest is counted in columns,
/// and these row by row in a second reading, which is faster than all row by row in one.
extension DatasetPass {
  /// Everything that the rows of a file taught; nil where all are to be judged one by one.
  mutating func inColumnsAndRows(_ entry: TableFiles.Entry) -> DatasetTally? {
    let places = talliers.indices.filter { talliers[$0].needsRows }
    let others = talliers.indices.filter { !talliers[$0].needsRows }
    guard !places.isEmpty, !others.isEmpty else { return nil }
    var columns = restricted(to: others)
    columns.columns = self.columns
    guard let plain = columns.inColumns(entry), plain.stopped == nil else { return nil }
    self.columns = columns.columns
    var rows = restricted(to: places)
    // Row by row every column is read, so that what is said of the file is said of all.
    var result = rows.inRows(entry)
    // What was written to between the readings is read once more, as one.
    guard result.stopped == nil, plain.files.first?.stamp == result.files.first?.stamp else {
      return nil
    }
    result.texts.merge(plain.texts) { $0.merged(with: $1) }
    var aggregates = empty.aggregates
    for (place, tally) in zip(others, plain.aggregates) { aggregates[place] = tally }
    for (place, tally) in zip(places, result.aggregates) { aggregates[place] = tally }
    result.aggregates = aggregates
    return result
  }

  /// The pass of some of the aggregates.
  private func restricted(to places: [Int]) -> DatasetPass {
    var pass = DatasetPass(plan.restricted(to: places), request, tables: tables, rates: rates)
    pass.adjuster = adjuster
    pass.references = references
    // What is told of the file is told of all columns that the run reads.
    pass.named = named
    return pass
  }
}

extension Tallier {
  /// Whether it wants what is told apart row by row: each value, or what each key comes to.
  var needsRows: Bool { limits.keepsKeys || limits.keepsAllValues }
}
