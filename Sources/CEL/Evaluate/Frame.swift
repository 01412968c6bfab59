/// Where a program finds the values of its variables.
public protocol Activation {
  /// The value of the variable with this place in `Environment.variables`; an `unknown` with the
  /// name of the variable where it is not known.
  func value(of slot: Int) -> Value
}

/// The state of one evaluation.
struct Frame {
  let activation: any Activation
  /// The values of the variables of macros, the outermost first.
  var locals: [Value] = []
  /// The values of definitions that are used more than once, as far as they are known.
  var memo: [Value?] = []
  /// The values of nodes by `Expression.id`, where they are wanted.
  var trace: [Value?] = []
  /// How much work is left; below zero the evaluation is void.
  var steps: Int

  /// Pays for some work; false where there was not enough left.
  @inline(__always)
  mutating func pay(_ cost: Int) -> Bool {
    steps -= cost
    return steps >= 0
  }

  /// Pays for looking at a value.
  @inline(__always)
  mutating func pay(for value: Value, _ work: Work) -> Bool {
    let weight = value.weight(work, limit: steps)
    return weight == 0 || pay(weight)
  }

  static let exhausted = Value.failure("the expression needs too many steps")
}

/// A piece of a program.
typealias Step = @Sendable (inout Frame) -> Value

/// An expression that is ready to be evaluated, row after row and from several threads at once.
public struct Program: Sendable {
  let step: Step
  /// The slots of the variables that it reads, sorted.
  public let slots: [Int]
  let memoCount: Int
  let steps: Int
  /// The nodes of the tree, those of definitions included.
  let size: Int

  /// The value for one row. Errors and unknowns are values.
  public func evaluate(_ activation: any Activation) -> Value {
    var frame = Frame(activation: activation, steps: steps)
    if memoCount > 0 { frame.memo = Array(repeating: nil, count: memoCount) }
    let value = step(&frame)
    return frame.steps < 0 ? Frame.exhausted : value
  }

  /// The value for one row, and the steps that it took as `CheckedExpression.cost` counts them:
  /// all nodes of the tree once, and what macros and large values took besides.
  public func evaluateCounting(_ activation: any Activation) -> (value: Value, steps: Int) {
    var frame = Frame(activation: activation, steps: steps)
    frame.memo = Array(repeating: nil, count: memoCount)
    let value = step(&frame)
    let used = size.saturatedSum(steps - frame.steps)
    return (frame.steps < 0 ? Frame.exhausted : value, used)
  }
}

/// What keeps a call from being made: an error before an unknown, unknowns together.
struct Obstacle {
  private(set) var value: Value?

  /// Notes an argument.
  mutating func note(_ argument: Value) {
    switch (argument, value) {
    case (.error, .error?): break
    case (.error, _): value = argument
    case (.unknown(let new), .unknown(let old)?): value = .unknown(old.merging(new))
    case (.unknown, nil): value = argument
    default: break
    }
  }
}
