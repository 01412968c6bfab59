extension ExactDigits {
  /// The number without an exponent, and without zeros that say nothing: `-0.25`, `100`.
  var plain: String {
    let zeros = digits.reversed().prefix { $0 == 0 }.count
    let spare = max(0, min(zeros, scale))
    return sign + Self.pointed(digits.dropLast(spare), scale - spare)
  }

  /// The number with exactly so many digits behind the point: `1.50`.
  func fixed(_ precision: Int) -> String {
    sign + Self.pointed(rounded(keeping: digits.count - scale + precision)[...], precision)
  }

  /// The number with one digit before the point and so many behind it: `1.50e+03`.
  func scientific(_ precision: Int) -> String {
    var kept = rounded(keeping: precision + 1)
    var exponent = digits.isEmpty ? 0 : digits.count - 1 - scale
    if kept.count > precision + 1 {
      kept.removeLast()
      exponent += 1
    }
    return sign + Self.pointed(kept[...], precision) + (exponent < 0 ? "e-" : "e+")
      + padded(abs(exponent), 2)
  }

  private var sign: String { isNegative ? "-" : "" }

  /// Digits with a point before the last so many; with zeros behind them where that is below zero.
  private static func pointed(_ digits: ArraySlice<UInt8>, _ places: Int) -> String {
    let behind = max(0, places)
    let missing = max(0, behind + 1 - digits.count)
    let all = repeatElement(0, count: missing) + digits + repeatElement(0, count: max(0, -places))
    let text = String(decoding: all.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    return behind == 0 ? text : text.dropLast(behind) + "." + text.suffix(behind)
  }
}
