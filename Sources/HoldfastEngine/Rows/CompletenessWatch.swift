import Exact
import HoldfastModel
import Tabular

/// Why findings about some days cannot be trusted: something is missing from the data.
struct Doubt {
  /// The days; nil for all.
  let period: Period?
  /// What is wrong.
  let cause: Cause

  /// The cause of several: the first, with the names of all files that are missing.
  static func cause(of doubts: [Doubt]) -> Cause? {
    guard case .filesMissing(let cadence, _) = doubts.first?.cause else {
      return doubts.first?.cause
    }
    let names = doubts.flatMap { doubt -> [String] in
      if case .filesMissing(_, let names) = doubt.cause { return names }
      return []
    }
    return .filesMissing(cadence: cadence, names: names)
  }

  /// Whether it concerns findings about a period.
  func concerns(_ other: Period) -> Bool {
    guard let period else { return true }
    let begins = period.from.map { $0 <= other.to } ?? true
    return begins && (other.from.map { $0 <= period.to } ?? true)
  }
}

/// Watches whether a dataset has all the files and amounts that it should.
struct CompletenessWatch {
  private let dataset: Dataset
  private let series: Int?
  private let totals: [(place: Int, dates: [Int])]

  init(_ dataset: Dataset) {
    self.dataset = dataset
    series = dataset.place(of: dataset.expectation?.series?.by)
    let date = dataset.place(of: dataset.periodBy)
    totals = dataset.controlTotals.map { total in
      (dataset.place(of: total.column) ?? 0, [date].compactMap { $0 })
    }
  }

  /// Takes a row that belongs to the institution.
  func see(_ cells: [Cell], in file: String, _ count: inout CompletenessCount) {
    if let series, let date = cells[series].date {
      count.months[file, default: [:]][Self.month(date), default: 0] += 1
    }
    for (index, total) in totals.enumerated() {
      guard let amount = cells[total.place].number else { continue }
      if let period = dataset.controlTotals[index].period {
        guard let date = total.dates.first.flatMap({ cells[$0].date }), period.contains(date) else {
          continue
        }
      }
      count.add(amount, at: index)
    }
  }

  /// Takes rows of a day that belong to the institution.
  func see(_ rows: Int, on day: CivilDate?, in file: String, _ count: inout CompletenessCount) {
    guard series != nil, let day else { return }
    count.months[file, default: [:]][Self.month(day), default: 0] += rows
  }

  /// Takes what a column adds up to in rows of a day.
  func see(
    _ sum: ManyTerms, of column: Int, rows: Int, on day: CivilDate?,
    _ count: inout CompletenessCount
  ) {
    for (index, total) in totals.enumerated() where total.place == column {
      if let period = dataset.controlTotals[index].period {
        guard let day, period.contains(day) else { continue }
      }
      count.add(sum, at: index)
    }
  }

  /// What is missing.
  func doubts(_ count: CompletenessCount) -> [Doubt] { missing(count) + wrongTotals(count) }

  private static func month(_ date: CivilDate) -> Int {
    let (year, month, _) = date.components
    return year * 12 + month - 1
  }

  /// The stretches of time for which no file is there. A file is about the month in which most of
  /// its rows lie, the earliest of several.
  private func missing(_ count: CompletenessCount) -> [Doubt] {
    guard let series = dataset.expectation?.series else { return [] }
    let met = Set(
      count.months.values.compactMap { counts in
        counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      })
    var result: [Doubt] = []
    var start = series.from
    while start <= series.to {
      let first = Self.month(start)
      let next = start.adding(months: series.cadence.months)
      let end = next?.adding(days: -1) ?? CivilDate.range.upperBound
      if met.isDisjoint(with: first..<first + series.cadence.months) {
        let name = String(start.description.prefix(series.cadence == .year ? 4 : 7))
        result.append(
          Doubt(
            period: Period(from: start, to: end),
            cause: .filesMissing(cadence: series.cadence.rawValue, names: [name])))
      }
      guard let next else { break }
      start = next
    }
    return result
  }

  private func wrongTotals(_ count: CompletenessCount) -> [Doubt] {
    dataset.controlTotals.enumerated().compactMap { index, total in
      let sum = count.sums[index] ?? ExactSum()
      guard !count.inexact.contains(index),
        let difference = try? sum.total.subtracting(total.amount),
        let size = difference.signum < 0 ? try? difference.negated() : difference,
        size <= total.tolerance
      else {
        return Doubt(
          period: total.period,
          cause: .controlTotal(
            column: total.column.value, found: sum.total, wanted: total.text, source: total.source))
      }
      return nil
    }
  }
}
