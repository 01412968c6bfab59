import Exact
import HoldfastModel

/// What a reader of the report is told of a dataset's rows.
extension DatasetPass {
  /// From when to when rows are, which of them were none, and which stand more than once.
  var notes: [String] {
    var result: [String] = []
    if failure != nil, summary.files.isEmpty {
      result.append("could not be read to the end")
    }
    if let span = clock.span {
      result.append("dated \(span.lowerBound) to \(span.upperBound)")
    }
    if totals.count > 0 {
      let rows = totals.count == 1 ? "1 total row" : "\(totals.count) total rows"
      result.append("\(rows) checked, not counted")
    }
    if let duplicates, duplicates.count > 0, let rule = dataset.duplicates {
      let key = rule.key.map(\.value).joined(separator: ", ")
      let verb = rule.then == .drop ? "dropped" : "counted"
      let rows =
        duplicates.count == 1
        ? "1 row repeats" : "\(Decimal(duplicates.count).grouped) rows repeat"
      result.append("\(rows) the \(key) of another, \(verb)")
    }
    if let duplicates, duplicates.nameless > 0 {
      let what = duplicates.nameless == 1 ? "1 row has" : "\(duplicates.nameless) rows have"
      result.append("\(what) no key for duplicates and may repeat another")
    }
    if totals.spared > 0 {
      let what = totals.spared == 1 ? "1 row says" : "\(totals.spared) rows say"
      result.append("\(what) Total, though no sum of the rows above: counted")
    }
    if clock.reversed > 0 { result.append("\(clock.reversed) end before they begin") }
    for (day, rows) in clock.outOfForce.sorted(by: { $0.key < $1.key }) {
      result.append("\(Decimal(rows).grouped) not in force on \(day)")
    }
    return result
  }
}
