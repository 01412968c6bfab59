/// Finds British postcodes inside a text, such as an address.
enum PostcodeScan {
  /// A run of letters and digits, in capitals.
  private struct Word {
    var bytes: [UInt8] = []
    var hasSmallLetters = false
    /// Whether nothing but blanks stands between it and the word before.
    var followsBlank = true
  }

  /// The postcode in a text, written `M3 1AA`; nil where there is none, or two that differ.
  static func only(in text: ArraySlice<UInt8>) -> String? {
    let words = words(text)
    var found: [UInt8]?
    for index in words.indices {
      guard let code = postcode(words[index...]) else { continue }
      guard found == nil || found == code else { return nil }
      found = code
    }
    return found.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The postcode that the first word is, alone or with the second.
  private static func postcode(_ words: ArraySlice<Word>) -> [UInt8]? {
    guard let first = words.first else { return nil }
    let blank = [UInt8(ascii: " ")]
    if isInward(first.bytes.suffix(3)), isOutward(first.bytes.dropLast(3)) {
      return first.bytes.dropLast(3) + blank + first.bytes.suffix(3)
    }
    guard let second = words.dropFirst().first, second.followsBlank, isOutward(first.bytes[...]),
      isInward(second.bytes[...]), !isFloor(first, second, words.dropFirst(2).first)
    else { return nil }
    return first.bytes + blank + second.bytes
  }

  /// One or two letters, a digit, and at most one more of either.
  private static func isOutward(_ bytes: ArraySlice<UInt8>) -> Bool {
    let letters = bytes.prefix { isCapital($0) }
    let rest = bytes.dropFirst(letters.count)
    return (1...2).contains(letters.count) && (1...2).contains(rest.count)
      && rest.first.map(isDigit) == true && rest.allSatisfy { isDigit($0) || isCapital($0) }
  }

  /// A digit and two letters.
  private static func isInward(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 3 && bytes.first.map(isDigit) == true
      && bytes.dropFirst().allSatisfy { isCapital($0) }
  }

  /// `Unit B2 3rd Floor` names no postcode, and neither does `UNIT B2 3RD FLOOR`.
  private static func isFloor(_ first: Word, _ second: Word, _ third: Word?) -> Bool {
    guard
      ["ST", "ND", "RD", "TH"].contains(where: { second.bytes.dropFirst().elementsEqual($0.utf8) })
    else { return false }
    return second.hasSmallLetters != first.hasSmallLetters
      || ["FLOOR", "FLR", "FL"].contains { third?.bytes.elementsEqual($0.utf8) == true }
  }

  private static func words(_ text: ArraySlice<UInt8>) -> [Word] {
    var words: [Word] = []
    var word = Word()
    for byte in text {
      let isSmall = (0x61...0x7A).contains(byte)
      // Letters beyond ASCII belong to a word; of the no-break blank only the second byte is seen.
      if isDigit(byte) || isCapital(byte) || isSmall || (byte >= 0x80 && byte != 0xA0) {
        if byte != 0xC2 { word.bytes.append(isSmall ? byte - 0x20 : byte) }
        word.hasSmallLetters = word.hasSmallLetters || isSmall
        continue
      }
      if !word.bytes.isEmpty { words.append(word) }
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0xA0
      word = Word(followsBlank: isBlank && (word.bytes.isEmpty ? word.followsBlank : true))
    }
    return word.bytes.isEmpty ? words : words + [word]
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
