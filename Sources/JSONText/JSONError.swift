/// Why a text is no JSON, or none that is read here, and where.
public struct JSONError: Error, Sendable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// A byte that UTF-8 does not have there.
    case notUTF8(UInt8)
    /// The file begins as UTF-16 does.
    case utf16
    /// The text, or the line that a value must stand on, ends where this was wanted.
    case end(JSONExpectation, ofLine: Bool)
    /// The text ends inside a text in quotes; placed where that was opened.
    case endInText
    /// A sign that may not stand there.
    case sign(Unicode.Scalar, wanted: JSONExpectation)
    /// Letters without quotes that are neither true nor false nor null.
    case word(String, wanted: JSONExpectation)
    /// A number that is not written as JSON writes them.
    case number(NumberFault)
    /// A control character inside a text.
    case control(UInt8)
    /// A backslash with a letter behind it that means nothing.
    case escape(Unicode.Scalar)
    /// `\u` without four hexadecimal digits.
    case unicodeEscape
    /// Half of a pair of `\u` that make one letter.
    case halfPair
    /// A key that the object has already.
    case doubleKey(String)
    /// More objects and lists inside each other than so many.
    case tooDeep(limit: Int)
    /// A text or number of more bytes than so many.
    case tokenTooLong(limit: Int)
    /// An object with more keys than so many.
    case tooManyKeys(limit: Int)
    /// Objects whose keys together have more bytes than so many.
    case keysTooLong(limit: Int)
    /// A value of more bytes than so many.
    case valueTooLong(limit: Int)
    /// A value with more values inside than so many.
    case tooManyValues(limit: Int)
  }

  /// How a number is written wrongly.
  public enum NumberFault: Sendable, Hashable {
    /// Zeros in front.
    case leadingZero
    /// A plus sign in front.
    case plus
    /// No digit before the point.
    case noDigitBefore
    /// No digit behind the point.
    case noDigitBehind
    /// No digit in the exponent.
    case noExponent
    /// A minus sign alone.
    case minusAlone
    /// A letter or another sign directly behind it.
    case glued(Unicode.Scalar)
  }

  /// What is wrong.
  public let kind: Kind
  /// Where it stands.
  public let place: JSONPlace
  /// The part of the line around it.
  public let excerpt: String

  init(_ kind: Kind, at place: JSONPlace, excerpt: String = "") {
    self.kind = kind
    self.place = place
    self.excerpt = excerpt
  }
}
