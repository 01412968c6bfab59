public import Diagnostics

/// A single value with its text as the author meant it.
public struct YAMLScalar: Sendable {
  /// How a scalar is written.
  public enum Style: Sendable {
    /// Without quotes.
    case plain
    /// In single quotes.
    case singleQuoted
    /// In double quotes.
    case doubleQuoted
    /// A block after `|`, line by line.
    case literal
    /// A block after `>`, lines joined.
    case folded
  }

  /// The text after YAML's own unescaping and folding; `007` stays `007`.
  public let text: String
  /// How the text is written.
  public let style: Style
  /// What the text means by the core schema, or by its tag.
  public let resolved: YAMLValue
  /// Where the scalar stands, without anchor and tag, with its quotes or block header.
  let place: SourceSpan

  /// The place in the file of a stretch of `text`, in UTF-8 bytes.
  ///
  /// Escapes, folded lines and indentation are followed; stretches outside `text` are cut to it.
  public func span(of range: Range<Int>) -> SourceSpan {
    guard let map = ScalarMap(of: self) else { return place }
    return SourceSpan(source: place.source, range: map.source(of: range))
  }
}
