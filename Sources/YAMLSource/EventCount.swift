import Diagnostics

/// Holds a stream of events to the limits.
struct EventCount {
  private let limits: YAMLLimits
  private var nodes = 0
  private var depth = 0

  init(limits: YAMLLimits) { self.limits = limits }

  mutating func add(_ kind: YAMLEvent.Kind, at place: SourceSpan) throws(Diagnostic) {
    switch kind {
    case .sequenceStart, .mappingStart:
      nodes += 1
      depth += 1
    case .sequenceEnd, .mappingEnd: depth -= 1
    case .scalar, .alias: nodes += 1
    case .streamStart, .streamEnd, .documentStart, .documentEnd: break
    }
    guard depth <= limits.depth else { throw Wording.tooDeep(place, limit: limits.depth) }
    guard nodes <= limits.nodes else { throw Wording.tooManyNodes(place, limit: limits.nodes) }
  }
}
