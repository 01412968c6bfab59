extension Library {
  /// Bytes as text and back, as in cel-go.
  public static let encoders = Library(
    name: "encoders",
    functions: [
      Function(
        name: "base64.encode", doc: "Bytes as text in base64, with padding.",
        example: "base64.encode(b'hello') // 'aGVsbG8='",
        overloads: [
          .one("base64_encode_bytes", .bytes, .string) { value in
            guard case .bytes(let bytes) = value else { return .noSuchOverload }
            guard bytes.count <= Sizes.bytes / 4 * 3 else { return Sizes.tooLong }
            return .string(Base64.text(of: bytes))
          }
        ]),
      Function(
        name: "base64.decode", doc: "The bytes that a text in base64 stands for.",
        example: "base64.decode('aGVsbG8=') // b'hello'",
        overloads: [
          .one("base64_decode_string", .string, .bytes) { value in
            guard case .string(let text) = value else { return .noSuchOverload }
            guard let bytes = Base64.bytes(of: text) else {
              return .failure("illegal base64 data")
            }
            return bytes.count > Sizes.bytes ? Sizes.tooLong : .bytes(bytes)
          }
        ]),
    ])
}

/// Base64 with the standard alphabet (RFC 4648, section 4), as Go reads and writes it.
private enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values = Dictionary(
    uniqueKeysWithValues: zip(alphabet, UInt32(0)...63))
  private static let padding = UInt8(ascii: "=")

  static func text(of bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start...].prefix(3)
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for place in 0..<4 {
        let index = Int(bits >> UInt32(18 - 6 * place) & 63)
        result.append(place <= group.count ? alphabet[index] : padding)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads text with its padding or with none at all; line ends are passed over, and spare bits at
  /// the end need not be zero. Nil for anything else.
  static func bytes(of text: String) -> [UInt8]? {
    var symbols = text.utf8.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let padded = symbols.count
    while symbols.last == padding, padded - symbols.count < 2 { symbols.removeLast() }
    guard padded == symbols.count || padded % 4 == 0, symbols.count % 4 != 1 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(symbols.count / 4 * 3 + 2)
    var bits: UInt32 = 0
    for (place, symbol) in symbols.enumerated() {
      guard let value = values[symbol] else { return nil }
      bits = bits << 6 | value
      // Each symbol after the first of four completes a byte; older bits fall out at the top.
      if place % 4 > 0 {
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(6 - 2 * (place % 4))))
      }
    }
    return result
  }
}
