extension CheckedExpression {
  /// How many steps the expression takes on a row, by what its types and constants tell.
  public func cost(assuming assumptions: Assumptions = Assumptions()) -> Cost {
    estimate(assumptions).cost
  }

  fileprivate func estimate(_ assumptions: Assumptions) -> Estimator.Estimate {
    var estimator = Estimator(checked: self, assumptions: assumptions)
    return estimator.visit(tree)
  }

  /// The macro or call that costs most by itself, with what it is within; nil for a mere value.
  public func costliestPart(assuming assumptions: Assumptions = Assumptions()) -> Expression? {
    var estimator = Estimator(checked: self, assumptions: assumptions)
    _ = estimator.visit(tree)
    return estimator.costliest?.node
  }
}

/// Adds up what the nodes of an expression cost, and how large their values can be.
struct Estimator {
  let checked: CheckedExpression
  let assumptions: Assumptions
  /// The extents of the variables of the macros around a node, by their places.
  var locals: [Extent] = []
  /// What the definitions cost that were met.
  private var definitions: [String: Estimate] = [:]
  /// The node that adds most besides what is below it.
  private(set) var costliest: (node: Expression, own: Int)?

  init(checked: CheckedExpression, assumptions: Assumptions) {
    self.checked = checked
    self.assumptions = assumptions
  }

  /// The cost of a node with all below it, and the extent of its value.
  typealias Estimate = (cost: Cost, extent: Extent)

  mutating func visit(_ node: Expression) -> Estimate {
    switch node.kind {
    case .literal(let literal): return (Cost(1), literal.extent)
    case .identifier: return named(node)
    case .select(let operand, _, let testOnly):
      if checked.references[node.id] != nil { return named(node) }
      let inner = visit(operand)
      let extent = testOnly ? .scalar : inner.extent.inner.last ?? unknown(node)
      return (inner.cost.plus(Cost(1)), extent)
    case .call(let function, let target, let arguments):
      return call(function, target, arguments, node)
    case .list(let elements, let optionals):
      let parts = elements.map { visit($0) }
      let extent = Extent(
        elements.count - optionals.count, elements.count, of: joined(parts.map(\.extent)))
      return (sum(parts), extent)
    case .map(let entries):
      let (keys, values) = (entries.map { visit($0.key) }, entries.map { visit($0.value) })
      let inner = joined(keys.map(\.extent)) + joined(values.map(\.extent))
      return (sum(keys + values), Extent(0, entries.count, of: inner))
    case .message(_, let fields):
      let parts = fields.map { visit($0.value) }
      let work = parts.reduce(0) { $0.saturatedSum($1.extent.bulk / 16) }
      return (sum(parts).plus(Cost(0, work)), unknown(node))
    case .comprehension(let macro): return comprehension(macro, node)
    }
  }

  func sum(_ parts: [Estimate]) -> Cost { parts.reduce(Cost(1)) { $0.plus($1.cost) } }

  private func joined(_ extents: [Extent]) -> [Extent] {
    guard let first = extents.first else { return [] }
    return [extents.dropFirst().reduce(first) { $0.or($1) }]
  }

  /// Notes what a node costs besides what is below it.
  mutating func note(_ node: Expression, own: Int) {
    if own > costliest?.own ?? 0 { costliest = (node, own) }
  }

  /// What a name stands for. A definition is evaluated once, wherever it is used.
  private mutating func named(_ node: Expression) -> Estimate {
    switch checked.references[node.id] {
    case .local(let place) where locals.indices.contains(place): return (Cost(1), locals[place])
    case .definition(let used):
      let known = definitions[used.name]
      let estimate = known ?? used.expression.estimate(assumptions)
      definitions[used.name] = estimate
      return (known == nil ? estimate.cost.plus(Cost(1)) : Cost(1), estimate.extent)
    default: return (Cost(1), unknown(node))
    }
  }

  /// The extent of a value of which only the type is known.
  func unknown(_ node: Expression) -> Extent { unknown(checked.types[node.id]) }

  func unknown(_ type: CELType) -> Extent {
    switch type {
    case .string, .bytes, .wrapper(.string), .wrapper(.bytes):
      Extent(0, assumptions.textLength)
    case .list(let element): Extent(0, assumptions.elements, of: [unknown(element)])
    case .map(let key, let value):
      Extent(0, assumptions.elements, of: [unknown(key), unknown(value)])
    case .dyn, .parameter:
      Extent(0, max(assumptions.elements, assumptions.textLength), of: [Extent(0, 32)])
    case .opaque(CELType.optionalName, let held): held.first.map { unknown($0) } ?? .scalar
    default: .scalar
    }
  }
}

extension Literal {
  fileprivate var extent: Extent {
    switch self {
    case .string(let text): Extent(exactly: text.unicodeScalars.count)
    case .bytes(let bytes): Extent(exactly: bytes.count)
    default: .scalar
    }
  }
}
