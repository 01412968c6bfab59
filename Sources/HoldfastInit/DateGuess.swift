import Exact
import Tabular

/// How the dates of a column are written, file by file.
struct DateGuess {
  /// What was found in one file.
  enum Answer: Equatable {
    /// One form.
    case format(String)
    /// The form that fits, but for a few cells.
    case mostly(String)
    /// Two forms that fit every cell with different days: day first and month first.
    case either(String, String)
    /// No cell says anything.
    case nothing
    /// No form fits.
    case noDate
  }

  /// The answer for each file, by its place in the group.
  private(set) var answers: [Int: Answer]
  /// The form of most files; nil where no file has a certain one.
  let main: String?

  init(_ column: GroupColumn) {
    let mayBeSerial = HeaderWords(column.header).has("date", "month", "period", "day")
    var answers = column.parts.mapValues { Self.answer($0, mayBeSerial: mayBeSerial) }
    var count: [String: Int] = [:]
    for case .format(let pattern) in answers.values { count[pattern, default: 0] += 1 }
    for case .mostly(let pattern) in answers.values { count[pattern, default: 0] += 1 }
    main = count.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    // Where every cell means the same day either way, the form of the other files will do.
    for (file, part) in column.parts {
      guard let main, case .format(let pattern) = answers[file], pattern != main,
        let own = part.dates.first(where: { $0.format.pattern == main }), own.fits == part.values,
        part.ambiguousDates == 0
      else { continue }
      answers[file] = .format(main)
    }
    self.answers = answers
  }

  /// Whether every file with content has dates.
  var isDate: Bool {
    let filled = answers.values.filter { $0 != .nothing }
    return !filled.isEmpty && !filled.contains(.noDate)
  }

  private static func answer(_ part: ColumnProbe, mayBeSerial: Bool) -> Answer {
    guard part.values > 0 else { return .nothing }
    if mayBeSerial, isSerial(part) { return .format("serial") }
    guard let best = part.dates.first, best.fits * 10 >= part.values * 9 else { return .noDate }
    if best.format.pattern == "yyyyMMdd", !mayBeSerial { return .noDate }
    if part.dates.count > 1, part.dates[1].fits == best.fits, part.ambiguousDates > 0 {
      return .either(best.format.pattern, part.dates[1].format.pattern)
    }
    return best.fits == part.values
      ? .format(best.format.pattern) : .mostly(best.format.pattern)
  }

  /// A spreadsheet's day numbers of the years 1982 to 2064.
  private static func isSerial(_ part: ColumnProbe) -> Bool {
    let numbers = part.numbers
    guard numbers.plainDigits == part.values, let low = numbers.smallest,
      let high = numbers.largest
    else { return false }
    return low >= Decimal(30_000) && high <= Decimal(60_000)
  }
}
