import CEL

extension FuzzGenerator {
  /// A macro that gives the type; nil where there is none.
  mutating func macro(_ type: CELType, depth: Int) -> String? {
    if random.chance(25) { return binding(type, depth: depth) }
    switch type {
    case .bool: return quantifier(depth: depth)
    case .list(let element): return list(element, depth: depth)
    case .map(let key, let value): return map(key, value, depth: depth)
    default:
      guard let held = type.held else { return nil }
      return optional(held, depth: depth)
    }
  }

  private mutating func quantifier(depth: Int) -> String {
    let name = random.pick(["all", "exists", "exists_one", "existsOne"])
    let (range, names) = range(depth, isPair: random.chance(30))
    return range + ".\(name)(" + names.joined(separator: ", ") + ", "
      + inside(names.count, .bool, depth) + ")"
  }

  private mutating func list(_ element: CELType, depth: Int) -> String {
    switch random.below(5) {
    case 0:
      let range = text(.list(element), depth: depth)
      let name = open([element])[0]
      return "(\(range)).filter(\(name), " + inside(1, .bool, depth) + ")"
    case 1:
      let range = text(.list(element), depth: depth)
      let name = open([element])[0]
      let key = random.pick([CELType.int, .string, .double, .dyn])
      return "(\(range)).sortBy(\(name), " + inside(1, key, depth) + ")"
    default:
      let isPair = random.chance(40)
      let (range, names) = range(depth, isPair: isPair)
      let condition = random.chance(40) ? text(.bool, depth: depth) + ", " : ""
      return range + (isPair ? ".transformList(" : ".map(") + names.joined(separator: ", ") + ", "
        + condition + inside(names.count, element, depth) + ")"
    }
  }

  private mutating func map(_ key: CELType, _ value: CELType, depth: Int) -> String {
    let (range, names) = range(depth, isPair: true)
    let condition = random.chance(30) ? text(.bool, depth: depth) + ", " : ""
    let isEntry = random.chance(50)
    let wanted = isEntry ? CELType.map(key, value) : value
    return range + (isEntry ? ".transformMapEntry(" : ".transformMap(")
      + names.joined(separator: ", ") + ", " + condition + inside(2, wanted, depth) + ")"
  }

  private mutating func optional(_ held: CELType, depth: Int) -> String {
    let inner = values.type(depth: 1)
    let range = text(.optional(inner), depth: depth)
    let name = open([inner])[0]
    return random.chance(50)
      ? "(\(range)).optMap(\(name), " + inside(1, held, depth) + ")"
      : "(\(range)).optFlatMap(\(name), " + inside(1, .optional(held), depth) + ")"
  }

  private mutating func binding(_ type: CELType, depth: Int) -> String {
    let inner = values.type(depth: 1)
    let value = text(inner, depth: depth)
    if random.chance(20) {
      scope.append(("cel.index(0)", inner))
      return "cel.block([\(value)], " + inside(1, type, depth) + ")"
    }
    let name = open([inner])[0]
    return "cel.bind(\(name), \(value), " + inside(1, type, depth) + ")"
  }

  /// What a macro goes through, and the names that it gives.
  private mutating func range(_ depth: Int, isPair: Bool) -> (text: String, names: [String]) {
    let element = values.type(depth: 1)
    if random.chance(70) {
      let range = text(.list(element), depth: depth)
      return ("(\(range))", open(isPair ? [.int, element] : [element]))
    }
    let key = random.pick([CELType.string, .int, .bool])
    let range = text(.map(key, element), depth: depth)
    return ("(\(range))", open(isPair ? [key, element] : [key]))
  }

  /// Gives names to variables of these types; they may hide others.
  private mutating func open(_ types: [CELType]) -> [String] {
    let first = random.pick(["v", "w", "k", "i0", "x", "s0"])
    let names = types.count == 2 ? [first, "e"] : [first]
    scope += zip(names, types).map { ($0, $1) }
    return names
  }

  /// What is evaluated with the names that were opened last, which end there.
  private mutating func inside(_ count: Int, _ type: CELType, _ depth: Int) -> String {
    let result = text(type, depth: depth)
    scope.removeLast(count)
    return result
  }
}
