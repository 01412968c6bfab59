import Exact

/// Numbers and truth values, and what a column allows of them.
extension ColumnDecoder {
  /// The largest scale at which amounts can be added up.
  static let largestScale = 27

  func amount(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ scale: Int
  ) throws(CellFault.Kind) -> Decimal {
    let number = try NumberCell(bytes, range, .init(brackets: true, currency: true))
    if let found = number.currency, let declared = schema.currency, !found.stands(for: declared) {
      throw .otherCurrency(found: found.rawValue, declared: declared)
    }
    return Decimal(coefficient: try number.coefficient(atScale: scale), scale: scale)
  }

  func percent(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ points: Bool
  ) throws(CellFault.Kind) -> Decimal {
    let hasSign = bytes[range.upperBound - 1] == UInt8(ascii: "%")
    guard points || !hasSign else { throw .percentSign }
    let digits = hasSign ? Blanks.trimmed(bytes, range.lowerBound..<range.upperBound - 1) : range
    let number = try NumberCell(bytes, digits, .init())
    let scale = number.scale + (points ? 2 : 0)
    guard scale <= Self.largestScale else {
      throw .tooManyDecimals(scale: Self.largestScale, found: scale)
    }
    return Decimal(coefficient: number.coefficient, scale: scale)
  }

  func integer(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(CellFault.Kind) -> Int64 {
    let number: NumberCell
    do throws(CellFault.Kind) {
      number = try NumberCell(bytes, range, .init(plus: true, fraction: false))
    } catch {
      if case .numberTooLarge = error { throw .integerTooLarge }
      throw .notWhole
    }
    guard let value = Int64(exactly: number.coefficient) else { throw .integerTooLarge }
    return value
  }

  func bool(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(CellFault.Kind) -> Bool {
    for (word, value) in Self.bools where word.count == range.count {
      let same = word.indices.allSatisfy { bytes[range.lowerBound + $0] | 0x20 == word[$0] }
      if same { return value }
    }
    throw .notABool
  }

  private static let bools = [("true", true), ("yes", true), ("false", false), ("no", false)]
    .map { (Array($0.utf8), $1) }
}
