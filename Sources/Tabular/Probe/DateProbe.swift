public import Exact

/// How the cells of a column fit one form of dates.
public struct DateProbe: Sendable {
  /// The form.
  public let format: DateFormat
  /// How many cells fit.
  public internal(set) var fits = 0
  /// The lines of the first cells that do not.
  public internal(set) var misfits: [Int] = []
  /// The earliest day.
  public internal(set) var first: CivilDate?
  /// The latest day.
  public internal(set) var last: CivilDate?
  /// How many cells lie in each month, by its first day; empty where there are too many months.
  public internal(set) var months: [CivilDate: Int] = [:]
  private var hasTooManyMonths = false

  init(_ format: DateFormat) { self.format = format }

  mutating func note(_ date: CivilDate) {
    fits += 1
    first = first.map { min($0, date) } ?? date
    last = last.map { max($0, date) } ?? date
    guard !hasTooManyMonths,
      let month = CivilDate(year: date.year, month: date.month, day: 1)
    else { return }
    months[month, default: 0] += 1
    if months.count > 1200 {
      months = [:]
      hasTooManyMonths = true
    }
  }
}
