/// Texts of sheets, in which signs that XML cannot hold are written as `_x000D_`.
enum EscapedText {
  /// Puts the signs in. What stands for none, or for a zero byte, stays as it is written.
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x5F) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let scalar = scalar(bytes, index) {
        result += String(scalar).utf8
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func scalar(_ bytes: [UInt8], _ start: Int) -> UnicodeScalar? {
    guard bytes[start] == 0x5F, start + 7 <= bytes.count, bytes[start + 1] == 0x78,
      bytes[start + 6] == 0x5F
    else { return nil }
    let digits = bytes[start + 2..<start + 6]
    guard digits.allSatisfy({ isDigit($0) || (0x41...0x46).contains($0 & 0xDF) }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), value != 0
    else { return nil }
    return UnicodeScalar(value)
  }
}
