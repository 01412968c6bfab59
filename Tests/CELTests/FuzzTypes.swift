import CEL

extension CELType {
  /// What an optional value of this type holds; nil for other types.
  var held: CELType? {
    if case .opaque("optional_type", let parameters) = self { parameters.first } else { nil }
  }

  /// The placeholders in it.
  var parameterNames: [String] {
    switch self {
    case .parameter(let name): [name]
    case .list(let inner), .type(let inner), .wrapper(let inner): inner.parameterNames
    case .map(let key, let value): key.parameterNames + value.parameterNames
    case .opaque(_, let parameters): parameters.flatMap(\.parameterNames)
    default: []
    }
  }

  /// The type with its placeholders filled in.
  func filled(_ bound: [String: CELType]) -> CELType {
    switch self {
    case .parameter(let name): bound[name] ?? .dyn
    case .list(let inner): .list(inner.filled(bound))
    case .type(let inner): .type(inner.filled(bound))
    case .wrapper(let inner): .wrapper(inner.filled(bound))
    case .map(let key, let value): .map(key.filled(bound), value.filled(bound))
    case .opaque(let name, let parameters): .opaque(name, parameters.map { $0.filled(bound) })
    default: self
    }
  }

  /// Whether it can be a type, and what its placeholders are then.
  func unify(_ type: CELType, _ bound: inout [String: CELType]) -> Bool {
    switch (self, type) {
    case (.parameter(let name), _):
      if let known = bound[name] { return known == type }
      bound[name] = type
      return true
    case (.dyn, _), (_, .dyn): return true
    case (.list(let a), .list(let b)): return a.unify(b, &bound)
    case (.map(let a, let b), .map(let c, let d)): return a.unify(c, &bound) && b.unify(d, &bound)
    case (.type, .type): return true
    case (_, .wrapper(let inner)): return unify(inner, &bound)
    case (.opaque(let a, let first), .opaque(let b, let second)):
      return a == b && zip(first, second).allSatisfy { $0.unify($1, &bound) }
    default: return self == type
    }
  }

  /// Whether another type occurs in it.
  func mentions(_ type: CELType) -> Bool {
    switch self {
    case type: true
    case .list(let inner), .type(let inner), .wrapper(let inner): inner.mentions(type)
    case .map(let key, let value): key.mentions(type) || value.mentions(type)
    case .opaque(_, let parameters): parameters.contains { $0.mentions(type) }
    default: false
    }
  }
}
