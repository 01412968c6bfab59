package import Diagnostics

/// Why bytes could not be split into records, and where.
package struct SplitError: Error, Sendable {
  /// What is wrong.
  package enum Kind: Sendable, Hashable {
    /// A quote inside a field that did not begin with one.
    case quoteInText
    /// Something other than the end of the field after a closing quote; placed at the quote.
    case textAfterQuote
    /// A carriage return without a line feed.
    case bareReturn
    /// A zero byte, which no text has.
    case nullByte
    /// A quote that the file never closes; placed where it was opened.
    case unclosedQuote
    /// A record over the limit; placed where it begins, or at the quote that is open.
    case tooLong(limit: Int, inQuote: Bool)
  }

  package let kind: Kind
  package let position: Position
}
