import Exact

extension Library {
  /// Sums, products and their like; nothing wraps and types do not mix.
  public static let arithmetic = Library(
    name: "arithmetic",
    functions: [
      Function(
        name: Operator.add, doc: "The sum; texts and lists are joined.", example: "1 + 2 // 3",
        overloads: same("add", numbers + [.decimal, .string, .bytes, .duration], sum)
          + [
            .two(
              "add_list", .list(.parameter("A")), .list(.parameter("A")), .list(.parameter("A")),
              universal: true, sum),
            .two("add_timestamp_duration", .timestamp, .duration, .timestamp, universal: true, sum),
            .two("add_duration_timestamp", .duration, .timestamp, .timestamp, universal: true, sum),
            .two("add_date_duration", .date, .duration, .date, universal: true, sum),
            .two("add_duration_date", .duration, .date, .date, universal: true, sum),
          ]),
      Function(
        name: Operator.subtract, doc: "The difference.", example: "5 - 2 // 3",
        overloads: same("subtract", numbers + [.decimal, .duration], difference)
          + [
            .two(
              "subtract_timestamp_timestamp", .timestamp, .timestamp, .duration, universal: true,
              difference),
            .two(
              "subtract_timestamp_duration", .timestamp, .duration, .timestamp, universal: true,
              difference),
            .two("subtract_date_date", .date, .date, .duration, universal: true, difference),
            .two("subtract_date_duration", .date, .duration, .date, universal: true, difference),
          ]),
      Function(
        name: Operator.multiply, doc: "The product.", example: "6 * 7 // 42",
        overloads: same("multiply", numbers + [.decimal], product)),
      Function(
        name: Operator.divide, doc: "The quotient; whole numbers are cut towards zero.",
        example: "-7 / 2 // -3", overloads: same("divide", numbers, quotient)),
      Function(
        name: Operator.modulo, doc: "What a division of whole numbers leaves over.",
        example: "-7 % 2 // -1", overloads: same("modulo", [.int, .uint], remainder)),
      Function(
        name: Operator.negate, doc: "The number with the other sign.", example: "-(3) // -3",
        overloads: [.int, .double, .decimal].map {
          .one("negate_\($0)", $0, $0, universal: true, negation)
        }),
    ])

  private static let numbers: [CELType] = [.int, .uint, .double]

  private static func same(
    _ id: String, _ types: [CELType], _ body: @escaping @Sendable (Value, Value) -> Value
  ) -> [Overload] {
    types.map { .two("\(id)_\($0)", $0, $0, $0, universal: true, body) }
  }

  private static let sum: @Sendable (Value, Value) -> Value = { left, right in
    switch (left, right) {
    case (.int(let a), .int(let b)): whole(a.addingReportingOverflow(b))
    case (.uint(let a), .uint(let b)): whole(a.addingReportingOverflow(b))
    case (.double(let a), .double(let b)): .double(a + b)
    case (.decimal(let a), .decimal(let b)): exact { () throws(ExactError) in try a.adding(b) }
    case (.string(let a), .string(let b)):
      a.utf8.count + b.utf8.count > Sizes.bytes ? Sizes.tooLong : .string(a + b)
    case (.bytes(let a), .bytes(let b)):
      a.count + b.count > Sizes.bytes ? Sizes.tooLong : .bytes(a + b)
    case (.list(let a), .list(let b)):
      a.count + b.count > Sizes.elements ? Sizes.tooMany : .list(a + b)
    default: timeSum(left, right)
    }
  }

  private static let difference: @Sendable (Value, Value) -> Value = { left, right in
    switch (left, right) {
    case (.int(let a), .int(let b)): whole(a.subtractingReportingOverflow(b))
    case (.uint(let a), .uint(let b)): whole(a.subtractingReportingOverflow(b))
    case (.double(let a), .double(let b)): .double(a - b)
    case (.decimal(let a), .decimal(let b)): exact { () throws(ExactError) in try a.subtracting(b) }
    default: timeDifference(left, right)
    }
  }

  private static let product: @Sendable (Value, Value) -> Value = { left, right in
    switch (left, right) {
    case (.int(let a), .int(let b)): whole(a.multipliedReportingOverflow(by: b))
    case (.uint(let a), .uint(let b)): whole(a.multipliedReportingOverflow(by: b))
    case (.double(let a), .double(let b)): .double(a * b)
    case (.decimal(let a), .decimal(let b)):
      exact { () throws(ExactError) in try a.multiplied(by: b) }
    default: .noSuchOverload
    }
  }

  private static let quotient: @Sendable (Value, Value) -> Value = { left, right in
    switch (left, right) {
    case (.int(_), .int(0)), (.uint(_), .uint(0)): .failure("division by zero")
    case (.int(let a), .int(let b)): whole(a.dividedReportingOverflow(by: b))
    case (.uint(let a), .uint(let b)): .uint(a / b)
    case (.double(let a), .double(let b)): .double(a / b)
    default: .noSuchOverload
    }
  }

  private static let remainder: @Sendable (Value, Value) -> Value = { left, right in
    switch (left, right) {
    case (.int(_), .int(0)), (.uint(_), .uint(0)): .failure("modulus by zero")
    case (.int(let a), .int(let b)): whole(a.remainderReportingOverflow(dividingBy: b))
    case (.uint(let a), .uint(let b)): .uint(a % b)
    default: .noSuchOverload
    }
  }

  private static let negation: @Sendable (Value) -> Value = { value in
    switch value {
    case .int(let int): whole(Int64(0).subtractingReportingOverflow(int))
    case .double(let double): .double(-double)
    case .decimal(let decimal): exact { () throws(ExactError) in try decimal.negated() }
    default: .noSuchOverload
    }
  }

  private static func whole(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
    result.overflow ? overflow : .int(result.partialValue)
  }

  private static func whole(_ result: (partialValue: UInt64, overflow: Bool)) -> Value {
    result.overflow ? overflow : .uint(result.partialValue)
  }

  private static let overflow = Value.failure("integer overflow")
}

/// An exact result, or why there is none.
func exact(_ body: () throws(ExactError) -> Decimal) -> Value {
  do {
    return .decimal(try body())
  } catch {
    switch error {
    case .overflow: return .failure("the exact number has more than 38 digits")
    case .divisionByZero: return .failure("division by zero")
    case .inexact: return .failure("the number has more decimals than the scale")
    }
  }
}
