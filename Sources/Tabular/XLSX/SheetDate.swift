import Exact

/// Days as sheets store them: numbers of days, and of parts of a day behind the point.
struct SheetDate {
  /// Whether days are counted from 1904, as old Mac workbooks do, and not from 1900.
  let from1904: Bool

  /// The day, with the time where it is not midnight, or the time alone: `2024-04-01`,
  /// `2024-04-01T09:30:00`, `09:30:00`. Nil where the number stands for none for certain: the system
  /// from 1900 has a day that never was, 29 February 1900, so that programs disagree on those before.
  func text(_ number: [UInt8], _ format: NumberFormat) -> [UInt8]? {
    guard let days = Double(String(decoding: number, as: UTF8.self)), days >= 0, days < 3_000_000
    else { return nil }
    // Binary parts of a day are not exact: the nearest second is meant.
    let seconds = Int((days * 86_400).rounded())
    let (day, second) = (seconds / 86_400, seconds % 86_400)
    if case .time = format, day == 0 { return Array(Self.clock(second).utf8) }
    guard from1904 || day > 60, let date = first?.adding(days: day) else { return nil }
    return Array((second == 0 ? "\(date)" : "\(date)T\(Self.clock(second))").utf8)
  }

  private var first: CivilDate? {
    from1904
      ? CivilDate(year: 1904, month: 1, day: 1) : CivilDate(year: 1899, month: 12, day: 30)
  }

  private static func clock(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
