/// Hashes of values, alike for equal values: numbers of any type by their value, maps whatever
/// the order of their entries.
///
/// Values that share their parts can be far larger than the memory that they take, so what may be
/// looked at is bounded.
struct ValueHash {
  /// How much may still be looked at, in parts of values.
  private var left: Int
  private var count = 0

  /// The deepest nesting of lists and maps that is looked at.
  private static let depth = 64

  init(limit: Int) { left = limit }

  /// Pays for looking at a value; throws where nothing is left.
  mutating func pay(_ parts: Int) throws(EvaluationError) {
    left -= parts
    guard left >= 0 else {
      throw EvaluationError("the lists are too large to be compared element by element")
    }
  }

  /// The hash of a value, and of how many parts it is made.
  mutating func of(_ value: Value) throws(EvaluationError) -> (hash: Int, parts: Int) {
    let before = left
    let hash = try of(value, level: 0)
    return (hash, before - left)
  }

  private mutating func of(_ value: Value, level: Int) throws(EvaluationError) -> Int {
    guard level < Self.depth else {
      throw EvaluationError("the lists are nested too deeply to be compared")
    }
    try pay(1 + value.weight)
    var hasher = Hasher()
    switch value {
    case .list(let list):
      hasher.combine(list.count)
      for element in list { hasher.combine(try of(element, level: level + 1)) }
    case .map(let map):
      var sum = 0
      for entry in map.entries {
        var pair = Hasher()
        pair.combine(try of(entry.key, level: level + 1))
        pair.combine(try of(entry.value, level: level + 1))
        sum &+= pair.finalize()
      }
      hasher.combine(sum)
    case .optional(let inner?): hasher.combine(try of(inner, level: level + 1))
    default: combine(value, into: &hasher)
    }
    return hasher.finalize()
  }

  /// Hashes a value that has no values within it.
  private mutating func combine(_ value: Value, into hasher: inout Hasher) {
    if let key = MapKey(value) {
      hasher.combine(key)
      return
    }
    switch value {
    // NaN equals nothing, so that each may have a hash of its own.
    case .double(let double) where double.isNaN:
      count += 1
      hasher.combine(count)
    // A double that is no map key is equal to no number of another type.
    case .double(let double): hasher.combine(double)
    case .bytes(let bytes): hasher.combine(bytes)
    case .timestamp(let time): hasher.combine(time)
    case .duration(let span): hasher.combine(span)
    case .date(let date): hasher.combine(date)
    case .type(let type): hasher.combine(type.bare)
    case .opaque(let opaque):
      hasher.combine(opaque.typeName)
      // Opaque values with hashes of their own are those for which `==` is `isEqual`.
      if let hashable = opaque as? any Hashable { hashable.hash(into: &hasher) }
    default: break
    }
  }
}
