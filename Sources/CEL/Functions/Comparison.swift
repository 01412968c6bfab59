extension Library {
  /// Equality, order and membership.
  public static let comparison = Library(
    name: "comparison",
    functions: [
      equality(Operator.equals, "Whether two values are equal.", "1.0 == 1.00 // true", "equals") {
        .bool($0.isEqual(to: $1))
      },
      equality(
        Operator.notEquals, "Whether two values differ.", "'a' != 'b' // true", "not_equals"
      ) { .bool(!$0.isEqual(to: $1)) },
      ordering(Operator.less, "Whether a value is below another.", "1 < 2 // true", "less") {
        $0 == .before
      },
      ordering(
        Operator.lessOrEqual, "Whether a value is not above another.", "2 <= 2 // true",
        "less_equals"
      ) { $0 == .before || $0 == .same },
      ordering(
        Operator.greater, "Whether a value is above another.", "'b' > 'a' // true", "greater"
      ) { $0 == .after },
      ordering(
        Operator.greaterOrEqual, "Whether a value is not below another.",
        "date('2024-04-01') >= date('2024-03-31') // true", "greater_equals"
      ) { $0 == .after || $0 == .same },
      Function(
        name: Operator.isIn, doc: "Whether a list has an element, or a map a key.",
        example: "'a' in ['a', 'b'] // true",
        overloads: [
          .two("in_list", .parameter("A"), .list(.parameter("A")), .bool, universal: true, isIn),
          .two(
            "in_map", .parameter("A"), .map(.parameter("A"), .parameter("B")), .bool,
            universal: true, isIn),
        ]),
    ])

  /// Exact numbers and whole numbers, which may be compared although their types differ.
  private static let mixed: [(CELType, CELType)] = [
    (.decimal, .int), (.int, .decimal), (.decimal, .uint), (.uint, .decimal),
  ]

  private static func equality(
    _ name: String, _ doc: String, _ example: String, _ id: String,
    _ body: @escaping @Sendable (Value, Value) -> Value
  ) -> Function {
    let same = Overload.two(
      id, .parameter("A"), .parameter("A"), .bool, universal: true, body)
    let others = mixed.map { left, right in
      Overload.two("\(id)_\(left)_\(right)", left, right, .bool, universal: true, body)
    }
    return Function(name: name, doc: doc, example: example, overloads: [same] + others)
  }

  private static func ordering(
    _ name: String, _ doc: String, _ example: String, _ id: String,
    _ holds: @escaping @Sendable (Value.Order) -> Bool
  ) -> Function {
    let types: [CELType] = [
      .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .decimal, .date,
    ]
    let pairs = types.map { ($0, $0) } + mixed
    return Function(
      name: name, doc: doc, example: example,
      overloads: pairs.map { left, right in
        .two("\(id)_\(left)_\(right)", left, right, .bool, universal: true) { a, b in
          a.order(b).map { .bool(holds($0)) } ?? .noSuchOverload
        }
      })
  }

  private static let isIn: @Sendable (Value, Value) -> Value = { element, container in
    switch container {
    case .list(let list): .bool(list.contains { $0.isEqual(to: element) })
    case .map(let map): .bool(map[element] != nil)
    default: .noSuchOverload
    }
  }
}
