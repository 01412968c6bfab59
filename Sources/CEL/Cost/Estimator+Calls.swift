import Patterns

extension Estimator {
  mutating func call(
    _ function: String, _ target: Expression?, _ arguments: [Expression], _ node: Expression
  ) -> Estimate {
    let operands = self.operands(target, arguments, node)
    let parts = operands.map { visit($0) }
    switch function {
    case Operator.and, Operator.or: return (chain(parts), .scalar)
    case Operator.conditional where parts.count == 3:
      return (choice(parts), parts[1].extent.or(parts[2].extent))
    case "or" where parts.count == 2, "orValue" where parts.count == 2:
      let extent = parts[0].extent.or(parts[1].extent)
      return (parts[0].cost.plus(parts[1].cost.optional).plus(Cost(1)), extent)
    default: break
    }
    let extent = result(function, operands, parts, node)
    let work = work(function, operands, parts).saturatedSum(extent.surface)
    note(node, own: work)
    return (sum(parts).plus(Cost(0, work)), extent)
  }

  /// The receiver and the arguments, but no mere name space as in `math.abs(x)`.
  private func operands(
    _ target: Expression?, _ arguments: [Expression], _ node: Expression
  ) -> [Expression] {
    guard case .function(let overloads)? = checked.references[node.id],
      overloads.first?.isMember == true
    else { return arguments }
    return (target.map { [$0] } ?? []) + arguments
  }

  /// The condition and one of the values, at most both: what runs pay for a choice are the nodes of
  /// both, with the definitions that are named in them.
  private func choice(_ parts: [Estimate]) -> Cost {
    let (yes, no) = (parts[1].cost, parts[2].cost)
    let values = Cost(min(yes.least, no.least), yes.most.saturatedSum(no.most))
    return parts[0].cost.plus(values).plus(Cost(1))
  }

  /// The first condition of a chain, and at most all of them.
  private func chain(_ parts: [Estimate]) -> Cost {
    guard let first = parts.first else { return Cost(1) }
    return parts.dropFirst().reduce(first.cost.plus(Cost(1))) { $0.plus($1.cost.optional) }
  }

  /// The steps that the function itself takes at most.
  private func work(
    _ function: String, _ operands: [Expression], _ parts: [Estimate]
  ) -> Int {
    if function == "matches", parts.count == 2 {
      let bytes = parts[0].extent.most.saturatedProduct(4).saturatedSum(1)
      let work = bytes.saturatedProduct(patternSize(operands[1])) / 64
      return work.saturatedSum(parts[1].extent.most.saturatedProduct(4))
    }
    switch Work.of(function) {
    case .glance: return 0
    case .texts:
      let texts = parts.filter { $0.extent.inner.isEmpty }
      return texts.reduce(0) { $0.saturatedSum($1.extent.surface) }
    case .surface:
      return parts.reduce(0) { $0.saturatedSum($1.extent.surface) }
    case .all: return parts.reduce(0) { $0.saturatedSum($1.extent.bulk / 16) }
    }
  }

  private func patternSize(_ node: Expression) -> Int {
    if case .literal(.string(let text)) = node.kind, let pattern = try? Pattern(text) {
      return pattern.size
    }
    return assumptions.patternSize
  }

  mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> Estimate {
    let range = visit(macro.range)
    let count = macro.variables.count
    let element = range.extent.element
    let last = range.extent.inner.last ?? element
    let depth = locals.count
    switch macro.macro {
    case .bind, .optMap, .optFlatMap: locals.append(range.extent)
    default: locals += count == 2 ? [element, last] : [element]
    }
    let parts = macro.arguments.map { argument in
      let (cost, extent) = visit(argument)
      return (cost: Cost(cost.least, max(cost.most, argument.size)), extent: extent)
    }
    locals.removeLast(locals.count - depth)
    let result = parts.last?.extent ?? .scalar
    switch macro.macro {
    case .bind: return (range.cost.plus(sum(parts)), result)
    case .optMap, .optFlatMap: return (range.cost.plus(sum(parts).optional), result)
    default: break
    }
    let turns = macro.stopsEarly ? range.extent.upToAll : range.extent
    let perEntry = macro.macro == .transformMapEntry ? result.most : 0
    // What definitions cost that are named in it is paid even where there is no pass.
    let atLeastOne = Extent(turns.least, max(1, turns.most))
    var passes = sum(parts).plus(Cost(0, perEntry)).times(atLeastOne)
    if macro.macro == .sortBy {
      passes = passes.plus(Cost(0, turns.most.saturatedProduct(2.saturatedSum(result.bulk / 16))))
    }
    note(node, own: passes.most)
    // Within another macro the nodes are paid for with its passes, and again with these.
    let nodes = macro.arguments.reduce(1) { $0 + $1.size }
    return (range.cost.plus(passes).plus(Cost(1, nodes)), made(macro, range.extent, result))
  }

  /// The extent of what a macro over a list or map makes.
  private func made(_ macro: Comprehension, _ range: Extent, _ result: Extent) -> Extent {
    switch macro.macro {
    case .filter: Extent(0, range.most, of: [range.element])
    case .map, .transformList: Extent(0, range.most, of: [result])
    case .transformMap: Extent(0, range.most, of: [range.element, result])
    case .transformMapEntry:
      Extent(0, range.most.saturatedProduct(result.most), of: result.inner)
    case .sortBy: range
    default: .scalar
    }
  }
}

extension Comprehension {
  /// Whether it may end before the last element.
  fileprivate var stopsEarly: Bool { macro == .all || macro == .exists }
}
