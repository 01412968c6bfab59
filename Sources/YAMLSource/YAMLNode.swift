public import Diagnostics

/// A value of a YAML document that knows where it was written.
public struct YAMLNode: Sendable {
  /// What a node can be.
  public indirect enum Kind: Sendable {
    /// A single value.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file; no two keys are equal.
    case mapping([YAMLEntry])
  }

  /// The value.
  public let kind: Kind
  /// The whole node with its anchor and tag; for an alias, the alias.
  public let span: SourceSpan

  /// A value at a place.
  public init(kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// A key of a mapping with its value.
public struct YAMLEntry: Sendable {
  /// The key, in practice a scalar.
  public let key: YAMLNode
  /// The value; an empty scalar that resolves to null where none is written.
  public let value: YAMLNode
}

/// What a scalar means by the core schema of YAML 1.2.
public enum YAMLValue: Sendable, Equatable {
  /// `null`, `Null`, `NULL`, `~` or nothing.
  case null
  /// `true`, `True`, `TRUE`, `false`, `False` or `FALSE`, and nothing else.
  case bool(Bool)
  /// A whole number; nil where it does not fit 128 bits.
  case integer(Int128?)
  /// A number with a point or an exponent, an infinity or not a number.
  case float(Double)
  /// Everything else, and everything in quotes.
  case string(String)

  /// Whether two values are the same, texts by code points.
  public static func == (left: YAMLValue, right: YAMLValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    default: false
    }
  }
}
