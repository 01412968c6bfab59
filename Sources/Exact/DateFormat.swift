/// How the dates of one file are written, declared once and never guessed per row.
///
/// A pattern of `d dd M MM MMM MMMM yy yyyy` and separators. One letter takes one or two digits,
/// two letters two digits; `MMM` is `Jan` to `Dec`, `MMMM` `January` to `December`, both in any
/// letter case; `yy` is 2000 to 2068 or 1969 to 1999 (the POSIX rule). Blanks around are ignored.
public struct DateFormat: Sendable, Hashable {
  /// The pattern as declared.
  public let pattern: String
  private let fields: [Field]

  private enum Field: Sendable, Hashable {
    case day(exact: Bool)
    case month(exact: Bool)
    case monthName(full: Bool)
    case year(digits: Int)
    case literal(UInt8)
  }

  /// `yyyy-MM-dd`.
  public static let iso = DateFormat(
    pattern: "yyyy-MM-dd",
    fields: [
      .year(digits: 4), .literal(UInt8(ascii: "-")), .month(exact: true),
      .literal(UInt8(ascii: "-")), .day(exact: true),
    ])

  private init(pattern: String, fields: [Field]) {
    self.pattern = pattern
    self.fields = fields
  }

  /// A format from its pattern; nil where the pattern has other letters or lacks day, month or
  /// year.
  public init?(_ pattern: String) {
    var fields: [Field] = []
    var rest = Array(pattern.utf8)[...]
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }.count
      switch (letter, run) {
      case (UInt8(ascii: "d"), 1...2): fields.append(.day(exact: run == 2))
      case (UInt8(ascii: "M"), 1...2): fields.append(.month(exact: run == 2))
      case (UInt8(ascii: "M"), 3...4): fields.append(.monthName(full: run == 4))
      case (UInt8(ascii: "y"), 2), (UInt8(ascii: "y"), 4): fields.append(.year(digits: run))
      case (UInt8(ascii: "A")...UInt8(ascii: "Z"), _), (UInt8(ascii: "a")...UInt8(ascii: "z"), _),
        (UInt8(ascii: "0")...UInt8(ascii: "9"), _), (0x80..., _):
        return nil
      default: fields += Array(repeating: .literal(letter), count: run)
      }
      rest = rest.dropFirst(run)
    }
    var days = 0, months = 0, years = 0
    for field in fields {
      switch field {
      case .day: days += 1
      case .month, .monthName: months += 1
      case .year: years += 1
      case .literal: break
      }
    }
    guard (days, months, years) == (1, 1, 1) else { return nil }
    self.init(pattern: pattern, fields: fields)
  }

  /// Reads a cell; nil where it does not match the pattern or names no real day.
  public func date(from cell: some Sequence<UInt8>) -> CivilDate? {
    var rest = trimmed(Array(cell))
    var (year, month, day) = (0, 0, 0)
    for field in fields {
      switch field {
      case .literal(let byte):
        guard rest.first == byte else { return nil }
        rest = rest.dropFirst()
      case .day(let exact):
        guard let value = digits(&rest, exact ? 2...2 : 1...2) else { return nil }
        day = value
      case .month(let exact):
        guard let value = digits(&rest, exact ? 2...2 : 1...2) else { return nil }
        month = value
      case .monthName(let full):
        guard let value = monthName(&rest, full: full) else { return nil }
        month = value
      case .year(let count):
        guard let value = digits(&rest, count...count) else { return nil }
        year = count == 4 ? value : value + (value < 69 ? 2000 : 1900)
      }
    }
    return rest.isEmpty ? CivilDate(year: year, month: month, day: day) : nil
  }
}

private let monthNames = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december",
].map { Array($0.utf8) }

private func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
  var rest = bytes[...]
  while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
  while rest.last == UInt8(ascii: " ") { rest.removeLast() }
  return rest
}

private func digits(_ rest: inout ArraySlice<UInt8>, _ count: ClosedRange<Int>) -> Int? {
  var value = 0
  var taken = 0
  while taken < count.upperBound, let byte = rest.first,
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  {
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
    rest.removeFirst()
    taken += 1
  }
  return taken >= count.lowerBound ? value : nil
}

private func monthName(_ rest: inout ArraySlice<UInt8>, full: Bool) -> Int? {
  let letters = rest.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }.map {
    $0 | 0x20
  }
  let index = monthNames.firstIndex { letters == (full ? $0 : Array($0.prefix(3))) }
  guard let index else { return nil }
  rest = rest.dropFirst(letters.count)
  return index + 1
}
