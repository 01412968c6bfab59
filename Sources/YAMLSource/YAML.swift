public import Diagnostics

/// Reads YAML 1.2: files that a person writes for this program, or the language as it is.
///
/// Both are bounded, and both refuse equal keys, aliases without an anchor and what is no text.
public enum YAML {
  /// The one document of a file, as nodes that know where they stand.
  ///
  /// Refused beside what is no YAML: a second document, none, %TAG lines, tags other than the core
  /// ones, and expressions that YAML would take for something else.
  ///
  /// - Throws: every mistake that was found up to the first one that hides the rest.
  public static func parse(
    _ source: SourceText, limits: YAMLLimits = .default
  ) throws(DiagnosticList) -> YAMLNode {
    let roots = try trees(of: source, limits: limits, rules: .file)
    guard let root = roots.first else { throw DiagnosticList([Wording.empty(source)]) }
    return root
  }

  /// All documents of a text, by the language alone: tags that are no core ones say nothing of a
  /// value, but make a text of what they stand before.
  ///
  /// - Throws: every mistake that was found up to the first one that hides the rest.
  public static func documents(
    _ source: SourceText, limits: YAMLLimits = .default
  ) throws(DiagnosticList) -> [YAMLNode] {
    try trees(of: source, limits: limits, rules: .language)
  }

  /// The steps through all documents of a text, as they are written.
  ///
  /// - Throws: the first mistake.
  public static func events(
    _ source: SourceText, limits: YAMLLimits = .default
  ) throws(DiagnosticList) -> [YAMLEvent] {
    var stream = try stream(of: source, limits: limits, rules: .language)
    var count = EventCount(limits: limits)
    var result: [YAMLEvent] = []
    do throws(Diagnostic) {
      while true {
        let event = try stream.next()
        let span = stream.place(event)
        try count.add(event.kind, at: span)
        result.append(
          YAMLEvent(kind: event.kind, anchor: event.anchor, tag: event.tag, span: span))
        if case .streamEnd = event.kind { return result }
      }
    } catch {
      throw DiagnosticList([error])
    }
  }

  private static func trees(
    of source: SourceText, limits: YAMLLimits, rules: YAMLRules
  ) throws(DiagnosticList) -> [YAMLNode] {
    let events = try stream(of: source, limits: limits, rules: rules)
    var builder = TreeBuilder(events, limits: limits, rules: rules)
    return try builder.documents()
  }

  private static func stream(
    of source: SourceText, limits: YAMLLimits, rules: YAMLRules
  ) throws(DiagnosticList) -> EventStream {
    guard source.utf8.count <= limits.bytes else {
      throw DiagnosticList([Wording.tooLarge(source, limit: limits.bytes)])
    }
    let text = try UTF16Text.decoded(source)
    let start = try ByteCheck.contentStart(of: text, rules: rules)
    guard let events = EventStream(text, contentStart: start) else {
      throw DiagnosticList([Wording.noMemory(source)])
    }
    return events
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
