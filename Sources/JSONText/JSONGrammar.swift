/// How many values a text holds.
public enum JSONForm: Sendable, Hashable {
  /// One value, as RFC 8259 has it.
  case document
  /// A value on each line, none over the end of its line; blank lines say nothing (NDJSON).
  case lines
  /// Values one after another, each beginning on a new line.
  case values
}

/// What may stand at a place between two tokens.
public enum JSONExpectation: Sendable, Hashable {
  /// The value that the text is.
  case value
  /// A value, or `]` since the list has just begun.
  case itemOrEnd
  /// A value after a comma in a list.
  case item
  /// A key, or `}` since the object has just begun.
  case keyOrEnd
  /// A key after a comma in an object.
  case key
  /// The colon after a key.
  case colon
  /// The value after a colon.
  case memberValue
  /// A comma or `]`.
  case commaOrListEnd
  /// A comma or `}`.
  case commaOrObjectEnd
  /// Nothing: the value is complete.
  case nothing
  /// Another value on a new line, or nothing.
  case nextValue

  /// Whether a value may begin here.
  var allowsValue: Bool {
    switch self {
    case .value, .itemOrEnd, .item, .memberValue, .nextValue: true
    default: false
    }
  }

  /// Whether a key may begin here.
  var allowsKey: Bool { self == .key || self == .keyOrEnd }
}

/// What of a number has been read.
enum NumberState: Sendable {
  case minus, zero, digits, point, fraction, exponent, exponentSign, exponentDigits

  /// The state after one more byte; nil where the byte is no part of the number.
  func after(_ byte: UInt8) -> NumberState? {
    let isDigit = byte &- 0x30 < 10
    switch self {
    case .minus: return isDigit ? (byte == 0x30 ? .zero : .digits) : nil
    case .digits where isDigit: return .digits
    case .zero, .digits:
      if byte == UInt8(ascii: ".") { return .point }
      return byte | 0x20 == UInt8(ascii: "e") ? .exponent : nil
    case .point: return isDigit ? .fraction : nil
    case .fraction:
      if isDigit { return .fraction }
      return byte | 0x20 == UInt8(ascii: "e") ? .exponent : nil
    case .exponent where byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"):
      return .exponentSign
    case .exponent, .exponentSign, .exponentDigits: return isDigit ? .exponentDigits : nil
    }
  }

  /// Whether a number may end so.
  var isComplete: Bool {
    switch self {
    case .zero, .digits, .fraction, .exponentDigits: true
    case .minus, .point, .exponent, .exponentSign: false
    }
  }
}

/// What of a text in quotes has been read.
enum TextState: Sendable {
  /// Letters follow.
  case plain
  /// A backslash was read.
  case escape
  /// `\u` and so many digits were read, which make this value.
  case unicode(digits: Int, value: UInt32)
  /// The first half of a pair was read; its backslash, then its `u` must follow.
  case secondHalf(first: UInt32, backslashRead: Bool)
  /// `\u` of a second half and so many digits were read.
  case secondUnicode(first: UInt32, digits: Int, value: UInt32)
}

/// What is being read, so that a text may be cut into blocks anywhere.
enum LexState: Sendable {
  /// The first bytes, which may be a byte order mark; so many of it were read.
  case mark(Int)
  /// Blanks and signs.
  case between
  case text(TextState)
  case number(NumberState)
  /// Letters without quotes.
  case word
  /// A letter outside ASCII where none may stand, read to its end for the message.
  case stranger
}
