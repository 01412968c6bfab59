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
      try report(Quoting.tag(place, followedBy: text))
      return .string(text)
    }
    if let value = CoreSchema.value(of: text, as: tag) { return value }
    try report(Wording.tagMismatch(text, place))
    return .string(text)
  }

  /// Refuses a collection with another tag than that of its kind.
  mutating func checkTag(_ event: Event, allowed: CoreTag) throws(Halt) {
    guard let tag = event.tag, tag != allowed.rawValue else { return }
    let place = Properties(of: place(event)).tag ?? place(event)
    try report(Quoting.tag(place, followedBy: "x"))
  }
}
