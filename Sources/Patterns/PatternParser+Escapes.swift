extension PatternParser {
  /// Reads a backslash and what follows, outside of classes.
  mutating func escape() throws(PatternError) {
    let assertion: Assertion? =
      switch peek(1) {
      case "A": .textStart
      case "z": .textEnd
      case "b": .wordEdge
      case "B": .noWordEdge
      default: nil
      }
    if let assertion {
      position += 2
      return try add(.check(assertion), isNullable: true)
    }
    if take("\\Q") { return try verbatim() }
    if let set = try escapedClass() { return try add(set) }
    try add(literal: try escapedCharacter())
  }

  /// Characters up to `\E`, or all that are left.
  private mutating func verbatim() throws(PatternError) {
    while let scalar = peek(), !take("\\E") {
      try add(literal: scalar.value)
      position += 1
    }
  }

  /// The number of the one character that an escape stands for.
  mutating func escapedCharacter() throws(PatternError) -> UInt32 {
    let start = position
    position += 1
    guard let scalar = peek() else { throw .trailingBackslash }
    position += 1
    switch scalar {
    case "a": return 0x07
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "v": return 0x0B
    case "x":
      guard let value = hexadecimal() else { throw .badHexadecimal }
      return value
    case "0": return octal(scalar)
    // A digit alone would stand for what a group holds.
    case "1"..."7": if peek().map(isOctal) ?? false { return octal(scalar) }
    default: if scalar.isASCII, !scalar.isLetterOrDigit { return scalar.value }
    }
    throw .unsupportedEscape(written(from: start))
  }

  /// Two digits, or any number of them in braces.
  private mutating func hexadecimal() -> UInt32? {
    guard take("{") else {
      guard let high = hexadecimalDigit(), let low = hexadecimalDigit() else { return nil }
      return high << 4 | low
    }
    var value: UInt32?
    while let digit = hexadecimalDigit() {
      value = (value ?? 0) << 4 | digit
      guard value ?? 0 <= 0x10FFFF else { return nil }
    }
    return take("}") ? value : nil
  }

  private mutating func hexadecimalDigit() -> UInt32? {
    guard let scalar = peek(), scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
      return nil
    }
    position += 1
    return UInt32(digit)
  }

  private func isOctal(_ scalar: Unicode.Scalar) -> Bool { ("0"..."7").contains(scalar) }

  /// Up to three digits, of which the first has been read.
  private mutating func octal(_ first: Unicode.Scalar) -> UInt32 {
    var value = first.value - 48
    for _ in 0..<2 {
      guard let next = peek(), isOctal(next) else { break }
      value = value << 3 | (next.value - 48)
      position += 1
    }
    return value
  }
}
