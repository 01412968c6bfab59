public import Diagnostics

/// A step through the documents of a text, as it is written: aliases are not followed, and texts
/// have no meaning yet.
public struct YAMLEvent: Sendable {
  /// What a step can be.
  public enum Kind: Sendable {
    /// The text begins.
    case streamStart
    /// The text ends.
    case streamEnd
    /// A document begins, with `---` or without.
    case documentStart(isMarked: Bool)
    /// A document ends, with `...` or without.
    case documentEnd(isMarked: Bool)
    /// A value that is written elsewhere, at the anchor of this name.
    case alias(String)
    /// A single value, after YAML's own unescaping and folding.
    case scalar(String, YAMLScalar.Style)
    /// A list begins, in brackets or with dashes.
    case sequenceStart(inBrackets: Bool)
    /// The list that began last ends.
    case sequenceEnd
    /// A mapping begins, in braces or with a key a line; its keys and values take turns.
    case mappingStart(inBraces: Bool)
    /// The mapping that began last ends.
    case mappingEnd
  }

  /// What happens.
  public let kind: Kind
  /// The name under which the value may be repeated.
  public let anchor: String?
  /// The tag in full, as in `tag:yaml.org,2002:str`; `!` where only that is written.
  public let tag: String?
  /// Where it stands.
  public let span: SourceSpan
}
