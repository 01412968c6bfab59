/// Follows all ways to match at once, one character after the other.
struct PatternMachine {
  /// What counts as a match.
  enum Wanted {
    /// A stretch of the text.
    case anywhere
    /// All of the text.
    case whole
  }

  private let pattern: Pattern
  private let wanted: Wanted
  /// The instructions that wait for the next character.
  private var waiting: [Int] = []
  private var old: [Int] = []
  /// For each instruction the last position at which it was entered.
  private var entered: [Int]
  private var stack: [Int] = []

  init(pattern: Pattern, wanted: Wanted) {
    self.pattern = pattern
    self.wanted = wanted
    entered = Array(repeating: -1, count: pattern.program.count)
  }

  /// Whether the pattern matches.
  mutating func run(_ text: String.UnicodeScalarView) -> Bool {
    var position = 0
    var scalars = text.makeIterator()
    var between = Between(previous: nil, next: scalars.next())
    while true {
      if wanted == .anywhere || position == 0 {
        if enter(0, position, between) { return true }
      }
      guard let scalar = between.next, wanted == .anywhere || !waiting.isEmpty else { return false }
      between = Between(previous: scalar, next: scalars.next())
      swap(&waiting, &old)
      waiting.removeAll(keepingCapacity: true)
      position += 1
      for place in old where pattern.takes(scalar, at: place) {
        if enter(place + 1, position, between) { return true }
      }
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
        guard wanted == .anywhere || between.next == nil else { continue }
        stack.removeAll()
        return true
      case .character, .set: waiting.append(place)
      case .mark: stack.append(place + 1)
      case .split(let first, let second):
        stack.append(place + Int(second))
        stack.append(place + Int(first))
      case .jump(let distance): stack.append(place + Int(distance))
      case .check(let assertion): if between.holds(assertion) { stack.append(place + 1) }
      }
    }
    return false
  }
}
