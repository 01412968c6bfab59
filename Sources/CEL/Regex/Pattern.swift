/// A regular expression in RE2's syntax, matched in time that grows with the text, never with the
/// ways to match it.
public struct Pattern: Sendable {
  let program: [Instruction]
  let sets: [ScalarSet]

  /// Compiles a pattern; throws where it is none or is too large.
  public init(_ text: String) throws(PatternError) {
    var parser = PatternParser(text)
    let tree = try parser.parse()
    var compiler = PatternCompiler()
    try compiler.add(tree)
    program = try compiler.finished()
    sets = compiler.sets
  }

  /// Whether the pattern matches anywhere in a text.
  public func matches(_ text: String) -> Bool {
    var machine = PatternMachine(pattern: self)
    return machine.search(text.unicodeScalars)
  }
}

/// Why a text is no pattern.
public struct PatternError: Error, Sendable, Hashable {
  /// One sentence without a full stop.
  public let message: String
  /// What to do, where there is something to say.
  public let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// The structure of a pattern.
indirect enum PatternNode: Sendable {
  case empty
  case set(ScalarSet)
  case assertion(Assertion)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// At least and at most so many times, without an upper limit where that is nil.
  case repeated(PatternNode, Int, Int?)
}

/// What must hold between two characters.
enum Assertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordEdge, noWordEdge
}

/// A step of the machine that matches.
enum Instruction: Sendable {
  /// Takes a character of a set.
  case take(Int)
  /// Goes on at both places.
  case split(Int, Int)
  case jump(Int)
  case check(Assertion)
  case match
}

/// Makes a program of a pattern.
struct PatternCompiler {
  private var program: [Instruction] = []
  private(set) var sets: [ScalarSet] = []

  /// The most instructions that a pattern may need; counted repetitions multiply.
  private static let limit = 20_000

  func finished() throws(PatternError) -> [Instruction] { program + [.match] }

  mutating func add(_ node: PatternNode) throws(PatternError) {
    guard program.count < Self.limit else {
      throw PatternError("it needs too many steps", help: "use smaller numbers in {...}")
    }
    switch node {
    case .empty: break
    case .set(let set):
      sets.append(set)
      program.append(.take(sets.count - 1))
    case .assertion(let assertion): program.append(.check(assertion))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .alternatives(let nodes): try addAlternatives(nodes)
    case .repeated(let node, let least, let most): try addRepeated(node, least, most)
    }
  }

  private mutating func addAlternatives(_ nodes: [PatternNode]) throws(PatternError) {
    var ends: [Int] = []
    for node in nodes.dropLast() {
      let split = program.count
      program.append(.match)
      try add(node)
      ends.append(program.count)
      program.append(.match)
      program[split] = .split(split + 1, program.count)
    }
    if let last = nodes.last { try add(last) }
    for end in ends { program[end] = .jump(program.count) }
  }

  private mutating func addRepeated(
    _ node: PatternNode, _ least: Int, _ most: Int?
  ) throws(PatternError) {
    for _ in 0..<least { try add(node) }
    guard let most else {
      let split = program.count
      program.append(.match)
      try add(node)
      program.append(.jump(split))
      program[split] = .split(split + 1, program.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      splits.append(program.count)
      program.append(.match)
      try add(node)
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }
}
