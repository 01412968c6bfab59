/// A part of a condition that can be evaluated by itself: what `&&`, `||`, `!` and `? :` put
/// together.
public struct Leaf: Sendable {
  /// One side of a comparison, or an argument of a function.
  public enum Operand: Sendable {
    /// A variable, by its slot.
    case slot(Int)
    /// Anything else.
    case other(Program)
  }

  /// What the part says, in one form whatever blanks and brackets it was written with.
  public let text: String
  /// The program that evaluates it.
  public let program: Program
  /// A function and what it is called with.
  public typealias Call = (function: String, operands: [Operand])
  /// The call that the part is, where it is one.
  public let call: Call?
  /// The calls that `&&`, `||`, `!` and `? :` put together in it, itself where it is none of these;
  /// nil where anything else than a call and a constant stands there.
  public let joined: [Call]?
}

extension Environment {
  /// The parts of an expression that read variables of one kind only.
  ///
  /// Where all variables below a node are of one kind, the whole node is one part; a node that
  /// joins conditions is taken apart; any other node is a part though its variables are of several
  /// kinds. The value of the expression follows from the values of its parts.
  ///
  /// - Parameter areOfOneKind: whether variables, by their slots, may stand in one part.
  public func leaves(
    of checked: CheckedExpression, where areOfOneKind: ([Int]) -> Bool
  ) throws(IssueList) -> [Leaf] {
    var result: [Leaf] = []
    try take(checked.tree, of: checked, areOfOneKind, &result)
    return result
  }

  private func take(
    _ node: Expression, of checked: CheckedExpression, _ areOfOneKind: ([Int]) -> Bool,
    _ result: inout [Leaf]
  ) throws(IssueList) {
    if case .definition(let used)? = checked.references[node.id] {
      return try take(used.expression.tree, of: used.expression, areOfOneKind, &result)
    }
    let program = try program(node, of: checked)
    if !areOfOneKind(program.slots) {
      if case .call(let function, nil, let operands) = node.kind, Self.joining.contains(function) {
        for operand in operands { try take(operand, of: checked, areOfOneKind, &result) }
        return
      }
    }
    result.append(
      Leaf(
        text: checked.canonicalText(of: node), program: program, call: try call(node, checked),
        joined: try joined(node, checked)))
  }

  /// The calls that are put together below a node.
  private func joined(
    _ node: Expression, _ checked: CheckedExpression
  ) throws(IssueList) -> [Leaf.Call]? {
    if case .definition(let used)? = checked.references[node.id] {
      return try joined(used.expression.tree, used.expression)
    }
    if case .literal(.bool) = node.kind { return [] }
    guard case .call(let function, nil, let operands) = node.kind,
      Self.joining.contains(function)
    else { return try call(node, checked).map { [$0] } }
    var result: [Leaf.Call] = []
    for operand in operands {
      guard let calls = try joined(operand, checked) else { return nil }
      result += calls
    }
    return result
  }

  private static let joining: Set<String> = [
    Operator.and, Operator.or, Operator.not, Operator.conditional,
  ]

  private func call(
    _ node: Expression, _ checked: CheckedExpression
  ) throws(IssueList) -> Leaf.Call? {
    guard case .call(let function, nil, let arguments) = node.kind else { return nil }
    var operands: [Leaf.Operand] = []
    for argument in arguments {
      if case .variable(let name)? = checked.references[argument.id], let slot = slots[name] {
        operands.append(.slot(slot))
      } else {
        operands.append(.other(try program(argument, of: checked)))
      }
    }
    return (function, operands)
  }

  /// A program for one node of an expression.
  private func program(
    _ node: Expression, of checked: CheckedExpression
  ) throws(IssueList) -> Program {
    var planner = Planner(environment: self, limits: limits)
    let plan = planner.plan(node, of: checked)
    guard planner.issues.isEmpty else { throw IssueList(planner.issues) }
    return Program(
      step: plan.step, slots: planner.slotsRead.sorted(), memoCount: planner.memoCount,
      steps: limits.steps, size: planner.nodes)
  }
}
