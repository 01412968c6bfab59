extension Library {
  /// Whole numbers as 64 bits, those below zero in two's complement.
  static let bits = [
    combining("bitAnd", "The bits that both numbers have.", "math.bitAnd(3, 5) // 1", &),
    combining("bitOr", "The bits that either number has.", "math.bitOr(1u, 2u) // 3u", |),
    combining("bitXor", "The bits that one number alone has.", "math.bitXor(3u, 5u) // 6u", ^),
    Function(
      name: "math.bitNot", doc: "The bits that a number does not have.",
      example: "math.bitNot(1) // -2",
      overloads: [
        .one("math_bitNot_int_int", .int, .int, universal: true, complement),
        .one("math_bitNot_uint_uint", .uint, .uint, universal: true, complement),
      ]),
    shifting(
      "bitShiftLeft", "The bits moved up so many places; those past the 64th are lost.",
      "math.bitShiftLeft(-1, 2) // -4"
    ) { $0 << $1 },
    shifting(
      "bitShiftRight", "The bits moved down so many places; zeros come in at the top.",
      "math.bitShiftRight(1024, 2) // 256"
    ) { $0 >> $1 },
  ]

  private static let complement: @Sendable (Value) -> Value = { value in
    switch value {
    case .int(let int): .int(~int)
    case .uint(let uint): .uint(~uint)
    default: .noSuchOverload
    }
  }

  private static func combining(
    _ name: String, _ doc: String, _ example: String,
    _ combine: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    let body: @Sendable (Value, Value) -> Value = { left, right in
      switch (left, right) {
      case (.int(let a), .int(let b)):
        .int(Int64(bitPattern: combine(UInt64(bitPattern: a), UInt64(bitPattern: b))))
      case (.uint(let a), .uint(let b)): .uint(combine(a, b))
      default: .noSuchOverload
      }
    }
    return Function(
      name: "math.\(name)", doc: doc, example: example,
      overloads: [.int, .uint].map {
        .two("math_\(name)_\($0)_\($0)", $0, $0, $0, universal: true, body)
      })
  }

  private static func shifting(
    _ name: String, _ doc: String, _ example: String,
    _ shift: @escaping @Sendable (UInt64, Int64) -> UInt64
  ) -> Function {
    let body: @Sendable (Value, Value) -> Value = { value, distance in
      guard case .int(let distance) = distance else { return .noSuchOverload }
      let bits: UInt64
      switch value {
      case .int(let int): bits = UInt64(bitPattern: int)
      case .uint(let uint): bits = uint
      default: return .noSuchOverload
      }
      // The other way round it would be a shift as well, and no error.
      guard distance >= 0 else { return .failure("math.\(name)() negative offset") }
      let moved = shift(bits, distance)
      return if case .int = value { .int(Int64(bitPattern: moved)) } else { .uint(moved) }
    }
    return Function(
      name: "math.\(name)", doc: doc, example: example,
      overloads: [.int, .uint].map {
        .two("math_\(name)_\($0)_int", $0, .int, $0, universal: true, body)
      })
  }
}
