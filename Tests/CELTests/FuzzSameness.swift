import CEL

extension Value {
  /// Whether both are the same down to the types of numbers; NaN is the same as NaN, any error as
  /// any other. Values that are too large to be compared pass for the same.
  func isSame(as other: Value) -> Bool {
    var left = 20_000
    return Self.areSame(self, other, &left)
  }

  private static func areSame(_ a: Value, _ b: Value, _ left: inout Int) -> Bool {
    left -= 1
    guard left > 0 else { return true }
    switch (a, b) {
    case (.error, .error): return true
    case (.unknown(let x), .unknown(let y)): return x == y
    case (.double(let x), .double(let y)): return x == y || (x.isNaN && y.isNaN)
    case (.int, .int), (.uint, .uint), (.decimal, .decimal): return a.isEqual(to: b)
    case (.int, _), (.uint, _), (.double, _), (.decimal, _), (.error, _), (.unknown, _):
      return false
    case (.list(let x), .list(let y)):
      return x.count == y.count && zip(x, y).allSatisfy { areSame($0, $1, &left) }
    case (.map(let x), .map(let y)):
      return x.count == y.count
        && x.entries.allSatisfy { entry in
          y[entry.key].map { areSame(entry.value, $0, &left) } ?? false
        }
    case (.optional(let x?), .optional(let y?)): return areSame(x, y, &left)
    default: return a.isEqual(to: b)
    }
  }

  /// Whether it may be the value of an expression of a type.
  func conforms(to type: CELType) -> Bool {
    var left = 20_000
    return Self.conforms(self, type, &left)
  }

  private static func conforms(_ value: Value, _ type: CELType, _ left: inout Int) -> Bool {
    left -= 1
    guard left > 0 else { return true }
    switch (value, type) {
    case (.unknown, _), (.error, _), (_, .dyn), (_, .parameter), (_, .error): return true
    case (.null, .wrapper), (.null, .opaque), (.null, .timestamp), (.null, .duration): return true
    case (_, .wrapper(let inner)): return conforms(value, inner, &left)
    case (.list(let list), .list(let element)):
      return list.allSatisfy { conforms($0, element, &left) }
    case (.map(let map), .map(let keys, let values)):
      return map.entries.allSatisfy {
        conforms($0.key, keys, &left) && conforms($0.value, values, &left)
      }
    case (.optional(let held), .opaque("optional_type", let parameters)):
      guard let held, let wanted = parameters.first else { return true }
      return conforms(held, wanted, &left)
    case (.opaque(let value), .opaque(let name, _)): return value.typeName == name
    case (.type, .type): return true
    default: return value.type == type
    }
  }

  /// Whether it is neither unknown nor an error.
  var isKnown: Bool {
    switch self {
    case .unknown, .error: false
    default: true
    }
  }

  /// Whether there were not enough steps, of which another form of an expression may need fewer.
  var isExhausted: Bool {
    if case .error(let error) = self {
      error.message.hasSuffix("needs too many steps")
    } else {
      false
    }
  }
}
