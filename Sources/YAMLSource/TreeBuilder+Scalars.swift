import Diagnostics

/// Scalars and tags.
extension TreeBuilder {
  /// A scalar with its meaning.
  mutating func scalar(
    _ text: String, _ style: YAMLScalar.Style, _ event: Event
  ) throws(Halt) -> YAMLNode {
    let properties = Properties(of: place(event))
    let whole = place(event)
    let content = span(properties.end, whole.range.upperBound)
    if let fault = Quoting.misreadBlock(text, content) { try report(fault) }
    let resolved = try value(text, style, event, properties)
    let scalar = YAMLScalar(text: text, style: style, resolved: resolved, place: content)
    return YAMLNode(kind: .scalar(scalar), span: trimmed(whole))
  }

  /// Without the line ends that libyaml counts as part of a block scalar.
  private func trimmed(_ place: SourceSpan) -> SourceSpan {
    let blank = source.utf8[place.range].reversed().prefix {
      $0 == 0x0A || $0 == 0x0D || isBlank($0)
    }
    return span(place.range.lowerBound, place.range.upperBound - blank.count)
  }

  private mutating func value(
    _ text: String, _ style: YAMLScalar.Style, _ event: Event, _ properties: Properties
  ) throws(Halt) -> YAMLValue {
    guard event.tag != nil || properties.tag != nil else {
      return style == .plain ? CoreSchema.value(of: text) : .string(text)
    }
    let place = properties.tag ?? place(event)
    guard let tag = event.tag.flatMap(CoreTag.init), tag != .sequence, tag != .mapping else {
      if !isText(text, style, tag: place) { try report(Quoting.tag(place, followedBy: text)) }
      return .string(text)
    }
    if let value = CoreSchema.value(of: text, as: tag) { return value }
    try report(Wording.tagMismatch(text, place))
    return .string(text)
  }

  /// Whether a tag that is no core one makes a text of a scalar. In files only `!` does, and only
  /// where it cannot be the "not" of an expression: before quotes, blocks and numbers.
  private func isText(_ text: String, _ style: YAMLScalar.Style, tag: SourceSpan) -> Bool {
    guard rules == .file else { return true }
    guard source.utf8[tag.range].elementsEqual("!".utf8) else { return false }
    guard style == .plain else { return true }
    switch CoreSchema.value(of: text) {
    case .integer, .float: return true
    case .null, .bool, .string: return false
    }
  }

  /// Refuses a collection with a core tag of another kind, and in files with any other tag.
  mutating func checkTag(_ event: Event, allowed: CoreTag) throws(Halt) {
    guard let tag = event.tag, tag != allowed.rawValue else { return }
    if rules == .language, CoreTag(rawValue: tag) == nil { return }
    let place = Properties(of: place(event)).tag ?? place(event)
    try report(Quoting.tag(place, followedBy: "x"))
  }
}
