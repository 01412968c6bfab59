/// The two signs of a text.
struct Signs {
  let delimiter: UInt8
  let quote: UInt8

  static let all = [
    Signs(delimiter: 0x2C, quote: 0x22), Signs(delimiter: 0x3B, quote: 0x27),
    Signs(delimiter: 0x20, quote: 0x7C), Signs(delimiter: 0x09, quote: 0x20),
  ]
}

/// Texts at random, the same each time.
struct ScanTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number below `limit`.
  mutating func number(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 33) % limit
  }

  /// Up to 400 bytes: records, with now and then a piece that may not be there.
  mutating func text(_ signs: Signs) -> [UInt8] {
    let length = number(401)
    let noise = [1, 60, 400][number(3)]
    var text: [UInt8] = []
    while text.count < length {
      if number(noise) == 0 {
        text += pieceOfNoise(signs)
      } else {
        text += field(signs)
        text += [[signs.delimiter], [signs.delimiter], [0x0A], [0x0D, 0x0A]][number(4)]
      }
    }
    // Cut anywhere, or behind a whole record.
    return number(2) == 0 ? Array(text.prefix(length)) : text
  }

  private mutating func field(_ signs: Signs) -> [UInt8] {
    var field: [UInt8] = []
    let isQuoted = number(4) == 0
    for _ in 0..<[0, 1, 3, 12, 70][number(5)] { field += letter(signs, isQuoted) }
    return isQuoted ? [signs.quote] + field + [signs.quote] : field
  }

  private mutating func letter(_ signs: Signs, _ isQuoted: Bool) -> [UInt8] {
    let pieces = [
      "x", "-", "t", "T", "o", "O", "to", "tot", "é", "€", "😀", "\u{10FFFF}", "\u{D7FF}",
    ]
    let quoted = [
      [signs.delimiter], [0x0A], [0x0D], [0x0D, 0x0A], [signs.quote, signs.quote],
    ]
    if isQuoted, number(3) == 0 { return quoted[number(quoted.count)] }
    return Array(pieces[number(3) == 0 ? number(pieces.count) : 0].utf8)
  }

  private mutating func pieceOfNoise(_ signs: Signs) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [signs.quote], [signs.quote], [signs.delimiter], [0x0A], [0x0D], [0x74], [0x00],
      [0x80], [0xBF], [0xC1, 0x81], [0xC3], [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80], [0xFF],
    ]
    return pieces[number(pieces.count)]
  }
}
