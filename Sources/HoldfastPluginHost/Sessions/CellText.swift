internal import Exact

/// Writes cells without making texts of them first, each with a comma behind it.
enum CellText {
  static func write(_ number: Decimal, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if let digits = UInt64(exactly: number.coefficient.magnitude), number.scale < 20 {
      if number.coefficient < 0 { bytes.append(UInt8(ascii: "-")) }
      write(digits, scale: number.scale, to: &bytes)
    } else {
      bytes.append(contentsOf: number.description.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ","))
  }

  static func write(_ day: CivilDate, to bytes: inout [UInt8]) {
    let (year, month, date) = day.components
    bytes.append(UInt8(ascii: "\""))
    bytes.append(digit(year / 1000))
    bytes.append(digit(year / 100))
    bytes.append(digit(year / 10))
    bytes.append(digit(year))
    bytes.append(UInt8(ascii: "-"))
    bytes.append(digit(month / 10))
    bytes.append(digit(month))
    bytes.append(UInt8(ascii: "-"))
    bytes.append(digit(date / 10))
    bytes.append(digit(date))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ","))
  }

  static func write(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    write(UInt64(number.magnitude), scale: 0, to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }

  /// True, false, or nil where nobody knows.
  static func write(_ flag: Bool?, to bytes: inout [UInt8]) {
    switch flag {
    case true: append(0x74, 0x72, 0x75, 0x65, to: &bytes)
    case false:
      bytes.append(UInt8(ascii: "f"))
      append(0x61, 0x6C, 0x73, 0x65, to: &bytes)
    case nil: append(0x6E, 0x75, 0x6C, 0x6C, to: &bytes)
    }
    bytes.append(UInt8(ascii: ","))
  }

  private static func append(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8, to bytes: inout [UInt8]
  ) {
    bytes.append(first)
    bytes.append(second)
    bytes.append(third)
    bytes.append(fourth)
  }

  /// Digits with a point so many places from their end, and a digit before it.
  private static func write(_ digits: UInt64, scale: Int, to bytes: inout [UInt8]) {
    // From the last to the first; there are at most 20, and a point.
    var room = InlineArray<24, UInt8>(repeating: 0)
    var (rest, start, written) = (digits, 24, 0)
    repeat {
      if written == scale, scale > 0 {
        start -= 1
        room[start] = UInt8(ascii: ".")
      }
      start -= 1
      room[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      written += 1
    } while rest > 0 || written <= scale
    while start < 24 {
      bytes.append(room[start])
      start += 1
    }
  }

  private static func digit(_ number: Int) -> UInt8 {
    UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)
  }
}
