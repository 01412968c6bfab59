import Exact

extension Library {
  /// Numbers and their signs.
  static let signs = [
    Function(
      name: "math.abs", doc: "A number without its sign.", example: "math.abs(-1) // 1",
      overloads: [.double, .int, .uint, .decimal].map {
        .one("math_abs_\($0)", $0, $0, universal: true, magnitude)
      }),
    Function(
      name: "math.sign", doc: "-1, 0 or 1 as a number is below, at or above zero.",
      example: "math.sign(-42) // -1",
      overloads: [.double, .int, .uint, .decimal].map {
        .one("math_sign_\($0)", $0, $0, universal: true, sign)
      }),
  ]

  private static let magnitude: @Sendable (Value) -> Value = { value in
    switch value {
    case .int(let int):
      Int64(exactly: int.magnitude).map(Value.int) ?? .failure("integer overflow")
    case .uint: value
    case .double(let double): .double(double.magnitude)
    case .decimal(let decimal):
      exact { () throws(ExactError) in decimal.signum < 0 ? try decimal.negated() : decimal }
    default: .noSuchOverload
    }
  }

  private static let sign: @Sendable (Value) -> Value = { value in
    switch value {
    case .int(let int): .int(int.signum())
    case .uint(let uint): .uint(uint.signum())
    case .double(let double):
      .double(double.isNaN ? double : double > 0 ? 1 : double < 0 ? -1 : 0)
    case .decimal(let decimal): .decimal(Decimal(decimal.signum))
    default: .noSuchOverload
    }
  }

  /// Roots, and numbers that are none.
  static let floating = [
    Function(
      name: "math.sqrt", doc: "The square root of a number; NaN of one below zero.",
      example: "math.sqrt(81) // 9.0",
      overloads: [.double, .int, .uint].map {
        .one("math_sqrt_\($0)", $0, .double, universal: true, root)
      }),
    test("isNaN", "Whether a double is no number.", "math.isNaN(0.0 / 0.0) // true", \.isNaN),
    test("isInf", "Whether a double is infinite.", "math.isInf(1.0 / 0.0) // true", \.isInfinite),
    test(
      "isFinite", "Whether a double is neither infinite nor NaN.", "math.isFinite(1.2) // true",
      \.isFinite),
  ]

  private static let root: @Sendable (Value) -> Value = { value in
    switch value {
    case .int(let int): .double(Double(int).root)
    case .uint(let uint): .double(Double(uint).root)
    case .double(let double): .double(double.root)
    default: .noSuchOverload
    }
  }

  private static func test(
    _ name: String, _ doc: String, _ example: String,
    _ holds: any KeyPath<Double, Bool> & Sendable
  ) -> Function {
    Function(
      name: "math.\(name)", doc: doc, example: example,
      overloads: [
        .one("math_\(name)_double", .double, .bool, universal: true) { value in
          if case .double(let double) = value {
            .bool(double[keyPath: holds])
          } else {
            .noSuchOverload
          }
        }
      ])
  }
}
