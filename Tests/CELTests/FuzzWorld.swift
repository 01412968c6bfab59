import CEL

/// The names that random expressions are about, and rows of random values for them.
struct FuzzWorld: Sendable {
  static let variables: [Variable] = [
    Variable("b0", .bool), Variable("b1", .bool), Variable("i0", .int), Variable("i1", .int),
    Variable("n0", .uint), Variable("d0", .double), Variable("d1", .double),
    Variable("s0", .string), Variable("s1", .string), Variable("p.q", .string),
    Variable("y0", .bytes), Variable("t0", .timestamp), Variable("r0", .duration),
    Variable("m0", .decimal), Variable("a0", .date), Variable("li", .list(.int)),
    Variable("ls", .list(.string)), Variable("ld", .list(.dyn)), Variable("lb", .list(.bool)),
    Variable("ll", .list(.list(.int))), Variable("ms", .map(.string, .int)),
    Variable("mi", .map(.int, .string)), Variable("md", .map(.string, .dyn)),
    Variable("mm", .map(.dyn, .dyn)), Variable("oi", .optional(.int)),
    Variable("os", .optional(.string)), Variable("ol", .optional(.list(.dyn))),
    Variable("ty", .type(.dyn)), Variable("w0", .wrapper(.int)), Variable("w1", .wrapper(.string)),
    Variable("ip0", .opaque("net.IP")), Variable("cidr0", .opaque("net.CIDR")),
    Variable("x0", .dyn), Variable("x1", .dyn), Variable("x2", .dyn), Variable("z0", .null),
  ]

  /// Named expressions that others may use.
  static let definitions = [
    ("isLarge", "i0 > 3 || d0 > 1.5"), ("words", "ls.filter(w, w.size() > 1 && w != s0)"),
    ("half", "m0 * 0.5"), ("twice", "words + words"),
  ]

  let environment: Environment
  /// The names that have a type, the definitions among them.
  let names: [(name: String, type: CELType)]

  init(limits: Limits = .default) throws {
    let rules = Self.zones
    var environment = Environment(
      variables: Self.variables, zones: { rules[$0] }, limits: limits)
    var names = Self.variables.map { ($0.name, $0.type) }
    for (name, text) in Self.definitions {
      let definition = try environment.compile(text)
      environment.define(name, definition)
      names.append((name, definition.type))
    }
    self.environment = environment
    self.names = names
  }

  private static let zones: [String: ZoneRules] = {
    let names = ["Europe/London", "Australia/Sydney", "Asia/Kathmandu"]
    return Dictionary(names.compactMap { name in zoneRules(name).map { (name, $0) } }) { a, _ in a }
  }()

  /// A row of which some cells are unknown or broken; `isWhole` where none may be.
  static func row(_ values: inout FuzzValues, isWhole: Bool = false) -> [Value] {
    variables.map { isWhole ? values.value($0.type) : values.cell($0) }
  }

  /// A row with a value wherever it had none that is known.
  static func filled(_ row: [Value], _ values: inout FuzzValues) -> [Value] {
    zip(variables, row).map { variable, value in
      if case .unknown = value { values.value(variable.type) } else { value }
    }
  }
}
