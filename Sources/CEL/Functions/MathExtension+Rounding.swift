import Exact

extension Library {
  /// Whole numbers near others.
  static let rounding = [
    whole(
      "ceil", "The smallest whole number that is not below a number.", "math.ceil(1.2) // 2.0",
      { $0.ceiling }, { number throws(ExactError) in try number.rounded(scale: 0, .up) }),
    whole(
      "floor", "The largest whole number that is not above a number.", "math.floor(-1.2) // -2.0",
      { -(-$0).ceiling }, { number throws(ExactError) in try number.rounded(scale: 0, .down) }),
    whole(
      "round", "The nearest whole number, ties away from zero.", "math.round(-1.5) // -2.0",
      { $0.nearest }, { number throws(ExactError) in try number.nearest }),
    whole(
      "trunc", "A number without what stands behind its point.", "math.trunc(-1.3) // -1.0",
      { $0.cut }, { number throws(ExactError) in try number.cut }),
  ]

  private static func whole(
    _ name: String, _ doc: String, _ example: String,
    _ ofDouble: @escaping @Sendable (Double) -> Double,
    _ ofDecimal: @escaping @Sendable (Decimal) throws(ExactError) -> Decimal
  ) -> Function {
    let body: @Sendable (Value) -> Value = { value in
      switch value {
      case .double(let double): .double(ofDouble(double))
      case .decimal(let decimal): exact { () throws(ExactError) in try ofDecimal(decimal) }
      default: .noSuchOverload
      }
    }
    return Function(
      name: "math.\(name)", doc: doc, example: example,
      overloads: [.double, .decimal].map {
        .one("math_\(name)_\($0)", $0, $0, universal: true, body)
      })
  }
}

// The standard library's own rounding calls the C library's mathematics, which nothing else here
// needs to be linked with.
extension Double {
  /// The number without what stands behind its point, with its sign even where it becomes zero.
  fileprivate var cut: Double {
    // From 2^52 on all numbers are whole.
    magnitude < 0x1p52 ? Double(signOf: self, magnitudeOf: Double(Int64(self))) : self
  }

  fileprivate var ceiling: Double { cut < self ? Double(signOf: self, magnitudeOf: cut + 1) : cut }

  fileprivate var nearest: Double {
    (self - cut).magnitude >= 0.5 ? cut + Double(signOf: self, magnitudeOf: 1) : cut
  }
}

extension Decimal {
  fileprivate var cut: Decimal {
    get throws(ExactError) { try rounded(scale: 0, signum < 0 ? .up : .down) }
  }

  fileprivate var nearest: Decimal {
    get throws(ExactError) {
      let whole = try cut
      let rest = try subtracting(whole)
      let distance = rest.signum < 0 ? try rest.negated() : rest
      let isNear = distance < Decimal(coefficient: 5, scale: 1)
      return isNear ? whole : try whole.adding(Decimal(signum))
    }
  }
}
