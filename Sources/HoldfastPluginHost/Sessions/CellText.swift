internal import Exact

/// Writes numbers and days as cells, without making texts of them first.
enum CellText {
  /// A decimal in quotes, with a comma behind it.
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

  /// A day in quotes, with a comma behind it.
  static func write(_ day: CivilDate, to bytes: inout [UInt8]) {
    let (year, month, date) = day.components
    let signs = [
      UInt8(ascii: "\""), digit(year / 1000), digit(year / 100), digit(year / 10), digit(year),
      UInt8(ascii: "-"), digit(month / 10), digit(month), UInt8(ascii: "-"), digit(date / 10),
      digit(date), UInt8(ascii: "\""), UInt8(ascii: ","),
    ]
    bytes.append(contentsOf: signs)
  }

  static func write(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    write(UInt64(number.magnitude), scale: 0, to: &bytes)
  }

  /// Digits with a point so many places from their end, and a digit before it.
  private static func write(_ digits: UInt64, scale: Int, to bytes: inout [UInt8]) {
    let end = bytes.count
    var (rest, written) = (digits, 0)
    // From the last to the first, and then turned round.
    repeat {
      if written == scale, scale > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      written += 1
    } while rest > 0 || written <= scale
    bytes[end...].reverse()
  }

  private static func digit(_ number: Int) -> UInt8 {
    UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)
  }
}
