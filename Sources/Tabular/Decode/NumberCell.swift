import Exact

/// A number as ledgers write it: a fixed list of shapes, everything else refused.
///
/// `1234.5`, `-567`, `1,234.50`, `£1,234.50`, `£ 1,234.50`, `-£5`, `£-5`, `(1,234.50)`; never
/// a decimal comma, an exponent, a sign behind, or a point without digits on both sides, since each of those has
/// been seen to mean different numbers in different files.
struct NumberCell {
  /// The sign of money in front of a number.
  enum Currency: String, Sendable {
    case pound = "£"
    case dollar = "$"
    case euro = "€"

    /// Whether amounts in a currency are written with the sign.
    func stands(for code: String) -> Bool {
      switch self {
      case .pound: code == "GBP"
      case .dollar: ["USD", "AUD", "CAD", "HKD", "NZD", "SGD"].contains(code)
      case .euro: code == "EUR"
      }
    }
  }

  /// What beside digits may stand there.
  struct Shapes {
    var plus = false
    var brackets = false
    var currency = false
    var fraction = true
  }

  /// The digits with their sign, without zeros at the end of the fraction.
  private(set) var coefficient: Int128 = 0
  /// How many of the digits stand behind the point.
  private(set) var scale = 0
  private(set) var currency: Currency?
  private var negative = false
  private var at: Int
  private var end: Int

  /// Reads a cell.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>, _ shapes: Shapes) throws(CellFault.Kind) {
    (at, end) = (range.lowerBound, range.upperBound)
    let signed = try readSigns(bytes, shapes)
    try readWhole(bytes)
    if shapes.fraction, at < end, bytes[at] == UInt8(ascii: ".") { try readFraction(bytes) }
    guard at == end, signed else { throw .notANumber }
    if negative { coefficient = -coefficient }
  }

  /// The coefficient at the scale of a column; throws where digits would be lost.
  func coefficient(atScale wanted: Int) throws(CellFault.Kind) -> Int128 {
    guard scale <= wanted else { throw .tooManyDecimals(scale: wanted, found: scale) }
    var result = coefficient
    for _ in scale..<wanted {
      result *= 10
      guard result.magnitude <= ExactSum.largestTerm.magnitude else { throw .numberTooLarge }
    }
    return result
  }

  /// Brackets, sign and currency; false where a bracket stands on one side only.
  private mutating func readSigns(
    _ bytes: Span<UInt8>, _ shapes: Shapes
  ) throws(CellFault.Kind) -> Bool {
    let bracket = shapes.brackets && take(bytes, UInt8(ascii: "("))
    if bracket {
      guard at < end, bytes[end - 1] == UInt8(ascii: ")") else { return false }
      end -= 1
      negative = true
    } else if take(bytes, UInt8(ascii: "-")) {
      negative = true
    } else if shapes.plus {
      _ = take(bytes, UInt8(ascii: "+"))
    }
    if shapes.currency { readCurrency(bytes) }
    guard currency != nil else { return true }
    at = Blanks.trimmed(bytes, at..<end).lowerBound
    if !negative, take(bytes, UInt8(ascii: "-")) { negative = true }
    return true
  }

  private mutating func readCurrency(_ bytes: Span<UInt8>) {
    guard at < end else { return }
    if take(bytes, UInt8(ascii: "$")) {
      currency = .dollar
    } else if at + 1 < end, bytes[at] == 0xC2, bytes[at + 1] == 0xA3 {
      currency = .pound
      at += 2
    } else if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x82, bytes[at + 2] == 0xAC {
      currency = .euro
      at += 3
    }
  }

  /// Digits, in one run or in groups of three after the first comma.
  private mutating func readWhole(_ bytes: Span<UInt8>) throws(CellFault.Kind) {
    let start = at
    try readDigits(bytes, upTo: end)
    let first = at - start
    guard first > 0 else { throw .notANumber }
    guard at < end, bytes[at] == UInt8(ascii: ",") else { return }
    guard first <= 3, bytes[start] != UInt8(ascii: "0") else { throw .notANumber }
    while take(bytes, UInt8(ascii: ",")) {
      let group = at
      try readDigits(bytes, upTo: min(end, at + 4))
      guard at - group == 3 else { throw .notANumber }
    }
  }

  private mutating func readFraction(_ bytes: Span<UInt8>) throws(CellFault.Kind) {
    at += 1
    let start = at
    var last = at
    while at < end, isDigit(bytes[at]) {
      at += 1
      if bytes[at - 1] != UInt8(ascii: "0") { last = at }
    }
    let stop = at
    guard stop > start else { throw .notANumber }
    at = start
    try readDigits(bytes, upTo: last)
    scale = last - start
    at = stop
  }

  private mutating func readDigits(_ bytes: Span<UInt8>, upTo limit: Int) throws(CellFault.Kind) {
    while at < limit, isDigit(bytes[at]) {
      coefficient = coefficient * 10 + Int128(bytes[at] &- UInt8(ascii: "0"))
      guard coefficient <= ExactSum.largestTerm else { throw .numberTooLarge }
      at += 1
    }
  }

  private mutating func take(_ bytes: Span<UInt8>, _ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }
}

/// Whether a byte is `0` to `9`.
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
