extension JSONReader {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The first bytes: a byte order mark is skipped, half of one is an error.
  mutating func readMark(_ read: Int) throws(JSONError) {
    let byte = block[index]
    if read == 0, byte >= 0xFE { throw error(.utf16, at: here) }
    guard Self.mark.indices.contains(read), byte == Self.mark[read] else {
      guard read == 0 else { throw error(.notUTF8(0xEF), at: JSONPlace()) }
      state = .between
      return
    }
    index += 1
    hasMark = read == Self.mark.count - 1
    state = hasMark ? .between : .mark(read + 1)
    // The mark is no column of the first line.
    if hasMark { continuations += Self.mark.count }
  }

  mutating func readNumber(_ begun: NumberState) throws(JSONError) -> JSONEvent? {
    var number = begun
    while index < block.count {
      let byte = block[index]
      guard let next = number.after(byte) else { return try endNumber(number) }
      token.append(byte)
      index += 1
      number = next
    }
    try checkLength()
    state = .number(number)
    return nil
  }

  /// A number ends before the next byte, if there is one.
  mutating func endNumber(_ number: NumberState) throws(JSONError) -> JSONEvent {
    try checkLength()
    let following = index < block.count ? block[index] : UInt8(ascii: " ")
    guard number.isComplete else { throw error(.number(fault(number, following)), at: place) }
    if number == .zero, following &- 0x30 < 10 { throw error(.number(.leadingZero), at: place) }
    if Self.isWordPart(following) || following == UInt8(ascii: ".") {
      throw error(.number(.glued(Unicode.Scalar(following))), at: place)
    }
    valueEnded()
    return .number
  }

  private func fault(_ number: NumberState, _ following: UInt8) -> JSONError.NumberFault {
    switch number {
    case .point: .noDigitBehind
    case .minus: following == UInt8(ascii: ".") ? .noDigitBefore : .minusAlone
    default: .noExponent
    }
  }

  /// Letters without quotes, to their end.
  mutating func readWord() throws(JSONError) -> JSONEvent? {
    while index < block.count, Self.isWordPart(block[index]) {
      guard token.count < 40 else { return try endWord() }
      token.append(block[index])
      index += 1
    }
    return index < block.count ? try endWord() : nil
  }

  mutating func endWord() throws(JSONError) -> JSONEvent {
    let event: JSONEvent? =
      switch tokenText {
      case "true": .bool(true)
      case "false": .bool(false)
      case "null": .null
      default: nil
      }
    guard let event, wanted.allowsValue else {
      throw error(.word(tokenText, wanted: wanted), at: place)
    }
    valueEnded()
    return event
  }

  /// A letter outside ASCII between tokens: read whole, so that the message can show it.
  mutating func readStranger() throws(JSONError) {
    let byte = block[index]
    try takeLetterByte(byte)
    token.append(byte)
    index += 1
    guard letter.missing == 0, let scalar = tokenText.unicodeScalars.first else { return }
    throw error(.sign(scalar, wanted: wanted), at: letterStart)
  }

  /// Takes a byte of a letter outside ASCII.
  mutating func takeLetterByte(_ byte: UInt8) throws(JSONError) {
    if letter.missing == 0 { (letterStart, letterByte) = (here, byte) }
    guard letter.take(byte) else { throw error(.notUTF8(letterByte), at: letterStart) }
    if byte & 0xC0 == 0x80 { continuations += 1 }
  }

  func checkLength() throws(JSONError) {
    guard token.count <= limits.tokenBytes else {
      throw error(.tokenTooLong(limit: limits.tokenBytes), at: place)
    }
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
  }
}
