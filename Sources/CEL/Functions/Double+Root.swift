extension Double {
  /// The square root, rounded to the nearest double; NaN of a number below zero.
  ///
  /// The standard library's own calls the C library's mathematics, which nothing else here needs
  /// to be linked with.
  var root: Double {
    guard self > 0, isFinite else { return self < 0 ? .nan : self }
    let isNormal = exponentBitPattern > 0
    let digits = significandBitPattern | (isNormal ? 1 << 52 : 0)
    let power = Int(max(exponentBitPattern, 1)) - 1075
    // The number is `square` × 2^(power − shift), of 110 bits or 111 and with an even exponent.
    var shift = 46 + digits.leadingZeroBitCount
    if (power - shift) % 2 != 0 { shift += 1 }
    let square = UInt128(digits) << UInt128(shift)
    var root: UInt64 = 0
    for bit in (0..<56).reversed() {
      let next = root | 1 << UInt64(bit)
      if UInt128(next) * UInt128(next) <= square { root = next }
    }
    // Three bits more than a double has, the last of which says that others follow.
    if UInt128(root) * UInt128(root) != square { root |= 1 }
    let exponent = UInt(1023 + (power - shift) / 2)
    return Double(root)
      * Double(sign: .plus, exponentBitPattern: exponent, significandBitPattern: 0)
  }
}
