/// Follows all ways to match at once, one character after the other.
struct PatternMachine {
  private let pattern: Pattern
  /// The instructions that wait for the next character.
  private var waiting: [Int] = []
  /// For each instruction the last position at which it was entered.
  private var entered: [Int]
  private var stack: [Int] = []

  init(pattern: Pattern) {
    self.pattern = pattern
    entered = Array(repeating: -1, count: pattern.program.count)
  }

  /// Whether the pattern matches anywhere.
  mutating func search(_ text: String.UnicodeScalarView) -> Bool {
    var previous: Unicode.Scalar?
    var position = 0
    var scalars = text.makeIterator()
    var current = scalars.next()
    while true {
      let between = Between(previous: previous, next: current)
      if enter(0, position, between) { return true }
      guard let scalar = current else { return false }
      let following = scalars.next()
      let after = Between(previous: scalar, next: following)
      let old = waiting
      waiting.removeAll(keepingCapacity: true)
      position += 1
      for place in old {
        guard case .take(let set) = pattern.program[place], pattern.sets[set].contains(scalar)
        else { continue }
        if enter(place + 1, position, after) { return true }
      }
      previous = scalar
      current = following
    }
  }

  /// Goes on from an instruction as far as no character is needed; true where that is a match.
  private mutating func enter(_ start: Int, _ position: Int, _ between: Between) -> Bool {
    stack.append(start)
    while let place = stack.popLast() {
      guard entered[place] != position else { continue }
      entered[place] = position
      switch pattern.program[place] {
      case .match:
        stack.removeAll()
        return true
      case .take: waiting.append(place)
      case .jump(let target): stack.append(target)
      case .split(let first, let second): stack += [second, first]
      case .check(let assertion): if between.holds(assertion) { stack.append(place + 1) }
      }
    }
    return false
  }

  /// A place between two characters.
  private struct Between {
    let previous: Unicode.Scalar?
    let next: Unicode.Scalar?

    func holds(_ assertion: Assertion) -> Bool {
      switch assertion {
      case .textStart: previous == nil
      case .textEnd: next == nil
      case .lineStart: previous == nil || previous == "\n"
      case .lineEnd: next == nil || next == "\n"
      case .wordEdge: isWord(previous) != isWord(next)
      case .noWordEdge: isWord(previous) == isWord(next)
      }
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { ScalarSet.word.contains($0) } ?? false
    }
  }
}
