/// What expressions may name: variables, functions and definitions.
public struct Environment: Sendable {
  /// The variables, in the order of their slots.
  public let variables: [Variable]
  /// The name space in which names are looked for first, `a.b` before `a`; empty for none.
  public let container: String
  /// How much an expression may ask for.
  public let limits: Limits
  /// The functions of all libraries in their order, those of one name together.
  public let functions: [Function]
  let slots: [String: Int]
  let overloads: [String: [Overload]]
  /// The types that expressions may name.
  let types: [String: CELType]
  private(set) var definitions: [String: Definition] = [:]

  /// An environment. `zones` finds the rules of named time zones; without it there are only UTC
  /// and fixed offsets.
  public init(
    variables: [Variable] = [], libraries: [Library] = [.standard], container: String = "",
    zones: ZoneFinder? = nil, limits: Limits = .default
  ) {
    self.variables = variables
    self.container = container
    self.limits = limits
    var all = libraries
    if let zones { all.append(.times(zones: zones)) }
    functions = Self.merged(all.flatMap(\.functions))
    types = CELType.named.merging(all.flatMap(\.types).map { ($0.name, $0) }) { first, _ in first }
    overloads = Dictionary(functions.map { ($0.name, $0.overloads) }) { first, _ in first }
    slots = Dictionary(variables.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  private static func merged(_ functions: [Function]) -> [Function] {
    var result: [Function] = []
    var places: [String: Int] = [:]
    for function in functions {
      guard let place = places[function.name] else {
        places[function.name] = result.count
        result.append(function)
        continue
      }
      let old = result[place]
      let replaced = Set(function.overloads.map(\.id))
      result[place] = Function(
        name: old.name, doc: old.doc, example: old.example,
        overloads: old.overloads.filter { !replaced.contains($0.id) } + function.overloads)
    }
    return result
  }

  /// Gives an expression a name, which other expressions may then use; it keeps the meaning that
  /// it was compiled with.
  public mutating func define(_ name: String, _ expression: CheckedExpression) {
    definitions[name] = Definition(name: name, expression: expression)
  }

  /// Parses and checks an expression; throws every mistake that could be found.
  public func compile(_ text: String) throws(IssueList) -> CheckedExpression {
    var checker = Checker(environment: self, text: text, isLenient: false)
    return try checker.check(parse(text))
  }

  /// Parses an expression and resolves its names, but leaves all types to evaluation: what a
  /// check would refuse becomes an error there.
  public func compileUnchecked(_ text: String) throws(IssueList) -> CheckedExpression {
    var checker = Checker(environment: self, text: text, isLenient: true)
    return try checker.check(parse(text))
  }

  /// The tree of an expression, not checked.
  public func parse(_ text: String) throws(IssueList) -> Expression {
    do {
      return try Parser.parse(text, limits: limits)
    } catch {
      throw IssueList([error])
    }
  }

  /// Resolves a checked expression into what can be evaluated, row after row.
  public func program(_ checked: CheckedExpression) throws(IssueList) -> Program {
    var planner = Planner(environment: self, limits: limits)
    let plan = planner.plan(checked)
    guard planner.issues.isEmpty else { throw IssueList(planner.issues) }
    return Program(
      step: plan.step, slots: planner.slotsRead.sorted(), memoCount: planner.memoCount,
      steps: limits.steps, size: planner.nodes)
  }

  /// The values of the nodes of an expression, by `Expression.id`; nil for those that were not
  /// looked at.
  func values(
    of checked: CheckedExpression, over activation: any Activation
  ) throws(IssueList) -> [Value?] {
    var planner = Planner(environment: self, limits: limits)
    planner.isTraced = true
    let plan = planner.plan(checked)
    guard planner.issues.isEmpty else { throw IssueList(planner.issues) }
    var frame = Frame(activation: activation, steps: limits.steps)
    frame.memo = Array(repeating: nil, count: planner.memoCount)
    frame.trace = Array(repeating: nil, count: checked.types.count)
    _ = plan.step(&frame)
    return frame.trace
  }

  /// The names under which a name may be declared, the one in the innermost name space first.
  func candidates(for name: String) -> [String] {
    if name.hasPrefix(".") { return [String(name.dropFirst())] }
    guard !container.isEmpty else { return [name] }
    var parts = container.split(separator: ".")
    var result: [String] = []
    while !parts.isEmpty {
      result.append(parts.joined(separator: ".") + "." + name)
      parts.removeLast()
    }
    return result + [name]
  }
}

/// An expression with a name.
final class Definition: Sendable {
  let name: String
  let expression: CheckedExpression

  init(name: String, expression: CheckedExpression) {
    self.name = name
    self.expression = expression
  }
}
