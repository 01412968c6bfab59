public import Diagnostics

/// A CEL expression as an author wrote it, and where each byte of it stands in the file.
public struct ExpressionText: Sendable {
  /// The expression, after the file format's own unescaping.
  public let text: String
  private let locate: @Sendable (Range<Int>) -> SourceSpan

  /// An expression whose byte ranges `locate` finds in the file it was read from.
  public init(_ text: String, locate: @escaping @Sendable (Range<Int>) -> SourceSpan) {
    self.text = text
    self.locate = locate
  }

  /// An expression that is a source text of its own, as on the command line and in tests.
  public init(_ text: String, name: String = "<expression>") {
    let source = SourceText(name: name, text: text)
    self.init(text) { SourceSpan(source: source, range: $0) }
  }

  /// Where a byte range of the expression stands in the file.
  public func span(of range: Range<Int>) -> SourceSpan { locate(range) }

  /// Where the whole expression stands.
  public var span: SourceSpan { locate(0..<text.utf8.count) }
}

/// A value with the place where an author wrote it.
public struct Located<Value: Sendable>: Sendable {
  /// What was written.
  public let value: Value
  /// Where.
  public let span: SourceSpan

  /// A value at a place.
  public init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}
