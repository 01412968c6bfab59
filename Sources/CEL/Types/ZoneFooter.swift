import Exact

/// The rule at the end of a TZif file for all later times, in POSIX notation:
/// `AEST-10AEDT,M10.1.0,M4.1.0/3`.
struct ZoneFooter: Sendable {
  private let standard: Int
  private let summer: Int?
  private var starts = Day(month: 1, week: 1, weekday: 0, time: 0, plain: nil)
  private var ends = Day(month: 1, week: 1, weekday: 0, time: 0, plain: nil)

  /// A day of each year and the second of it at which clocks change.
  private struct Day: Sendable {
    var month, week, weekday, time: Int
    /// The day of the year, from 0, in the forms that count days.
    var plain: (day: Int, countsLeapDay: Bool)?
  }

  init?(_ text: String) {
    var scan = ByteScanner(text)
    guard scan.zoneName(), let west = scan.clock() else { return nil }
    standard = -west
    guard scan.zoneName() else {
      summer = nil
      return
    }
    if scan.rest.first == UInt8(ascii: ",") {
      summer = standard + 3600
    } else {
      guard let west = scan.clock() else { return nil }
      summer = -west
    }
    guard let starts = Self.day(&scan), let ends = Self.day(&scan) else { return nil }
    (self.starts, self.ends) = (starts, ends)
  }

  private static func day(_ scan: inout ByteScanner) -> Day? {
    guard scan.take(oneOf: ",") else { return nil }
    var day = Day(month: 1, week: 1, weekday: 0, time: 7200, plain: nil)
    if scan.take(oneOf: "M") {
      guard let month = scan.small(), scan.take(oneOf: "."), let week = scan.small(),
        scan.take(oneOf: "."), let weekday = scan.small(),
        (1...12).contains(month), (1...5).contains(week), weekday < 7
      else { return nil }
      (day.month, day.week, day.weekday) = (month, week, weekday)
    } else {
      let julian = scan.take(oneOf: "J")
      guard let number = scan.small(), number <= 366, !julian || number > 0 else { return nil }
      day.plain = julian ? (number - 1, false) : (number, true)
    }
    if scan.take(oneOf: "/") {
      guard let time = scan.clock() else { return nil }
      day.time = time
    }
    return day
  }

  func offset(at seconds: Int64) -> Int {
    guard let summer, let date = Timestamp(seconds: seconds)?.civil(offset: standard)?.date,
      let start = Self.second(of: starts, in: date.year),
      let end = Self.second(of: ends, in: date.year)
    else { return standard }
    // Clocks go forward by standard time and back by summer time.
    let (from, to) = (start - standard, end - summer)
    let now = Int(seconds)
    let isSummer = from < to ? from <= now && now < to : now < to || from <= now
    return isSummer ? summer : standard
  }

  /// When a day's change happens on the clocks of the place, in seconds since 1970.
  private static func second(of day: Day, in year: Int) -> Int? {
    guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return nil }
    if let (number, countsLeapDay) = day.plain {
      let leap = CivilDate.days(inMonth: 2, of: year) == 29
      let shift = !countsLeapDay && leap && number >= 59 ? 1 : 0
      return (Int(newYear.days) + number + shift) * 86_400 + day.time
    }
    guard let first = CivilDate(year: year, month: day.month, day: 1) else { return nil }
    var ordinal = (day.weekday - first.weekday + 7) % 7 + (day.week - 1) * 7
    if ordinal >= CivilDate.days(inMonth: day.month, of: year) { ordinal -= 7 }
    return (Int(first.days) + ordinal) * 86_400 + day.time
  }
}

extension CivilDate {
  /// The day of the week, 0 for Sunday.
  var weekday: Int { ((Int(days) + 4) % 7 + 7) % 7 }

  /// The day of the year, 0 for 1 January.
  var dayOfYear: Int {
    CivilDate(year: year, month: 1, day: 1).map { Int(days) - Int($0.days) } ?? 0
  }
}

extension ByteScanner {
  /// Takes the abbreviation of a zone: letters, or anything within angle brackets.
  fileprivate mutating func zoneName() -> Bool {
    if take(oneOf: "<") {
      while let byte = take(1)?.first { if byte == UInt8(ascii: ">") { return true } }
      return false
    }
    let letters = rest.prefix { (65...90).contains($0) || (97...122).contains($0) }
    return take(letters.count) != nil && letters.count >= 3
  }

  /// Takes a number of at most three digits.
  fileprivate mutating func small() -> Int? {
    let digits = takeDigits()
    guard (1...3).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  /// Takes `[+-]hh[:mm[:ss]]`, in seconds.
  fileprivate mutating func clock() -> Int? {
    let negative = take(oneOf: "-")
    if !negative { _ = take(oneOf: "+") }
    guard var total = small().map({ $0 * 3600 }) else { return nil }
    for unit in [60, 1] where take(oneOf: ":") {
      guard let part = small() else { return nil }
      total += part * unit
    }
    return negative ? -total : total
  }
}
