public import Diagnostics

/// Reads YAML 1.2 into nodes that know where they stand.
///
/// One document a file, UTF-8, core schema. Refused, with the place: tags other than the core
/// ones, equal keys, aliases without an anchor, everything beyond the limits.
public enum YAML {
  /// The document of a source text.
  ///
  /// - Throws: every mistake that was found up to the first one that hides the rest.
  public static func parse(
    _ source: SourceText, limits: YAMLLimits = .default
  ) throws(DiagnosticList) -> YAMLNode {
    let start = try ByteCheck.contentStart(of: source, limits: limits)
    guard let events = EventReader(source.utf8[start...]) else {
      throw DiagnosticList([Wording.noMemory(source)])
    }
    var builder = TreeBuilder(events: events, source: source, contentStart: start, limits: limits)
    return try builder.document()
  }
}

/// How much a document may ask of the reader, since documents come from strangers.
public struct YAMLLimits: Sendable {
  /// The largest size in bytes.
  public var bytes = 10_000_000
  /// How deep lists and mappings may nest, aliases followed.
  public var depth = 200
  /// How many values a document may hold, aliases followed.
  public var nodes = 500_000
  /// How many of those may come from aliases.
  public var aliasedNodes = 100_000

  /// The limits for files that a person writes.
  public static let `default` = YAMLLimits()

  /// The default limits, to be changed.
  public init() {}
}
