import Exact
import HoldfastModel
import Tabular

/// Which columns say when a row counts, and which months the files are of.
struct PeriodGuess {
  /// The date column, or the column made from the file's path.
  private(set) var by: String?
  /// The first and the last day of a register's rows.
  private(set) var interval: (from: String, to: String)?
  /// Other date columns that might be meant.
  private(set) var others: [String] = []
  /// Whether the month comes from the path.
  private(set) var isFromPath = false
  /// Files that are due each month: the column that tells, the first and the last, and what lacks.
  private(set) var series: Series?
  /// How many rows have no last day.
  private(set) var openEnds = 0

  /// Files of consecutive months.
  struct Series {
    var by: String
    let from: CivilDate
    let to: CivilDate
    let missing: [CivilDate]
  }

  init(_ columns: [DraftColumn], _ group: TableGroup) {
    let dates = columns.filter { $0.type.type == .date }
    let start = dates.first { $0.column.role == .start }
    let end =
      dates.last { $0.column.role == .end && HeaderWords($0.column.header).has("current") }
      ?? dates.first { $0.column.role == .end }
    let plain = dates.filter { $0.column.role == .date && $0.type.dates?.isMonthly == false }
    if let start, let end, plain.isEmpty {
      interval = (start.name, end.name)
      openEnds = end.column.blanks
    } else {
      let ranked = plain.isEmpty ? dates : plain
      let paid = ranked.first { HeaderWords($0.column.header).has("paid", "payment") }
      by = (paid ?? ranked.first)?.name
      others = ranked.map(\.name).filter { $0 != by }
    }
    if dates.isEmpty, group.files.allSatisfy({ FileName.hasMonth($0.path) }) {
      isFromPath = true
      by = columns.contains { $0.name == "month" } ? "file_month" : "month"
    }
    let candidates = dates.filter { $0.name == by } + dates.filter { $0.name != by }
    series = candidates.lazy.compactMap { Self.series($0, group) }.first
  }

  /// Follows a column that gets another name.
  mutating func rename(_ old: String, to name: String) {
    if by == old { by = name }
    if let (from, to) = interval { interval = (from == old ? name : from, to == old ? name : to) }
    others = others.map { $0 == old ? name : $0 }
    if series?.by == old { series?.by = name }
  }

  private static func series(_ column: DraftColumn, _ group: TableGroup) -> Series? {
    guard group.files.count >= 3, let guess = column.type.dates else { return nil }
    var months: [CivilDate] = []
    for file in group.files.indices {
      guard let part = column.column.parts[file], let month = month(part, guess.answers[file])
      else { return nil }
      months.append(month)
    }
    guard Set(months).count == months.count, let from = months.min(), let to = months.max() else {
      return nil
    }
    let due = (0..<240).compactMap { from.adding(months: $0) }.filter { $0 <= to }
    let missing = due.filter { !months.contains($0) }
    guard due.count <= 2 * months.count, due.last == to else { return nil }
    return Series(by: column.name, from: from, to: to, missing: missing)
  }

  /// The month that nearly all dates of a file lie in.
  private static func month(_ part: ColumnProbe, _ answer: DateGuess.Answer?) -> CivilDate? {
    if case .format("serial")? = answer {
      guard let number = part.numbers.smallest, number == part.numbers.largest,
        let days = Int(exactly: number.coefficient), let date = CivilDate(days: days - 25_569)
      else { return nil }
      return CivilDate(year: date.year, month: date.month, day: 1)
    }
    guard case .format(let pattern)? = answer,
      let probe = part.dates.first(where: { $0.format.pattern == pattern }),
      let best = probe.months.max(by: { $0.value < $1.value }), best.value * 5 >= probe.fits * 4
    else { return nil }
    return best.key
  }
}

extension CivilDate {
  /// The year and the month: `2024-04`.
  var monthText: String { String(description.dropLast(3)) }
}

extension DateGuess {
  /// Whether it holds months rather than days.
  var isMonthly: Bool {
    answers.values.contains { answer in
      switch answer {
      case .format("serial"): true
      case .format(let pattern), .mostly(let pattern): !pattern.contains("d")
      case .either, .nothing, .noDate: false
      }
    }
  }
}
