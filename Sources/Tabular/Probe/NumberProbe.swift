public import Exact

/// What the numbers of a column look like.
public struct NumberProbe: Sendable {
  /// How many cells are numbers.
  public internal(set) var fits = 0
  /// The lines of the first cells that are none.
  public internal(set) var misfits: [Int] = []
  /// How many have digits behind the point that are not all zero.
  public internal(set) var fractions = 0
  /// The most digits behind a point, zeros at the end left out.
  public internal(set) var scale = 0
  /// How many are below zero.
  public internal(set) var negatives = 0
  /// How many stand in brackets.
  public internal(set) var brackets = 0
  /// How many begin with a zero that a number would not have: `02134`.
  public internal(set) var leadingZeros = 0
  /// How many are digits and nothing else.
  public internal(set) var plainDigits = 0
  /// How many have a percent sign.
  public internal(set) var percentSigns = 0
  /// The signs of money: `£`, `$`, `€`.
  public internal(set) var currencies: [String: Int] = [:]
  /// The smallest.
  public internal(set) var smallest: Decimal?
  /// The largest.
  public internal(set) var largest: Decimal?
  /// Numbers below zero that stand for "missing" in statistics, as written, with their count.
  public internal(set) var codes: [String: Int] = [:]

  private static let missing: Set<[UInt8]> = Set(
    ["-99", "-999", "-999.0", "-999.00", "-9999", "-9999.0"].map { Array($0.utf8) })

  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int) {
    var range = range
    let isPercent = bytes[range.upperBound - 1] == UInt8(ascii: "%")
    if isPercent { range = Blanks.trimmed(bytes, range.lowerBound..<range.upperBound - 1) }
    let shapes = NumberCell.Shapes(brackets: true, currency: !isPercent)
    guard !range.isEmpty, let number = try? NumberCell(bytes, range, shapes) else {
      if misfits.count < ColumnProbe.linesKept { misfits.append(line) }
      return
    }
    fits += 1
    if isPercent { percentSigns += 1 }
    if let sign = number.currency { currencies[sign.rawValue, default: 0] += 1 }
    noteShape(bytes, range)
    noteValue(number)
  }

  private mutating func noteShape(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let first = bytes[range.lowerBound]
    if first == UInt8(ascii: "(") { brackets += 1 }
    var digits = 0
    while digits < range.count, isDigit(bytes[range.lowerBound + digits]) { digits += 1 }
    if digits == range.count {
      plainDigits += 1
      if digits > 1, first == UInt8(ascii: "0") { leadingZeros += 1 }
    }
    guard first == UInt8(ascii: "-"), range.count <= 8 else { return }
    let cell = range.map { bytes[$0] }
    if Self.missing.contains(cell) { codes[String(decoding: cell, as: UTF8.self), default: 0] += 1 }
  }

  private mutating func noteValue(_ number: NumberCell) {
    if number.scale > 0 { fractions += 1 }
    scale = max(scale, number.scale)
    if number.coefficient < 0 { negatives += 1 }
    guard number.scale <= Decimal.maximumScale else { return }
    let value = Decimal(coefficient: number.coefficient, scale: number.scale)
    smallest = smallest.map { min($0, value) } ?? value
    largest = largest.map { max($0, value) } ?? value
  }
}
