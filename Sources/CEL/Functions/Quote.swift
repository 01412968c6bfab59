extension Library {
  /// Making what cannot be seen in a text visible.
  static let quote = Function(
    name: "strings.quote",
    doc: "The text in double quotes, with escapes for quotes, backslashes, line ends and the like.",
    example: "strings.quote('a \"b\"\\n') // '\"a \\\\\"b\\\\\"\\\\n\"'",
    overloads: [
      .one("strings_quote", .string, .string) { value in
        guard case .string(let text) = value else { return .noSuchOverload }
        var result: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
          if let letter = escapes[byte] {
            result += [UInt8(ascii: "\\"), letter]
          } else {
            result.append(byte)
          }
        }
        result.append(UInt8(ascii: "\""))
        return result.count > Sizes.bytes
          ? Sizes.tooLong : .string(String(decoding: result, as: UTF8.self))
      }
    ])

  /// The characters that CEL has escapes of one letter for, and those letters.
  private static let escapes: [UInt8: UInt8] = [
    0x07: UInt8(ascii: "a"), 0x08: UInt8(ascii: "b"), 0x0C: UInt8(ascii: "f"),
    0x0A: UInt8(ascii: "n"), 0x0D: UInt8(ascii: "r"), 0x09: UInt8(ascii: "t"),
    0x0B: UInt8(ascii: "v"), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "\""): UInt8(ascii: "\""),
  ]
}
