/// A text that a person wrote and that messages point into: a pack, an institution file, an
/// expression from the command line.
///
/// Offsets count UTF-8 bytes from 0; lines and columns count from 1, columns in Unicode scalars.
public final class SourceText: Sendable {
  /// What messages call the text: a path as the user gave it, or `<expression>`.
  public let name: String
  /// The bytes of the text, UTF-8.
  public let utf8: [UInt8]
  private let lineStarts: [Int]

  /// Wraps bytes under a name.
  public init(name: String, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8
    var starts = [0]
    for index in utf8.indices where utf8[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    lineStarts = starts
  }

  /// Wraps a string under a name.
  public convenience init(name: String, text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }

  /// The line and column of a byte offset; offsets past the end give the end.
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), utf8.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = utf8[lineStarts[low]..<offset].count { $0 & 0xC0 != 0x80 }
    return Position(line: low + 1, column: column + 1)
  }

  /// The byte offset of a line and a column counted in Unicode scalars, both from 1.
  public func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= lineStarts.count else { return utf8.count }
    var offset = lineStarts[line - 1]
    var left = column - 1
    while left > 0, offset < utf8.count, utf8[offset] != UInt8(ascii: "\n") {
      offset += 1
      while offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The text of a line without its line end.
  public func line(_ number: Int) -> String {
    guard lineStarts.indices.contains(number - 1) else { return "" }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : utf8.count
    if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}

/// A place in a text as a person counts: both from 1, columns in Unicode scalars.
public struct Position: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// A line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether the left place comes first in the text.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a source text, in UTF-8 byte offsets; may be empty.
public struct SourceSpan: Sendable {
  /// The text.
  public let source: SourceText
  /// The bytes of the text that are meant.
  public let range: Range<Int>

  /// A stretch of a text.
  public init(source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// Where the stretch begins.
  public var start: Position { source.position(at: range.lowerBound) }
}
