import Exact
import HoldfastModel

extension Dataset {
  /// What a reader of the report is told of the rows: from when to when they are, which of them
  /// were none, and which stand more than once.
  func notes(on tally: DatasetTally, isBroken: Bool) -> [String] {
    var result: [String] = []
    if isBroken { result.append("could not be read to the end") }
    let days = tally.dated.values.map(\.span)
    if let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() {
      result.append("dated \(told(first)) to \(told(last))")
    }
    if tally.totals.count > 0 {
      let count = tally.totals.count
      let rows = count == 1 ? "1 total row" : "\(count) total rows"
      result.append("\(rows) checked, not counted")
    }
    result += notes(on: tally.repeats)
    if tally.totals.spared > 0 {
      let spared = tally.totals.spared
      let what = spared == 1 ? "1 row says" : "\(spared) rows say"
      result.append("\(what) Total, though no sum of the rows above: counted")
    }
    if tally.reversed > 0 { result.append("\(tally.reversed) end before they begin") }
    for (day, rows) in tally.outOfForce.sorted(by: { $0.key < $1.key }) {
      result.append("\(Decimal(rows).grouped) not in force on \(day)")
    }
    return result
  }

  /// A day as it may be told: of persons the first and the last one are cells of one of them each,
  /// so that only the month is.
  private func told(_ day: CivilDate) -> String {
    let isHidden = isPersonal || columns.contains { $0.isPersonal && $0.name == periodBy?.value }
    return isHidden ? String(day.description.prefix(7)) : day.description
  }

  private func notes(on repeats: RepeatCount) -> [String] {
    var result: [String] = []
    if repeats.count > 0, let rule = duplicates {
      let key = rule.key.map(\.value).joined(separator: ", ")
      let verb = rule.then == .drop ? "dropped" : "counted"
      let rows =
        repeats.count == 1 ? "1 row repeats" : "\(Decimal(repeats.count).grouped) rows repeat"
      result.append("\(rows) the \(key) of another, \(verb)")
    }
    if repeats.nameless > 0 {
      let what = repeats.nameless == 1 ? "1 row has" : "\(repeats.nameless) rows have"
      result.append("\(what) no key for duplicates and may repeat another")
    }
    return result
  }
}
