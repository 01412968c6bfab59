import CEL
import Exact

/// Random values of any type of the language.
struct FuzzValues {
  var random: FuzzRandom
  /// Whether types are chosen among those that leave nothing open.
  var avoidsDyn = false

  private static let kinds: [CELType] = [
    .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .decimal, .date,
    .list(.dyn), .map(.dyn, .dyn), .type(.dyn), .optional(.dyn), .opaque("net.IP"),
    .opaque("net.CIDR"), .list(.int), .list(.string), .map(.string, .dyn),
  ]

  private static let closedKinds = kinds.filter { !$0.mentions(.dyn) }

  /// A type, the simple ones more often than others.
  mutating func type(depth: Int = 2) -> CELType {
    switch random.below(depth > 0 ? 20 : 14) {
    case 0...2: .bool
    case 3, 4: .int
    case 5, 6: .string
    case 7: avoidsDyn ? .double : .dyn
    case 14, 15: .list(type(depth: depth - 1))
    case 16, 17: .map(random.pick([.string, .int, .bool, .uint]), type(depth: depth - 1))
    case 18: .optional(type(depth: depth - 1))
    case 19: .wrapper(random.pick([.bool, .int, .uint, .double, .string, .bytes]))
    default: random.pick(avoidsDyn ? Self.closedKinds : Self.kinds)
    }
  }

  /// A value of a type.
  mutating func value(_ type: CELType, depth: Int = 0) -> Value {
    switch type {
    case .bool: .bool(random.chance(50))
    case .int:
      .int(random.chance(20) ? Int64(bitPattern: random.next()) : random.pick(FuzzEdges.ints))
    case .uint: .uint(random.pick(FuzzEdges.uints))
    case .double: .double(random.pick(FuzzEdges.doubles))
    case .string: .string(text())
    case .bytes: .bytes(random.pick(FuzzEdges.bytes))
    case .timestamp: Timestamp(random.pick(FuzzEdges.times)).map(Value.timestamp) ?? .null
    case .duration: TimeSpan(random.pick(FuzzEdges.spans)).map(Value.duration) ?? .null
    case .decimal: Self.made("decimal", random.pick(FuzzEdges.decimals))
    case .date: Self.made("date", random.pick(FuzzEdges.days))
    case .opaque("net.IP", _): Self.made("ip", random.pick(FuzzEdges.addresses))
    case .opaque("net.CIDR", _): Self.made("cidr", random.pick(FuzzEdges.blocks))
    case .opaque(_, let held): optional(held.first ?? .dyn, depth)
    case .list(let element): list(element, depth)
    case .map(let key, let value): map(key, value, depth)
    case .wrapper(let inner): random.chance(30) ? .null : value(inner, depth: depth)
    case .type: .type(random.pick(Self.kinds))
    case .null, .error: .null
    case .dyn, .parameter: value(depth < 3 ? self.type(depth: 1) : .int, depth: depth + 1)
    }
  }

  /// What may stand in a cell: a value of the type, and now and then none that is known.
  mutating func cell(_ variable: Variable) -> Value {
    switch random.below(20) {
    case 0, 1, 2: .unknown(Unknown([variable.name]))
    case 3: .failure("the cell cannot be read")
    default: value(variable.type)
    }
  }

  private mutating func text() -> String {
    let text = random.pick(FuzzEdges.texts)
    return random.chance(3) ? String(repeating: text, count: random.below(300)) : text
  }

  private mutating func optional(_ held: CELType, _ depth: Int) -> Value {
    .optional(random.chance(30) ? nil : value(held, depth: depth + 1))
  }

  /// A list, now and then a long one, or a deep one that holds a list many times over.
  private mutating func list(_ element: CELType, _ depth: Int) -> Value {
    if element == .dyn, depth == 0, random.chance(5) {
      var inner = Value.list([.int(1), .int(1)])
      for _ in 0..<random.below(60) { inner = .list(random.chance(70) ? [inner, inner] : [inner]) }
      return inner
    }
    let count = depth == 0 && random.chance(5) ? random.below(300) : random.below(5)
    return .list((0..<count).map { _ in value(element, depth: depth + 1) })
  }

  private mutating func map(_ key: CELType, _ type: CELType, _ depth: Int) -> Value {
    let fields: [Value] = [.string("a"), .string("b"), .string("size"), .string("a-b")]
    let others: [Value] = [.int(0), .int(1), .uint(2), .bool(true), .uint(.max), .string("")]
    let keys = (key == .string ? fields : key == .dyn ? fields + others : others + fields)
      .filter { key == .dyn || $0.type == key }
    let entries = keys.prefix(random.below(keys.count + 1)).map {
      (key: $0, value: value(type, depth: depth + 1))
    }
    return (try? MapValue(entries)).map(Value.map) ?? .map(.empty)
  }

  /// What a function makes of a text; the values of some types have no other beginning.
  private static func made(_ function: String, _ text: String) -> Value {
    known["\(function)('\(text)')"] ?? .null
  }

  private static let known: [String: Value] = {
    let environment = Environment()
    let calls = [
      ("decimal", FuzzEdges.decimals), ("date", FuzzEdges.days), ("ip", FuzzEdges.addresses),
      ("cidr", FuzzEdges.blocks),
    ]
    let texts = calls.flatMap { name, texts in texts.map { "\(name)('\($0)')" } }
    return Dictionary(
      uniqueKeysWithValues: texts.map { text in
        let program = try? environment.program(environment.compile(text))
        return (text, program?.evaluate(Cells(values: [])) ?? .failure("no value: \(text)"))
      })
  }()
}
