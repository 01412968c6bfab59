extension Checker {
  mutating func comprehension(_ macro: Comprehension, _ node: Expression) -> CELType {
    var range = visit(macro.range)
    if macro.macro == .sortBy, range.isMap {
      range = fail(Messages.noRange(range, at: macro.range.range), macro.range)
    }
    locals += zip(macro.variables, variableTypes(macro, range)).map { ($0, $1) }
    defer { locals.removeLast(macro.variables.count) }
    for (place, argument) in macro.arguments.enumerated() {
      let type = visit(argument)
      if macro.isCondition(place), !substitution.assign(type, to: .bool) {
        _ = fail(Messages.noCondition(type, at: argument.range), argument)
      }
    }
    guard let last = macro.arguments.last else { return .error }
    return result(macro, range, last)
  }

  /// What the names of a macro stand for.
  private mutating func variableTypes(_ macro: Comprehension, _ range: CELType) -> [CELType] {
    switch macro.macro {
    case .bind: return [range]
    case .optMap, .optFlatMap:
      if let inner = range.wrapped { return [inner] }
      if [.dyn, .error].contains(range) || range.isParameter { return [.dyn] }
      return [fail(Messages.noOptional(range, at: macro.range.range), macro.range)]
    default: return elementTypes(macro, range)
    }
  }

  /// One variable is an element of a list or a key of a map; two are place and element, or key and
  /// value.
  private mutating func elementTypes(_ macro: Comprehension, _ range: CELType) -> [CELType] {
    let isPair = macro.variables.count == 2
    switch range {
    case .list(let element): return isPair ? [.int, element] : [element]
    case .map(let key, let value): return isPair ? [key, value] : [key]
    case .dyn, .parameter:
      _ = substitution.assign(.dyn, to: range)
      return isPair ? [.dyn, .dyn] : [.dyn]
    case .error: return isPair ? [.error, .error] : [.error]
    default:
      let type = fail(Messages.noRange(range, at: macro.range.range), macro.range)
      return isPair ? [type, type] : [type]
    }
  }

  private mutating func result(
    _ macro: Comprehension, _ range: CELType, _ last: Expression
  ) -> CELType {
    let type = types[last.id]
    switch macro.macro {
    case .all, .exists, .existsOne: return .bool
    case .filter: return .list(locals[locals.count - macro.variables.count].type)
    case .sortBy: return .list(locals[locals.count - 1].type)
    case .map, .transformList: return .list(type)
    case .transformMap: return .map(locals[locals.count - 2].type.asKey, type)
    case .transformMapEntry: return entryType(type, last)
    case .optMap: return .optional(type)
    case .optFlatMap: return flatType(type, last)
    case .bind: return type
    }
  }

  /// What `transformMapEntry` makes of an element must be a map.
  private mutating func entryType(_ type: CELType, _ node: Expression) -> CELType {
    let wanted = CELType.map(substitution.freshParameter(), substitution.freshParameter())
    guard substitution.assign(type, to: wanted) else {
      return fail(Messages.noEntry(type, at: node.range), node)
    }
    return type == .dyn ? .map(.dyn, .dyn) : type
  }

  private mutating func flatType(_ type: CELType, _ node: Expression) -> CELType {
    let wanted = CELType.optional(substitution.freshParameter())
    guard substitution.assign(type, to: wanted) else {
      return fail(Messages.noOptional(type, at: node.range), node)
    }
    return type == .dyn ? .optional(.dyn) : type
  }
}
