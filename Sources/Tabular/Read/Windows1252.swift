/// The code page windows-1252.
enum Windows1252 {
  /// The letters of bytes 0x80 to 0x9F; 0 where the code page has none.
  private static let letters: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Appends bytes as UTF-8 up to the first that has no letter, and gives that one's index.
  static func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) -> Int? {
    text.reserveCapacity(text.count + bytes.count)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let letter = byte < 0xA0 ? letters[Int(byte) - 0x80] : UInt16(byte)
      if letter == 0 { return index }
      if letter < 0x800 {
        text.append(0xC0 | UInt8(letter >> 6))
      } else {
        text.append(0xE0 | UInt8(letter >> 12))
        text.append(0x80 | UInt8(letter >> 6 & 0x3F))
      }
      text.append(0x80 | UInt8(letter & 0x3F))
    }
    return nil
  }
}
