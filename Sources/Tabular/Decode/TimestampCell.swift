import Exact

/// A moment as RFC 3339 writes it, or `yyyy-MM-dd HH:mm:ss` in UTC.
struct TimestampCell {
  let seconds: Int64
  let nanos: Int32

  /// Reads a cell; nil for other shapes, impossible times, and moments outside years 1 to 9999.
  /// Where the source writes true dates (`isLocal`) a day alone is its beginning, and `T` needs no
  /// zone after it.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>, isLocal: Bool = false) {
    var cursor = Cursor(at: range.lowerBound, end: range.upperBound)
    guard let year = cursor.number(bytes, 4), cursor.take(bytes, "-"),
      let month = cursor.number(bytes, 2), cursor.take(bytes, "-"),
      let day = cursor.number(bytes, 2), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if isLocal, cursor.isAtEnd {
      seconds = Int64(date.days) * 86_400
      nanos = 0
      return
    }
    let isPlain = cursor.take(bytes, " ")
    guard isPlain || cursor.take(bytes, "T") || cursor.take(bytes, "t"),
      let hour = cursor.number(bytes, 2), hour < 24, cursor.take(bytes, ":"),
      let minute = cursor.number(bytes, 2), minute < 60, cursor.take(bytes, ":"),
      let second = cursor.number(bytes, 2), second < 60, let nanos = cursor.nanos(bytes),
      let offset = cursor.offset(bytes, mayBeMissing: isPlain || isLocal), cursor.isAtEnd
    else { return nil }
    let time = hour * 3600 + minute * 60 + second - offset
    seconds = Int64(date.days) * 86_400 + Int64(time)
    self.nanos = nanos
    guard seconds >= -62_135_596_800, seconds <= 253_402_300_799 else { return nil }
  }
}

private struct Cursor {
  var at: Int
  let end: Int

  var isAtEnd: Bool { at == end }

  mutating func take(_ bytes: Span<UInt8>, _ sign: Unicode.Scalar) -> Bool {
    guard at < end, UInt32(bytes[at]) == sign.value else { return false }
    at += 1
    return true
  }

  /// A number of exactly so many digits, at most 9.
  mutating func number(_ bytes: Span<UInt8>, _ digits: Int) -> Int? {
    guard end - at >= digits else { return nil }
    var value = 0
    for _ in 0..<digits {
      guard isDigit(bytes[at]) else { return nil }
      value = value * 10 + Int(bytes[at] &- UInt8(ascii: "0"))
      at += 1
    }
    return value
  }

  /// The fraction of a second, if there is one; nil for over nine digits or none after the point.
  mutating func nanos(_ bytes: Span<UInt8>) -> Int32? {
    guard take(bytes, ".") else { return 0 }
    var value = 0
    var digits = 0
    while at < end, isDigit(bytes[at]), digits < 9 {
      value = value * 10 + Int(bytes[at] &- UInt8(ascii: "0"))
      at += 1
      digits += 1
    }
    guard digits > 0 else { return nil }
    for _ in digits..<9 { value *= 10 }
    return Int32(value)
  }

  /// The offset from UTC in seconds.
  mutating func offset(_ bytes: Span<UInt8>, mayBeMissing: Bool) -> Int? {
    if mayBeMissing && isAtEnd { return 0 }
    if take(bytes, "Z") || take(bytes, "z") { return 0 }
    let west = take(bytes, "-")
    guard west || take(bytes, "+"), let hours = number(bytes, 2), hours < 24, take(bytes, ":"),
      let minutes = number(bytes, 2), minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (west ? -1 : 1)
  }
}
