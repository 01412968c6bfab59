/// The structure of a pattern.
indirect enum PatternNode: Sendable {
  case empty
  case set(ScalarSet)
  case assertion(Assertion)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// At least and at most so many times, without an upper limit where that is nil; a lazy one
  /// rather stops than goes on.
  case repeated(PatternNode, least: Int, most: Int?, lazy: Bool)
  /// A group that captures, and its number from 1.
  case group(PatternNode, Int)
}

/// What must hold between two characters.
enum Assertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordEdge, noWordEdge
}

/// A step of the machine that matches.
enum Instruction: Sendable {
  /// Takes a character of a set.
  case take(Int)
  /// Goes on at both places, and rather at the first.
  case split(Int, Int)
  /// The first group begins, or ends, here.
  case mark(isEnd: Bool)
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

  func finished() -> [Instruction] { program + [.match] }

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
    case .repeated(let node, let least, let most, let lazy):
      if let most {
        try addCounted(node, least, most, lazy)
      } else {
        try addEndless(node, least, lazy)
      }
    case .group(let node, let number): try addGroup(node, number)
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

  /// `x{n,}` is `x` so many times less one and then `x+`; `x*` is `(?:x+)?`. A loop whose body
  /// comes first is left before it is entered again without having taken a character, which is
  /// what Perl does.
  private mutating func addEndless(
    _ node: PatternNode, _ least: Int, _ lazy: Bool
  ) throws(PatternError) {
    for _ in 1..<max(1, least) { try add(node) }
    let entry = program.count
    if least == 0 { program.append(.match) }
    let body = program.count
    try add(node)
    program.append(fork(body, program.count + 1, lazy))
    if least == 0 { program[entry] = fork(body, program.count, lazy) }
  }

  private mutating func addCounted(
    _ node: PatternNode, _ least: Int, _ most: Int, _ lazy: Bool
  ) throws(PatternError) {
    for _ in 0..<least { try add(node) }
    var forks: [Int] = []
    for _ in least..<max(least, most) {
      forks.append(program.count)
      program.append(.match)
      try add(node)
    }
    for place in forks { program[place] = fork(place + 1, program.count, lazy) }
  }

  /// Goes on with the repeated part or past it.
  private func fork(_ inside: Int, _ past: Int, _ lazy: Bool) -> Instruction {
    lazy ? .split(past, inside) : .split(inside, past)
  }

  /// Only the first group is ever asked for.
  private mutating func addGroup(_ node: PatternNode, _ number: Int) throws(PatternError) {
    if number == 1 { program.append(.mark(isEnd: false)) }
    try add(node)
    if number == 1 { program.append(.mark(isEnd: true)) }
  }
}
