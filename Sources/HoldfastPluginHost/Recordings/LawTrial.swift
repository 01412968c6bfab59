internal import HoldfastModel
internal import JSONText

/// A sample in one piece, which every other way to send it has to come to.
struct LawTrial {
  private let dialogue: PluginDialogue
  private let sample: RowsSample
  private let state: JSONValue?
  private let measurement: JSONValue

  /// Nil where the plugin does not measure the sample.
  init?(
    _ dialogue: PluginDialogue, _ sample: RowsSample, isMergeable: Bool
  ) throws(PluginFailure) {
    (self.dialogue, self.sample) = (dialogue, sample)
    do throws(LawSession.Break) {
      var session = LawSession(dialogue, sample)
      try session.open()
      try session.send(Array(sample.rows.indices))
      state = isMergeable ? try session.partial() : nil
      measurement = try session.finish()
    } catch {
      guard case .failed(let failure) = error else { return nil }
      throw failure
    }
  }

  /// All rows in batches of a size.
  func inBatches(of size: Int) throws(PluginFailure) -> MergeLaws.Violation? {
    let all = Array(sample.rows.indices)
    return try trying("sending \(rows(all)) in batches of \(size)") {
      deed throws(LawSession.Break) in
      var session = LawSession(dialogue, sample)
      try session.open()
      try session.send(all) { $0 % size == 0 }
      return difference(try session.finish(), deed)
    }
  }

  /// Each part in a session of its own; then their states merged as they come, in the other order,
  /// and the first two before the others.
  func split(_ split: [[Int]]) throws(PluginFailure) -> MergeLaws.Violation? {
    let parts = split.map(rows).joined(separator: " | ")
    return try trying("merging the states of \(parts)") { deed throws(LawSession.Break) in
      var states: [JSONValue] = []
      for (worker, part) in split.enumerated() {
        states.append(
          try partial(worker, of: split.count) { session throws(LawSession.Break) in
            try session.send(part)
          })
      }
      if let found = try merge(states, deed) { return found }
      if let found = try merge(states.reversed(), "\(deed), the last one first,") { return found }
      guard states.count > 2 else { return nil }
      let pair = try partial(0, of: 1) { session throws(LawSession.Break) in
        try session.merge(Array(states[..<2]))
      }
      return try merge([pair] + states[2...], "\(deed), the first two before the others,")
    }
  }

  private func trying(
    _ deed: String, _ body: (String) throws(LawSession.Break) -> MergeLaws.Violation?
  ) throws(PluginFailure) -> MergeLaws.Violation? {
    do throws(LawSession.Break) { return try body(deed) } catch {
      switch error {
      case .refused(let words):
        return MergeLaws.Violation(deed: deed, what: "an error", shown: words)
      case .failed(let failure): throw failure
      }
    }
  }

  /// The state of a session of its own.
  private func partial(
    _ worker: Int, of workers: Int, _ fill: (inout LawSession) throws(LawSession.Break) -> Void
  ) throws(LawSession.Break) -> JSONValue {
    var session = LawSession(dialogue, sample)
    try session.open(worker: worker, of: workers)
    try fill(&session)
    let state = try session.partial()
    // A session ends with a measurement, and another may begin then.
    _ = try session.finish()
    return state
  }

  private func merge(
    _ states: [JSONValue], _ deed: String
  ) throws(LawSession.Break) -> MergeLaws.Violation? {
    var session = LawSession(dialogue, sample)
    try session.open()
    try session.merge(states)
    let merged = try session.partial()
    if let found = difference(try session.finish(), deed) { return found }
    return state.flatMap { JSONDifference.first($0, merged) }.map {
      MergeLaws.Violation(deed: deed, what: "another state", shown: Self.words($0))
    }
  }

  private func difference(_ result: JSONValue, _ deed: String) -> MergeLaws.Violation? {
    JSONDifference.first(measurement, result).map {
      MergeLaws.Violation(deed: deed, what: "another measurement", shown: Self.words($0))
    }
  }

  private static func words(_ difference: JSONDifference) -> String {
    difference.words("in one piece", "now")
  }

  /// Rows by their numbers, in words.
  private func rows(_ places: [Int]) -> String {
    let numbers = places.map { String(sample.rows[$0].number) }
    switch numbers.count {
    case 0: return "no row"
    case 1: return "row \(numbers[0])"
    case 2...12: return "rows " + numbers.joined(separator: ", ")
    default: return "rows \(numbers[0]) to \(numbers[numbers.count - 1]) (\(numbers.count) of them)"
    }
  }
}
