extension DateFormat {
  /// Reads a cell; nil where it does not match the pattern or names no real day.
  public func date(from cell: some Sequence<UInt8>) -> CivilDate? {
    let rest = trimmed(Array(cell))
    switch form {
    case .written(let fields): return written(rest, fields)
    case .serial: return serial(rest)
    }
  }

  private func written(_ cell: ArraySlice<UInt8>, _ fields: [Field]) -> CivilDate? {
    var rest = cell
    var (year, month, day) = (0, 0, 1)
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

  /// The number of a day since 1899-12-30. Spreadsheets take 1900 for a leap year, so numbers
  /// below 61 mean different days to different programs, and are refused.
  private func serial(_ cell: ArraySlice<UInt8>) -> CivilDate? {
    var rest = cell
    guard let number = digits(&rest, 1...7), (61...2_958_465).contains(number) else { return nil }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard !rest.isEmpty else { return nil }
      rest = rest.drop { $0 == UInt8(ascii: "0") }
    }
    return rest.isEmpty ? CivilDate(days: number - 25_569) : nil
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
  var index = monthNames.firstIndex { letters == (full ? $0 : Array($0.prefix(3))) }
  if !full, letters.elementsEqual("sept".utf8) { index = 8 }
  guard let index else { return nil }
  rest = rest.dropFirst(letters.count)
  return index + 1
}
