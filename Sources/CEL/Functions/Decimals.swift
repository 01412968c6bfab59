import Exact

extension Library {
  /// Exact decimal numbers. Sums, products and comparisons are among the operators.
  public static let decimals = Library(
    name: "decimals",
    functions: [
      Function(
        name: "decimal", doc: "An exact number from text or a whole number.",
        example: "decimal('12.50') * 2 // decimal('25')",
        overloads: [
          .one("decimal_to_decimal", .decimal, .decimal) { $0 },
          .one("int_to_decimal", .int, .decimal) { value in
            if case .int(let int) = value { .decimal(Decimal(int)) } else { .noSuchOverload }
          },
          .one("uint_to_decimal", .uint, .decimal) { value in
            if case .uint(let uint) = value {
              .decimal(Decimal(Int128(uint)))
            } else {
              .noSuchOverload
            }
          },
          .one("string_to_decimal", .string, .decimal) { value in
            guard case .string(let text) = value else { return .noSuchOverload }
            return Decimal(text).map(Value.decimal)
              ?? .failure("the text is not an exact number, as in 1234.50")
          },
        ]),
      Function(
        name: "div",
        doc: "The quotient of exact numbers with so many decimals, ties to the even digit.",
        example: "div(1, 8, 2) // decimal('0.12')",
        overloads: [
          .many("div_decimal_decimal_int", [.decimal, .decimal, .int], .decimal) { arguments in
            guard arguments.count == 3, case .decimal(let dividend) = arguments[0],
              case .decimal(let divisor) = arguments[1], case .int(let scale) = arguments[2]
            else { return .noSuchOverload }
            guard (0...Int64(Decimal.maximumScale)).contains(scale) else {
              return .failure("the number of decimals must be 0 to 38")
            }
            return exact { () throws(ExactError) in
              try dividend.divided(by: divisor, scale: Int(scale))
            }
          }
        ]),
    ])
}
