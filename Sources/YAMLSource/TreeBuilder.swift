import Diagnostics

/// Builds trees from events, checks limits while they come, and collects mistakes.
struct TreeBuilder: ~Copyable {
  let source: SourceText
  let limits: YAMLLimits
  let rules: YAMLRules
  private(set) var problems: [Diagnostic] = []
  private var events: EventStream
  private var anchors: [String: Anchor] = [:]
  private var nodes = 0
  private var aliasedNodes = 0

  /// A finished node, how many nodes it holds and how many collections deep they nest.
  struct Built {
    var node: YAMLNode
    var size = 1
    var height = 0
  }

  private enum Anchor {
    /// Still being read, begun as the node of this number.
    case open(Int)
    case finished(Built)
  }

  /// Nothing after this point can be read; `problems` says why.
  struct Halt: Error {}

  init(_ events: consuming EventStream, limits: YAMLLimits, rules: YAMLRules) {
    source = events.source
    self.events = events
    self.limits = limits
    self.rules = rules
  }

  /// The documents of the text; one, where the rules are those of files.
  mutating func documents() throws(DiagnosticList) -> [YAMLNode] {
    let roots = try? wholeStream()
    guard let roots, problems.isEmpty else { throw DiagnosticList(problems) }
    return roots
  }

  private mutating func wholeStream() throws(Halt) -> [YAMLNode] {
    var roots: [YAMLNode] = []
    while true {
      let event = try next()
      switch event.kind {
      case .documentStart:
        if rules == .file, !roots.isEmpty { throw halt(Wording.secondDocument(place(event))) }
        anchors = [:]
        roots.append(try node(next(), depth: 1).node)
      case .streamEnd: return roots
      default: break
      }
    }
  }

  private mutating func next() throws(Halt) -> Event {
    do throws(Diagnostic) { return try events.next() } catch { throw halt(error) }
  }

  /// Notes the mistake that ends the reading, in place of what was said of the same spot before:
  /// `*x > 5` is an alias without an anchor until the rest of the line shows what was meant.
  private mutating func halt(_ diagnostic: Diagnostic) -> Halt {
    if case .span(let place) = diagnostic.place {
      problems.removeAll { earlier in
        guard case .span(let other) = earlier.place else { return false }
        return other.range.lowerBound == place.range.lowerBound
      }
    }
    problems.append(diagnostic)
    return Halt()
  }

  /// Notes a mistake; a file that has very many, or one on a line too long to be shown often, is
  /// not worth reading to its end.
  mutating func report(_ diagnostic: Diagnostic) throws(Halt) {
    problems.append(diagnostic)
    if problems.count >= 100 || isOnLongLine(diagnostic) { throw Halt() }
  }

  private func isOnLongLine(_ diagnostic: Diagnostic) -> Bool {
    guard case .span(let place) = diagnostic.place else { return false }
    let before = source.utf8[..<min(place.range.lowerBound, source.utf8.count)].suffix(1 << 16)
    return before.count == 1 << 16 && !before.contains(0x0A)
  }

  /// Where an event stands in the file.
  func place(_ event: Event) -> SourceSpan { events.place(event) }

  /// A stretch of the file.
  func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(source: source, range: start..<max(start, end))
  }
}

extension TreeBuilder {
  private mutating func node(_ event: Event, depth: Int) throws(Halt) -> Built {
    nodes += 1
    guard nodes <= limits.nodes else {
      throw halt(Wording.tooManyNodes(place(event), limit: limits.nodes))
    }
    if case .alias(let name) = event.kind { return try alias(name, place(event), depth: depth) }
    let number = nodes
    if let name = event.anchor { anchors[name] = .open(number) }
    let built = try content(event, depth: depth)
    // A node inside may have taken the name; the one that began later in the file keeps it.
    if let name = event.anchor, case .open(number) = anchors[name] {
      anchors[name] = .finished(built)
    }
    return built
  }

  private mutating func content(_ event: Event, depth: Int) throws(Halt) -> Built {
    switch event.kind {
    case .scalar(let text, let style): return Built(node: try scalar(text, style, event))
    case .sequenceStart, .mappingStart:
      guard depth <= limits.depth else {
        throw halt(Wording.tooDeep(place(event), limit: limits.depth))
      }
      if case .sequenceStart = event.kind {
        try checkTag(event, allowed: .sequence)
        return try sequence(event, depth: depth)
      }
      try checkTag(event, allowed: .mapping)
      return try mapping(event, depth: depth)
    default: throw halt(Wording.unexpectedEnd(place(event)))
    }
  }

  private mutating func sequence(_ start: Event, depth: Int) throws(Halt) -> Built {
    var items: [YAMLNode] = []
    var (size, height) = (1, 0)
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind {
        let place = whole(start, event, last: items.last)
        return Built(
          node: YAMLNode(kind: .sequence(items), span: place), size: size, height: height + 1)
      }
      let item = try node(event, depth: depth + 1)
      items.append(item.node)
      (size, height) = (size + item.size, max(height, item.height))
    }
  }

  private mutating func mapping(_ start: Event, depth: Int) throws(Halt) -> Built {
    var entries: [YAMLEntry] = []
    var seen: [[UInt8]: SourceSpan] = [:]
    var (size, height) = (1, 0)
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        let place = whole(start, event, last: entries.last?.value)
        return Built(
          node: YAMLNode(kind: .mapping(entries), span: place), size: size, height: height + 1)
      }
      let key = try node(event, depth: depth + 1)
      let value = try node(next(), depth: depth + 1)
      try checkUnique(key.node, &seen)
      entries.append(YAMLEntry(key: key.node, value: value.node))
      size += key.size + value.size
      height = max(height, key.height, value.height)
    }
  }

  /// From the first sign of a collection to its closing bracket, or to the end of its last value:
  /// libyaml ends a block where the next thing begins.
  private func whole(_ start: Event, _ end: Event, last: YAMLNode?) -> SourceSpan {
    let begin = events.offset(ofScalar: start.start)
    if end.end > end.start { return span(begin, events.offset(ofScalar: end.end)) }
    let opening = events.offset(ofScalar: start.end)
    return span(begin, max(opening, last?.span.range.upperBound ?? opening))
  }

  private mutating func checkUnique(
    _ key: YAMLNode, _ seen: inout [[UInt8]: SourceSpan]
  ) throws(Halt) {
    var first: SourceSpan?
    for identity in KeyIdentity.all(of: key) {
      if let earlier = seen[identity] {
        first = first ?? earlier
      } else {
        seen[identity] = key.span
      }
    }
    if let first { try report(Wording.duplicate(key, first: first)) }
  }

  private mutating func alias(
    _ name: String, _ place: SourceSpan, depth: Int
  ) throws(Halt) -> Built {
    switch anchors[name] {
    case .finished(var built):
      nodes += built.size - 1
      aliasedNodes += built.size
      guard aliasedNodes <= limits.aliasedNodes, nodes <= limits.nodes else {
        throw halt(Wording.tooManyAliased(place, limit: limits.aliasedNodes))
      }
      guard depth + built.height - 1 <= limits.depth else {
        throw halt(Wording.tooDeep(place, limit: limits.depth))
      }
      built.node = YAMLNode(kind: built.node.kind, span: place)
      return built
    case .open: try report(Wording.cycle(name, place))
    case nil: try report(Wording.unknownAlias(name, place))
    }
    let empty = YAMLScalar(text: "", style: .plain, resolved: .null, place: place)
    return Built(node: YAMLNode(kind: .scalar(empty), span: place))
  }
}
