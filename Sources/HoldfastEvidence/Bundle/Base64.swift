/// Base64 that no two texts spell alike: padded, in one alphabet, without bits that mean nothing.
package enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of some bytes.
  package static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let padded = Array(group) + [0, 0]
      let bits = UInt32(padded[0]) << 16 | UInt32(padded[1]) << 8 | UInt32(padded[2])
      for place in 0..<4 {
        let letter = letters[Int(bits >> UInt32(18 - 6 * place) & 63)]
        result.append(place <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of a text in the usual alphabet or in that of addresses; nil where it is none, or
  /// has bits that mean nothing.
  package static func bytes(_ text: String) -> [UInt8]? {
    let usual = text.utf8.map { byte -> UInt8 in
      byte == UInt8(ascii: "-")
        ? UInt8(ascii: "+") : byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
    }
    guard usual.count % 4 == 0 else { return nil }
    let padding = usual.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding < 3 else { return nil }
    var (result, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for byte in usual.dropLast(padding) {
      guard let value = letters.firstIndex(of: byte) else { return nil }
      bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return Base64.text(result).utf8.elementsEqual(usual) ? result : nil
  }
}
