public import Patterns

/// Where the cells of a column come from.
public enum ColumnOrigin: Sendable, Hashable {
  /// The field under one of these headers. One that is exactly as written in the file is taken;
  /// else one that is equal but for letter case, blanks and signs.
  case headers([HeaderName])
  /// The field at this place of a record, from 1, whatever its header.
  case position(Int)
  /// The same text in every row.
  case constant(String)
  /// What a pattern finds in the file's path: its first group, or the whole match.
  case fileName(Pattern)
}

/// A header that a column may stand under.
public struct HeaderName: Sendable, Hashable {
  /// The header.
  public var text: String
  /// Which of the fields with that header is meant, from 1; without it there may be only one.
  public var nth: Int?

  /// A header.
  public init(_ text: String, nth: Int? = nil) {
    self.text = text
    self.nth = nth
  }
}
