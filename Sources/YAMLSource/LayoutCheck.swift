import Diagnostics

/// What YAML 1.2 forbids and libyaml lets pass, found from the events and the text between them.
struct LayoutCheck {
  let source: SourceText
  let contentStart: Int
  /// Where the text that no event has covered so far begins.
  private var read: Int
  /// The lists and mappings that are open, from the outermost.
  private var open: [Collection] = []
  /// Whether the document before ended without `...`.
  private var endedUnmarked = false

  /// A list or mapping that is open.
  private enum Collection {
    /// With the column of its lines; nil until its first key or item is seen.
    case block(column: Int?)
    /// In brackets, with the place of the opening one.
    case flow(start: Int)
  }

  init(_ source: SourceText, contentStart: Int) {
    self.source = source
    self.contentStart = contentStart
    read = contentStart
  }

  /// What is wrong with an event or with the text before it; nil where all is in order.
  mutating func fault(in event: Event, at place: Range<Int>) -> Diagnostic? {
    let gap = read..<max(read, place.lowerBound)
    read = max(read, place.upperBound)
    if let comment = commentWithoutBlank(in: gap) { return comment }
    switch event.kind {
    case .documentStart: return directiveFault(place)
    case .documentEnd(let isMarked):
      endedUnmarked = !isMarked
      return nil
    case .sequenceEnd, .mappingEnd: return end(place)
    case .sequenceStart, .mappingStart, .scalar, .alias: return node(event, place)
    case .streamStart, .streamEnd: return nil
    }
  }

  private mutating func node(_ event: Event, _ place: Range<Int>) -> Diagnostic? {
    if case .block(column: nil)? = open.last {
      open[open.count - 1] = .block(column: column(ofFirst: event, at: place))
    }
    if let fault = nameFault(event, place) { return fault }
    switch event.kind {
    case .sequenceStart(let inBrackets): begin(event, place, isFlow: inBrackets)
    case .mappingStart(let inBraces): begin(event, place, isFlow: inBraces)
    case .scalar(let text, let style): return scalarFault(text, style, event.column, place)
    default: break
    }
    return nil
  }

  private mutating func begin(_ event: Event, _ place: Range<Int>, isFlow: Bool) {
    let hasProperties = event.anchor != nil || event.tag != nil
    open.append(
      isFlow || isInFlow
        ? .flow(start: place.lowerBound) : .block(column: hasProperties ? nil : event.column))
  }

  /// The outermost brackets alone are looked at: they hold all others.
  private mutating func end(_ place: Range<Int>) -> Diagnostic? {
    guard case .flow(let start)? = open.popLast(), !isInFlow else { return nil }
    return bracketFault(start..<max(start, place.upperBound))
  }

  /// Whether brackets are open.
  var isInFlow: Bool {
    if case .flow? = open.last { return true }
    return false
  }

  /// The column of the lines of the innermost block, or -1 at the top of a document.
  var indent: Int {
    for case .block(let column?) in open.reversed() { return column }
    return -1
  }

  /// Where the lines of a block with an anchor or a tag of its own begin: at its first key or item.
  private func column(ofFirst event: Event, at place: Range<Int>) -> Int {
    let line = Array(source.utf8[lineStart(of: place.lowerBound)..<place.lowerBound])
    guard let sign = line.lastIndex(where: { !isBlank($0) }),
      line[sign] == UInt8(ascii: "?") || line[sign] == UInt8(ascii: "-")
    else { return event.column }
    return sign
  }

  func lineStart(of offset: Int) -> Int {
    source.utf8[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? contentStart
  }

  /// A directive stands at the beginning of the text or after `...`.
  private func directiveFault(_ place: Range<Int>) -> Diagnostic? {
    guard endedUnmarked, place.lowerBound < source.utf8.count,
      source.utf8[place.lowerBound] == UInt8(ascii: "%")
    else { return nil }
    return Wording.directive(span(place.lowerBound..<place.lowerBound + 1))
  }
}
