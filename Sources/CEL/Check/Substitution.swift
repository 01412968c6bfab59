/// What the placeholders of function declarations stand for in one expression.
struct Substitution {
  private var bound: [String: CELType] = [:]
  /// What placeholders were bound to before a trial that may fail.
  private var log: [(name: String, before: CELType?)] = []
  private var fresh = 0

  /// A placeholder that nothing else uses.
  mutating func freshParameter() -> CELType {
    fresh += 1
    return .parameter("_\(fresh)")
  }

  /// An overload's types with placeholders of their own.
  mutating func instantiate(_ overload: Overload) -> (parameters: [CELType], result: CELType) {
    var names: [String: CELType] = [:]
    let parameters = overload.parameters.map { renamed($0, &names) }
    return (parameters, renamed(overload.result, &names))
  }

  private mutating func renamed(_ type: CELType, _ names: inout [String: CELType]) -> CELType {
    switch type {
    case .parameter(let name):
      if let known = names[name] { return known }
      let new = freshParameter()
      names[name] = new
      return new
    case .list(let element): return .list(renamed(element, &names))
    case .map(let key, let value): return .map(renamed(key, &names), renamed(value, &names))
    case .type(let inner): return .type(renamed(inner, &names))
    case .wrapper(let inner): return .wrapper(renamed(inner, &names))
    case .opaque(let name, let parameters):
      return .opaque(name, parameters.map { renamed($0, &names) })
    default: return type
    }
  }

  /// A type with all that is known filled in; `open` is what becomes of the rest, where given.
  func resolved(_ type: CELType, open: CELType? = nil) -> CELType {
    switch type {
    case .parameter(let name): bound[name].map { resolved($0, open: open) } ?? open ?? type
    case .list(let element): .list(resolved(element, open: open))
    case .map(let key, let value): .map(resolved(key, open: open), resolved(value, open: open))
    case .type(let inner): .type(resolved(inner, open: open))
    case .opaque(let name, let parameters):
      .opaque(name, parameters.map { resolved($0, open: open) })
    default: type
    }
  }

  /// Whether values of the first type may stand where the second is wanted; on success the
  /// placeholders are bound accordingly, else nothing changes.
  mutating func assign(_ given: CELType, to wanted: CELType) -> Bool {
    assign([given], to: [wanted])
  }

  /// The same for several types.
  mutating func assign(_ given: [CELType], to wanted: [CELType]) -> Bool {
    guard given.count == wanted.count else { return false }
    defer { log.removeAll(keepingCapacity: true) }
    for (a, b) in zip(given, wanted) where !matches(a, b) {
      for (name, before) in log.reversed() { bound[name] = before }
      return false
    }
    return true
  }

  private mutating func note(_ type: CELType, for name: String) {
    log.append((name, bound[name]))
    bound[name] = type
  }

  private mutating func matches(_ given: CELType, _ wanted: CELType) -> Bool {
    if case .parameter(let name) = wanted {
      let wasBound = bound[name] != nil
      if bind(name, to: given) { return true }
      if wasBound { return false }
    }
    if case .parameter(let name) = given { return bind(name, to: wanted) }
    switch (given, wanted) {
    case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
    case (.null, let other), (let other, .null): return other.isNullable
    case (.wrapper(let a), .wrapper(let b)): return matches(a, b)
    case (.wrapper(let a), let b), (let b, .wrapper(let a)): return matches(a, b)
    case (.list(let a), .list(let b)): return matches(a, b)
    case (.map(let a, let b), .map(let c, let d)): return matches(a, c) && matches(b, d)
    case (.type, .type): return true
    case (.opaque(let a, let first), .opaque(let b, let second)):
      guard a == b, first.count == second.count else { return false }
      for (x, y) in zip(first, second) where !matches(x, y) { return false }
      return true
    default: return given == wanted
    }
  }

  /// Binds a placeholder, or widens what it is bound to.
  private mutating func bind(_ name: String, to type: CELType) -> Bool {
    if type == .parameter(name) { return true }
    if let known = bound[name] {
      guard matches(type, known) else { return false }
      let general = type.isAtLeastAsGeneral(as: known) ? type : known
      if !mentions(name, in: general) { note(general, for: name) }
      return true
    }
    guard !mentions(name, in: type) else { return false }
    note(type, for: name)
    return true
  }

  private func mentions(_ name: String, in type: CELType) -> Bool {
    switch type {
    case .parameter(let other):
      name == other || bound[other].map { mentions(name, in: $0) } ?? false
    case .list(let element): mentions(name, in: element)
    case .map(let key, let value): mentions(name, in: key) || mentions(name, in: value)
    case .type(let inner): mentions(name, in: inner)
    case .opaque(_, let parameters): parameters.contains { mentions(name, in: $0) }
    default: false
    }
  }

  /// The type of a place that takes values of both.
  mutating func joined(_ first: CELType, _ second: CELType) -> CELType {
    guard assign(first, to: second) else { return .dyn }
    return first.isAtLeastAsGeneral(as: second) ? first : second
  }
}

extension CELType {
  /// Whether null may stand for it.
  fileprivate var isNullable: Bool {
    switch self {
    case .null, .timestamp, .duration, .opaque, .wrapper: true
    default: false
    }
  }

  fileprivate func isAtLeastAsGeneral(as other: CELType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (.parameter, _): true
    case (_, .dyn), (_, .parameter): false
    case (_, .null): isNullable
    case (.wrapper(let a), .wrapper(let b)): a == b
    case (.wrapper(let a), let b): a == b
    case (.list(let a), .list(let b)): a.isAtLeastAsGeneral(as: b)
    case (.map(let a, let b), .map(let c, let d)):
      a.isAtLeastAsGeneral(as: c) && b.isAtLeastAsGeneral(as: d)
    case (.opaque(let a, let first), .opaque(let b, let second)):
      a == b && zip(first, second).allSatisfy { $0.isAtLeastAsGeneral(as: $1) }
    case (.type, .type): true
    default: self == other
    }
  }
}
