import Exact

extension Library {
  /// Values that may be absent.
  public static let optionals = Library(
    name: "optionals",
    functions: [
      Function(
        name: "optional.of", doc: "An optional value that holds a value.",
        example: "optional.of('a').value() // 'a'",
        overloads: [
          .one("optional_of", held, optional, universal: true) { .optional($0) }
        ]),
      Function(
        name: "optional.ofNonZeroValue",
        doc: "An optional value that holds a value unless that is empty, zero, false or null.",
        example: "optional.ofNonZeroValue('').hasValue() // false",
        overloads: [
          .one("optional_ofNonZeroValue", held, optional, universal: true) {
            .optional($0.isZero ? nil : $0)
          }
        ]),
      Function(
        name: "optional.none", doc: "An optional value that holds nothing.",
        example: "optional.none().orValue(1) // 1",
        overloads: [
          Overload(id: "optional_none", parameters: [], result: optional) { _ in .optional(nil) }
        ]),
      Function(
        name: "hasValue", doc: "Whether an optional value holds something.",
        example: "optional.of(1).hasValue() // true",
        overloads: [
          .one("optional_hasValue", optional, .bool, member: true) { value in
            guard case .optional(let held) = value else { return .noSuchOverload }
            return .bool(held != nil)
          }
        ]),
      Function(
        name: "value", doc: "What an optional value holds; an error where that is nothing.",
        example: "optional.of(1).value() // 1",
        overloads: [
          .one("optional_value", optional, held, member: true) { value in
            guard case .optional(let held) = value else { return .noSuchOverload }
            return held ?? .failure("optional.none() dereference")
          }
        ]),
    ] + alternatives + unwrapping + [Function.optionalIndex, .indexOfOptional])

  private static let held = CELType.parameter("V")
  private static let optional = CELType.optional(.parameter("V"))

  /// The evaluator itself handles these, which need not look at their argument.
  private static let alternatives = [
    Function(
      name: "or", doc: "An optional value, or another where it holds nothing.",
      example: "optional.none().or(optional.of(2)).value() // 2",
      overloads: [
        .two("optional_or_optional", optional, optional, optional, member: true) { _, _ in
          .noSuchOverload
        }
      ]),
    Function(
      name: "orValue",
      doc: "What an optional value holds, or another value where it holds nothing.",
      example: "{'a': 1}.?b.orValue(2) // 2",
      overloads: [
        .two("optional_orValue_value", optional, held, held, member: true) { _, _ in
          .noSuchOverload
        }
      ]),
  ]

  private static let unwrapping = [
    Function(
      name: "optional.unwrap", doc: "What the optional values of a list hold.",
      example: "optional.unwrap([optional.of(1), optional.none()]) // [1]",
      overloads: [.one("optional_unwrap", .list(optional), .list(held), unwrapped)]),
    Function(
      name: "unwrapOpt", doc: "What the optional values of a list hold.",
      example: "[optional.none(), optional.of(1)].unwrapOpt() // [1]",
      overloads: [
        .one("optional_unwrapOpt", .list(optional), .list(held), member: true, unwrapped)
      ]),
  ]

  private static let unwrapped: @Sendable (Value) -> Value = { value in
    guard case .list(let elements) = value else { return .noSuchOverload }
    var result: [Value] = []
    for element in elements {
      guard case .optional(let held) = element else { return .noSuchOverload }
      if let held { result.append(held) }
    }
    return .list(result)
  }
}

extension Function {
  private static let element = CELType.parameter("V")
  private static let key = CELType.parameter("K")

  /// `a[?b]`.
  fileprivate static let optionalIndex = Function(
    name: Operator.optionalIndex, doc: "The element at a place or the value of a key, if any.",
    example: "['a'][?1].hasValue() // false",
    overloads: [
      .two(
        "list_optindex_optional_int", .list(element), .int, .optional(element), universal: true,
        found),
      .two(
        "optional_list_optindex_optional_int", .optional(.list(element)), .int,
        .optional(element), universal: true, found),
      .two(
        "map_optindex_optional_value", .map(key, element), key, .optional(element),
        universal: true, found),
      .two(
        "optional_map_optindex_optional_value", .optional(.map(key, element)), key,
        .optional(element), universal: true, found),
    ])

  /// `a[b]` where `a` may be absent.
  fileprivate static let indexOfOptional = Function(
    name: Operator.index, doc: "The element of a list or map that may be absent.",
    example: "optional.of(['a'])[0].value() // 'a'",
    overloads: [
      .two(
        "optional_list_index_int", .optional(.list(element)), .int, .optional(element),
        universal: true, Library.element),
      .two(
        "optional_map_index_value", .optional(.map(key, element)), key, .optional(element),
        universal: true, Library.element),
    ])

  private static let found: @Sendable (Value, Value) -> Value = { container, place in
    switch container {
    case .optional(nil): .optional(nil)
    case .optional(let inner?): Library.element(inner, if: place)
    default: Library.element(container, if: place)
    }
  }
}

extension Value {
  /// Whether it is what a variable of its type is before anything is known of it.
  var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let bool): !bool
    case .int(let int): int == 0
    case .uint(let uint): uint == 0
    case .double(let double): double == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let list): list.isEmpty
    case .map(let map): map.count == 0
    case .timestamp(let time): time.totalNanoseconds == 0
    case .duration(let span): span.nanoseconds == 0
    case .decimal(let decimal): decimal == .zero
    case .optional(let held): held == nil
    case .type, .date, .opaque, .unknown, .error: false
    }
  }
}
