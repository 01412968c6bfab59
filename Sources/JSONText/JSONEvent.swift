public import Diagnostics

/// A step through a JSON text. What a key, text or number says is in the reader's `token`.
public enum JSONEvent: Sendable, Hashable {
  /// `{`
  case beginObject
  /// `}`
  case endObject
  /// `[`
  case beginList
  /// `]`
  case endList
  /// The key of a member; its value follows.
  case key
  /// A text.
  case text
  /// A number.
  case number
  /// `true` or `false`.
  case bool(Bool)
  /// `null`
  case null
}

/// A place in a JSON text.
public struct JSONPlace: Sendable, Hashable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// The number of bytes before it.
  public var offset: Int

  /// A place; the beginning of a text unless told otherwise.
  public init(line: Int = 1, column: Int = 1, offset: Int = 0) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// Line and column.
  public var position: Position { Position(line: line, column: column) }
}
