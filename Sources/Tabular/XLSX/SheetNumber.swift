/// A number as a sheet stores it.
///
/// Spreadsheet programs compute in binary and show at most 15 digits. What has more in the file,
/// such as `1234.0999999999999` for 1234.1, is the shortest text of the binary number, and not what
/// anybody wrote or saw: it is rounded to the 15 digits that are shown, half to even. A whole number
/// in plain digits stays as it is: it may be somebody's account number, and has no such noise.
struct SheetNumber {
  /// What spreadsheet programs show.
  static let digits = 15
  /// The longest number that is written out in full.
  static let longest = 400

  private let isNegative: Bool
  /// The digits without leading zeros.
  private var significant: [UInt8] = []
  /// How many of the digits, and zeros after them, stand before the point; negative for zeros
  /// behind it.
  private var point = 0
  /// How many digits are written behind the point, for the number as it is written.
  private var zerosBehind = 0

  /// Reads `-12.5` or `1.25E-3`; nil where it is no number, or none that can be written out.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    isNegative = rest.first == 0x2D
    if isNegative { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = rest[rest.startIndex..<rest.startIndex]
    if rest.first == 0x2E {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(fraction.count + 1)
    }
    guard whole.count + fraction.count > 0, text.count <= Self.longest else { return nil }
    guard let exponent = Self.exponent(rest), abs(exponent) <= Self.longest else { return nil }
    significant = Array((whole + fraction).drop { $0 == 0x30 })
    point = whole.count - (whole.count + fraction.count - significant.count) + exponent
    if significant.isEmpty { point = 0 }
    zerosBehind = exponent == 0 ? fraction.count : 0
    let isWhole = fraction.isEmpty && exponent == 0
    if significant.count > Self.digits, !isWhole { round() }
  }

  /// The number in plain digits with at most one point.
  var plain: [UInt8] {
    var result: [UInt8] = isNegative ? [0x2D] : []
    if point > 0 {
      result += significant.prefix(point)
      result += repeatElement(0x30, count: max(0, point - significant.count))
    } else {
      result.append(0x30)
    }
    var behind = [UInt8](repeating: 0x30, count: significant.isEmpty ? 0 : max(0, -point))
    behind += significant.dropFirst(max(0, point))
    behind += repeatElement(0x30, count: max(0, zerosBehind - behind.count))
    return behind.isEmpty ? result : result + [0x2E] + behind
  }

  private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return 0 }
    guard first | 0x20 == 0x65 else { return nil }
    var rest = text.dropFirst()
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest = rest.dropFirst() }
    guard !rest.isEmpty, rest.allSatisfy(isDigit) else { return nil }
    let digits = rest.drop { $0 == 0x30 }
    guard digits.count <= 4 else { return nil }
    let size = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return isNegative ? -size : size
  }

  private mutating func round() {
    let cut = significant[Self.digits...]
    significant = Array(significant.prefix(Self.digits))
    zerosBehind = 0
    let isHalf = cut.first == 0x35 && cut.dropFirst().allSatisfy { $0 == 0x30 }
    let isUp = isHalf ? significant[Self.digits - 1] & 1 == 1 : cut.first ?? 0x30 >= 0x35
    if isUp { carry() }
    while significant.last == 0x30, significant.count > point { significant.removeLast() }
  }

  private mutating func carry() {
    var index = significant.count - 1
    while index >= 0, significant[index] == 0x39 {
      significant[index] = 0x30
      index -= 1
    }
    if index >= 0 {
      significant[index] += 1
    } else {
      significant.insert(0x31, at: 0)
      point += 1
    }
  }
}
