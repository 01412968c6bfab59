/// Finds what the first group of a pattern holds.
///
/// All ways to match are followed at once, as by `PatternMachine`, in the order in which Perl would
/// try them: of two that stand at the same instruction only the earlier one is followed.
struct PatternCapture {
  typealias Index = String.UnicodeScalarView.Index

  /// A way to match: where it stands, and where the first group begins and ends on it.
  private struct Way {
    var place: Int
    var start: Index?
    var end: Index?
  }

  private let pattern: Pattern
  /// The ways that go on with the next character or end here, in the order of preference.
  private var ways: [Way] = []
  private var old: [Way] = []
  /// For each instruction the last position at which it was entered.
  private var entered: [Int]
  private var stack: [Way] = []

  init(pattern: Pattern) {
    self.pattern = pattern
    entered = Array(repeating: -1, count: pattern.program.count)
  }

  /// The group of the leftmost match; nil without one, or where the group took no part.
  mutating func firstGroup(in text: String.UnicodeScalarView) -> Substring.UnicodeScalarView? {
    var found: Way?
    var previous: Unicode.Scalar?
    var index = text.startIndex
    var position = 0
    while true {
      let next = index < text.endIndex ? text[index] : nil
      let between = Between(previous: previous, next: next)
      swap(&ways, &old)
      ways.removeAll(keepingCapacity: true)
      for way in old {
        if let previous, pattern.takes(previous, at: way.place) {
          enter(way, 1, index, position, between)
        }
      }
      if found == nil { enter(Way(place: 0), 0, index, position, between) }
      if let end = ways.firstIndex(where: { isMatch($0) }) {
        found = ways[end]
        ways.removeSubrange(end...)
      }
      guard let next, found == nil || !ways.isEmpty else { break }
      previous = next
      index = text.index(after: index)
      position += 1
    }
    guard let start = found?.start, let end = found?.end else { return nil }
    return text[start..<end]
  }

  private func isMatch(_ way: Way) -> Bool {
    if case .match = pattern.program[way.place] { true } else { false }
  }

  /// Goes on from `step` past a way's instruction as far as no character is needed.
  private mutating func enter(
    _ way: Way, _ step: Int, _ index: Index, _ position: Int, _ between: Between
  ) {
    var first = way
    first.place += step
    stack.append(first)
    while var way = stack.popLast() {
      guard entered[way.place] != position else { continue }
      entered[way.place] = position
      switch pattern.program[way.place] {
      case .match, .character, .set: ways.append(way)
      case .mark(let isEnd):
        if isEnd { way.end = index } else { way.start = index }
        way.place += 1
        stack.append(way)
      case .split(let first, let second):
        let place = way.place
        for distance in [second, first] {
          way.place = place + Int(distance)
          stack.append(way)
        }
      case .jump(let distance):
        way.place += Int(distance)
        stack.append(way)
      case .check(let assertion):
        way.place += 1
        if between.holds(assertion) { stack.append(way) }
      }
    }
  }
}
