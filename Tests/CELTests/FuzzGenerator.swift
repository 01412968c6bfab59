import CEL

/// Writes random expressions, most of which are well typed.
struct FuzzGenerator {
  var values: FuzzValues
  let world: FuzzWorld
  /// The variables of the macros around the place that is being written.
  var scope: [(name: String, type: CELType)] = []
  /// How many more nodes there may be.
  private var budget = 0
  private let calls: [FuzzCall]

  init(seed: UInt64, world: FuzzWorld) {
    values = FuzzValues(random: FuzzRandom(seed: seed))
    self.world = world
    let all = world.environment.functions.map(FuzzCall.init)
    // Operators more often, so that they stand within each other.
    calls = all + Array(repeating: all.filter(\.isOperator), count: 3).joined()
  }

  var random: FuzzRandom {
    get { values.random }
    set { values.random = newValue }
  }

  /// An expression of any type.
  mutating func expression() -> String {
    scope = []
    values.avoidsDyn = random.chance(40)
    budget = 1 + random.below(60)
    return text(values.type(), depth: 1 + random.below(7))
  }

  /// An expression of a type, and now and then of another one.
  mutating func text(_ type: CELType, depth: Int) -> String {
    budget -= 1
    let wanted = random.chance(2) ? values.type() : type
    guard depth > 0, budget > 0 else { return leaf(wanted) }
    switch random.below(20) {
    case 0...2: return leaf(wanted)
    case 3...7: return macro(wanted, depth: depth - 1) ?? call(wanted, depth: depth - 1)
    case 8: return form(wanted, depth: depth - 1)
    case 9: return literal(wanted, depth: depth - 1)
    default: return call(wanted, depth: depth - 1)
    }
  }

  /// A name or a constant.
  private mutating func leaf(_ type: CELType) -> String {
    let locals = scope.filter { $0.type == type || $0.type == .dyn || type == .dyn }
    if !locals.isEmpty, random.chance(60) { return random.pick(locals).name }
    let names = world.names.filter { $0.type == type || type == .dyn }
    if !names.isEmpty, random.chance(70) { return random.pick(names).name }
    return random.chance(10) && !values.avoidsDyn
      ? random.pick(["x0", "x1", "x2"]) : literal(type, depth: 0)
  }

  /// A call of a function that gives the type.
  private mutating func call(_ type: CELType, depth: Int) -> String {
    for _ in 0..<20 {
      let call = random.pick(calls)
      let overload = random.pick(call.overloads)
      var bound: [String: CELType] = [:]
      guard overload.result.unify(type, &bound) else { continue }
      for name in overload.parameters.flatMap(\.parameterNames) where bound[name] == nil {
        bound[name] = values.type(depth: 1)
      }
      let arguments = overload.parameters.map { text($0.filled(bound), depth: depth) }
      return call.written(arguments, isMember: overload.isMember)
    }
    return leaf(type)
  }

  /// What is neither a call nor a macro.
  private mutating func form(_ type: CELType, depth: Int) -> String {
    switch random.below(8) {
    case 0: return "(" + text(type, depth: depth) + ")"
    case 1: return text(.map(.string, type), depth: depth) + "." + field()
    case 2 where type == .bool:
      return "has(" + text(.map(.string, .dyn), depth: depth) + ".\(field()))"
    case 3: return text(.list(type), depth: depth) + "[" + text(.int, depth: 0) + "]"
    case 4 where type.held != nil:
      return text(.map(.string, type.held ?? .dyn), depth: depth) + ".?" + field()
    case 5 where !values.avoidsDyn: return "dyn(" + text(values.type(), depth: depth) + ")"
    case 6:
      return "[" + text(.bool, depth: depth) + ", " + text(.bool, depth: depth) + "].all(c, c) ? "
        + text(type, depth: depth) + " : " + text(type, depth: depth)
    default:
      let operands = (0..<2 + random.below(3)).map { _ in text(.bool, depth: depth) }
      return "(" + operands.joined(separator: random.pick([" && ", " || "])) + ")"
    }
  }

  mutating func field() -> String { random.pick(FuzzEdges.fields) }
}

/// A function with a way to write a call of it.
struct FuzzCall {
  let name: String
  let overloads: [Overload]

  init(_ function: Function) {
    name = function.name
    overloads = function.overloads
  }

  var isOperator: Bool { !(name.utf8.first.map { (0x61...0x7A).contains($0) } ?? false) }

  func written(_ arguments: [String], isMember: Bool) -> String {
    if isMember {
      return "(\(arguments[0])).\(name)(" + arguments.dropFirst().joined(separator: ", ") + ")"
    }
    switch (name, arguments.count) {
    case (Operator.conditional, 3):
      return "(\(arguments[0]) ? \(arguments[1]) : \(arguments[2]))"
    case (Operator.index, 2): return "(\(arguments[0]))[\(arguments[1])]"
    case (Operator.optionalIndex, 2): return "(\(arguments[0]))[?\(arguments[1])]"
    case (Operator.optionalSelect, 2): return "(\(arguments[0])).?a"
    case (Operator.isIn, 2): return "(\(arguments[0]) in \(arguments[1]))"
    case (_, 2) where name.hasPrefix("_"):
      return "(\(arguments[0]) \(name.filter { $0 != "_" }) \(arguments[1]))"
    case (_, 1) where name.hasSuffix("_"): return name.filter { $0 != "_" } + "(\(arguments[0]))"
    default: return name + "(" + arguments.joined(separator: ", ") + ")"
    }
  }
}
