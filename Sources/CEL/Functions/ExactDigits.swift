/// A finite number in all its decimal digits: `digits` × 10^−`scale`.
///
/// A double is a sum of powers of two and so has finitely many digits. Rounding starts from all of
/// them: a number that only looks like a tie is none.
struct ExactDigits {
  let isNegative: Bool
  /// The digits from the first that is not zero; none for zero.
  let digits: [UInt8]
  let scale: Int

  private init(isNegative: Bool, digits: some Sequence<UInt8>, scale: Int) {
    self.isNegative = isNegative
    self.digits = Array(digits.drop { $0 == 0 })
    self.scale = self.digits.isEmpty ? 0 : scale
  }

  /// A whole number, or one with so many decimals.
  init(_ coefficient: Int128, scale: Int = 0) {
    let digits = String(coefficient.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
    self.init(isNegative: coefficient < 0, digits: digits, scale: scale)
  }

  /// The exact value of a finite double.
  init(_ double: Double) {
    let isNormal = double.exponentBitPattern > 0
    let significand = double.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let zeros = significand == 0 ? 0 : significand.trailingZeroBitCount
    let exponent = Int(max(double.exponentBitPattern, 1)) - 1075 + zeros
    var number = LongNumber(significand >> zeros)
    // m / 2^k is m × 5^k / 10^k.
    number.multiply(by: exponent < 0 ? 5 : 2, times: abs(exponent))
    self.init(
      isNegative: double.sign == .minus, digits: number.digits, scale: max(0, -exponent))
  }

  /// The shortest digits that only this finite double is read from.
  init(shortest double: Double) {
    let parts = double.magnitude.description.split(separator: "e")
    let mantissa = parts[0].utf8
    let decimals = mantissa.drop { $0 != UInt8(ascii: ".") }.dropFirst().count
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(
      isNegative: double.sign == .minus,
      digits: mantissa.filter(\.isDigit).map { $0 - UInt8(ascii: "0") },
      scale: decimals - exponent)
  }

  /// The digits rounded to so many, ties to the even digit; one more where a carry adds one.
  func rounded(keeping count: Int) -> [UInt8] {
    guard count >= 0 else { return [] }
    guard count < digits.count else {
      return digits + repeatElement(0, count: count - digits.count)
    }
    var kept = Array(digits[..<count])
    let first = digits[count]
    let isTie = first == 5 && digits[(count + 1)...].allSatisfy { $0 == 0 }
    let isOdd = kept.last.map { $0 % 2 == 1 } ?? false
    guard first > 5 || (first == 5 && (!isTie || isOdd)) else { return kept }
    for place in kept.indices.reversed() {
      guard kept[place] == 9 else {
        kept[place] += 1
        return kept
      }
      kept[place] = 0
    }
    return [1] + kept
  }
}

/// A whole number of any length, in limbs of nine decimal digits, the lowest first.
private struct LongNumber {
  private var limbs: [UInt64] = []
  private static let base: UInt64 = 1_000_000_000

  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      limbs.append(rest % Self.base)
      rest /= Self.base
    }
  }

  /// Multiplies by a factor of at most 5, so many times.
  mutating func multiply(by factor: UInt64, times: Int) {
    // 5^13 is the largest power that a limb can be multiplied by, with room for the carry.
    for start in stride(from: 0, to: times, by: 13) {
      let power = repeatElement(factor, count: min(13, times - start)).reduce(1, *)
      var carry: UInt64 = 0
      for place in limbs.indices {
        let product = limbs[place] * power + carry
        limbs[place] = product % Self.base
        carry = product / Self.base
      }
      while carry > 0 {
        limbs.append(carry % Self.base)
        carry /= Self.base
      }
    }
  }

  /// The decimal digits, zeros in front included.
  var digits: [UInt8] {
    var result = [UInt8](repeating: 0, count: 9 * limbs.count)
    var place = result.count
    for limb in limbs {
      var rest = UInt32(limb)
      for _ in 0..<9 {
        place -= 1
        result[place] = UInt8(rest % 10)
        rest /= 10
      }
    }
    return result
  }
}
