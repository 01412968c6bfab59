import Exact

extension Library {
  /// The mathematical extension of cel-go. Exact decimals are taken as well, and stay exact: they
  /// meet whole numbers, but no doubles.
  public static let mathExtension = Library(
    name: "math",
    functions: [
      extreme(
        "math.greatest", "max", doc: "The largest of numbers or of a list of numbers.",
        example: "math.greatest(1, 3) // 3", replacing: .before),
      extreme(
        "math.least", "min", doc: "The smallest of numbers or of a list of numbers.",
        example: "math.least([2.5, 1.5, 3.5]) // 1.5", replacing: .after),
    ] + rounding + signs + floating + bits)

  private static let kinds: [CELType] = [.int, .uint, .double, .decimal]

  /// The first of the numbers of which no other is beyond it; `replaced` is how a number lies to
  /// one that takes its place.
  private static func extreme(
    _ name: String, _ id: String, doc: String, example: String, replacing replaced: Value.Order
  ) -> Function {
    let one: @Sendable (Value) -> Value = { value in
      guard case .list(let list) = value else { return value.isNumeric ? value : .noSuchOverload }
      guard let first = list.first else {
        return .failure("\(name)(list) argument must not be empty")
      }
      // Which neighbours meet must not decide whether decimals and doubles do.
      guard !list.contains(where: \.isDecimal) || !list.contains(where: \.isFloating) else {
        return .noSuchOverload
      }
      return list.dropFirst().reduce(first.isNumeric ? first : .noSuchOverload) {
        pick($0, $1, replacing: replaced)
      }
    }
    let two: @Sendable (Value, Value) -> Value = { pick($0, $1, replacing: replaced) }
    let single = kinds.flatMap { kind in
      [
        Overload.one("math_@\(id)_\(kind)", kind, kind, universal: true, one),
        .one("math_@\(id)_list_\(kind)", .list(kind), kind, universal: true, one),
      ]
    }
    let pairs = kinds.flatMap { left in
      kinds.compactMap { right in
        common(left, right).map {
          Overload.two("math_@\(id)_\(left)_\(right)", left, right, $0, universal: true, two)
        }
      }
    }
    return Function(name: name, doc: doc, example: example, overloads: single + pairs)
  }

  /// The type of the larger of two numbers; nil for those that do not mix.
  private static func common(_ left: CELType, _ right: CELType) -> CELType? {
    if left == right { return left }
    guard [left, right].contains(.decimal) else { return .dyn }
    return [left, right].contains(.double) ? nil : .decimal
  }

  private static func pick(
    _ left: Value, _ right: Value, replacing replaced: Value.Order
  ) -> Value {
    guard left.isPlain else { return left }
    guard left.isNumeric, right.isNumeric, let order = left.order(right) else {
      return .noSuchOverload
    }
    guard order != .unordered else { return .failure("NaN values cannot be ordered") }
    let chosen = order == replaced ? right : left
    guard left.isDecimal || right.isDecimal else { return chosen }
    return chosen.asDecimal
  }
}

extension Value {
  fileprivate var isNumeric: Bool {
    switch self {
    case .int, .uint, .double, .decimal: true
    default: false
    }
  }

  fileprivate var isDecimal: Bool {
    if case .decimal = self { true } else { false }
  }

  fileprivate var isFloating: Bool {
    if case .double = self { true } else { false }
  }

  /// A whole number as a decimal, a decimal as it is.
  fileprivate var asDecimal: Value {
    switch self {
    case .int(let int): .decimal(Decimal(int))
    case .uint(let uint): .decimal(Decimal(Int128(uint)))
    default: self
    }
  }
}
