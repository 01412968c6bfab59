extension Estimator {
  /// How large the result of a function can be. What is not told otherwise is no larger than its
  /// arguments together.
  func result(
    _ function: String, _ operands: [Expression], _ parts: [Estimate], _ node: Expression
  ) -> Extent {
    let extents = parts.map(\.extent)
    // What was concluded from a dynamic type is no promise.
    if operands.contains(where: { checked.types[$0.id].mentionsDyn }), isGeneric(node) {
      return unknown(.dyn)
    }
    switch checked.types[node.id] {
    case .bool, .int, .uint, .double, .decimal, .date, .timestamp, .duration, .null, .type:
      return .scalar
    default: break
    }
    switch (function, extents.count) {
    case (Operator.add, 2): return extents[0].plus(extents[1])
    case (Operator.index, 2), (Operator.optionalIndex, 2):
      return extents[0].inner.last ?? unknown(node)
    case ("range", 1): return range(operands[0])
    case ("split", 2...):
      return Extent(0, extents[0].most.saturatedSum(1), of: [extents[0].upToAll])
    case ("replace", 3...):
      let growth = extents[2].most.saturatedSum(1)
      return Extent(0, extents[0].most.saturatedSum(1).saturatedProduct(growth))
    case ("join", 1...): return joined(extents)
    case ("flatten", 1...):
      return Extent(0, extents[0].bulk, of: extents[0].element.inner)
    case ("string", 1), ("quote", 1), ("encode", 1), ("decode", 1), ("bytes", 1):
      return Extent(0, max(64, extents[0].most.saturatedProduct(10)))
    case ("format", 2):
      return Extent(0, extents.reduce(2000) { $0.saturatedSum($1.bulk.saturatedProduct(2)) })
    default: return like(node, extents)
    }
  }

  /// Whether what a call gives is of the type that its arguments are of.
  private func isGeneric(_ node: Expression) -> Bool {
    guard case .function(let overloads)? = checked.references[node.id] else { return true }
    return overloads.contains { $0.result.mentionsDyn }
  }

  /// `lists.range(n)`.
  private func range(_ count: Expression) -> Extent {
    guard case .literal(.int(let number)) = count.kind else {
      return Extent(0, Sizes.elements, of: [.scalar])
    }
    return Extent(exactly: max(0, min(Int(number), Sizes.elements)), of: [.scalar])
  }

  private func joined(_ extents: [Extent]) -> Extent {
    let separator = extents.count > 1 ? extents[1].most : 0
    let each = extents[0].element.most.saturatedSum(separator)
    return Extent(0, extents[0].most.saturatedProduct(each))
  }

  /// As large as the arguments that are lists or texts as the result is.
  private func like(_ node: Expression, _ extents: [Extent]) -> Extent {
    let wanted = unknown(node)
    let alike = extents.filter { $0.inner.isEmpty == wanted.inner.isEmpty }
    guard let first = alike.first else { return wanted }
    return alike.dropFirst().reduce(first) { $0.plus($1) }.upToAll
  }
}
