/// Turns a checked expression into steps, with all names resolved.
struct Planner {
  let environment: Environment
  let limits: Limits
  var issues: [Issue] = []
  var slotsRead: Set<Int> = []
  /// How many definitions are used more than once.
  var memoCount = 0
  /// The expression that is being planned.
  private(set) var checked: CheckedExpression?
  private var definitions: [ObjectIdentifier: (plan: Plan, memo: Int?)] = [:]
  private var uses: [ObjectIdentifier: Int] = [:]
  /// How many nodes have been planned that macros do not evaluate and pay for.
  private(set) var nodes = 0
  /// How many macros stand around the node, that may evaluate it more than once.
  var loops = 0
  /// Whether the values of the nodes are noted, those of definitions and within macros left out.
  var isTraced = false
  /// How much work is left for calls that are made while planning.
  var foldingSteps: Int

  /// A planned node.
  struct Plan {
    var step: Step
    /// Its value, where it is the same for every row.
    var constant: Value?
    /// The slot, where it is nothing but a variable.
    var slot: Int?

    init(_ step: @escaping Step) { self.step = step }

    init(constant value: Value) {
      step = { _ in value }
      constant = value
    }
  }

  init(environment: Environment, limits: Limits) {
    self.environment = environment
    self.limits = limits
    foldingSteps = limits.steps
  }

  mutating func plan(_ expression: CheckedExpression) -> Plan {
    if checked == nil { count(expression) }
    let (outer, wasTraced, around) = (checked, isTraced, loops)
    checked = expression
    isTraced = isTraced && outer == nil
    loops = 0
    defer { (checked, isTraced, loops) = (outer, wasTraced, around) }
    return plan(expression.tree)
  }

  /// Plans one node of an expression by itself.
  mutating func plan(_ node: Expression, of expression: CheckedExpression) -> Plan {
    checked = expression
    return plan(node)
  }

  /// Counts how often each definition is used in all.
  private mutating func count(_ expression: CheckedExpression) {
    for case .definition(let used)? in expression.references {
      let id = ObjectIdentifier(used.definition)
      uses[id, default: 0] += 1
      if uses[id] == 1 { count(used.expression) }
    }
  }

  func reference(_ node: Expression) -> CheckedExpression.Reference? {
    checked.flatMap { $0.references.indices.contains(node.id) ? $0.references[node.id] : nil }
  }

  func type(_ node: Expression) -> CELType {
    checked.flatMap { $0.types.indices.contains(node.id) ? $0.types[node.id] : nil } ?? .dyn
  }

  mutating func plan(_ node: Expression) -> Plan {
    if loops == 0 { nodes += 1 }
    let plan = untraced(node)
    guard isTraced, loops == 0 else { return plan }
    // Without a constant or a slot nothing passes by the step.
    let (step, id) = (plan.step, node.id)
    return Plan { frame in
      let value = step(&frame)
      frame.trace[id] = value
      return value
    }
  }

  private mutating func untraced(_ node: Expression) -> Plan {
    if case .unresolved(let message)? = reference(node) {
      return Plan(constant: .error(EvaluationError(message, range: node.range)))
    }
    switch node.kind {
    case .literal(let literal): return Plan(constant: value(literal, type(node), node))
    case .identifier: return name(node)
    case .select(let operand, let field, let testOnly):
      return select(operand, field, testOnly: testOnly, node)
    case .call(let function, let target, let arguments):
      return call(function, target, arguments, node)
    case .list(let elements, let optionals): return list(elements, optionals)
    case .message(_, let fields): return message(fields, node)
    case .map(let entries): return map(entries, node)
    case .comprehension(let macro): return comprehension(macro, node)
    }
  }

  private func name(_ slot: Int) -> Plan {
    var plan = Plan { frame in frame.activation.value(of: slot) }
    plan.slot = slot
    return plan
  }

  mutating func name(_ node: Expression) -> Plan {
    switch reference(node) {
    case .variable(let name):
      guard let slot = environment.slots[name] else {
        issues.append(Messages.variableNotHere(name, at: node.range))
        return Plan(constant: .failure("undeclared reference to '\(name)'"))
      }
      slotsRead.insert(slot)
      return self.name(slot)
    case .definition(let used): return definition(used)
    case .local(let place):
      return Plan { frame in
        place < frame.locals.count ? frame.locals[place] : .failure("no such variable")
      }
    case .type(let type): return Plan(constant: .type(type))
    case .constant(let value): return Plan(constant: value)
    default: return Plan(constant: .failure("undeclared reference"))
    }
  }

  /// A definition is evaluated on its own: the variables of macros around its name are not its.
  private mutating func definition(_ used: CheckedDefinition) -> Plan {
    let id = ObjectIdentifier(used.definition)
    if let known = definitions[id] { return known.plan }
    let inner = plan(used.expression)
    var memo: Int?
    if uses[id, default: 0] > 1 || loops > 0, inner.constant == nil, inner.slot == nil {
      memo = memoCount
      memoCount += 1
    }
    let plan = inner.constant == nil && inner.slot == nil ? isolated(inner.step, memo) : inner
    definitions[id] = (plan, memo)
    return plan
  }

  private func isolated(_ step: @escaping Step, _ memo: Int?) -> Plan {
    Plan { frame in
      if let memo, let value = frame.memo[memo] { return value }
      let locals = frame.locals
      frame.locals = []
      let value = step(&frame)
      frame.locals = locals
      if let memo { frame.memo[memo] = value }
      return value
    }
  }
}
