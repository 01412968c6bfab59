extension Library {
  /// Lists, maps and sizes.
  public static let collections = Library(
    name: "collections",
    functions: [
      Function(
        name: "size", doc: "How many characters, bytes, elements or keys there are.",
        example: "size('naïve') // 5",
        overloads: sized.flatMap { name, type in
          [
            Overload.one("size_\(name)", type, .int, universal: true, size),
            .one("\(name)_size", type, .int, member: true, universal: true, size),
          ]
        }),
      Function(
        name: Operator.index, doc: "The element at a place, from 0, or the value of a key.",
        example: "['a', 'b'][1] // 'b'",
        overloads: [
          .two(
            "index_list", .list(.parameter("A")), .int, .parameter("A"), universal: true, element),
          .two(
            "index_map", .map(.parameter("A"), .parameter("B")), .parameter("A"), .parameter("B"),
            universal: true, element),
        ]),
    ])

  private static let sized: [(String, CELType)] = [
    ("string", .string), ("bytes", .bytes), ("list", .list(.parameter("A"))),
    ("map", .map(.parameter("A"), .parameter("B"))),
  ]

  private static let size: @Sendable (Value) -> Value = { value in
    switch value {
    case .string(let text): .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): .int(Int64(bytes.count))
    case .list(let list): .int(Int64(list.count))
    case .map(let map): .int(Int64(map.count))
    default: .noSuchOverload
    }
  }

  /// `a[b]`; of an optional value an optional value.
  static let element: @Sendable (Value, Value) -> Value = { container, place in
    switch container {
    case .list(let list):
      switch index(place, list) {
      case .success(let index): return list[index]
      case .failure(let error): return .error(error)
      }
    case .map(let map): return map[place] ?? .failure("no such key")
    case .optional(nil): return container
    case .optional(let inner?): return element(inner, if: place)
    default: return .noSuchOverload
    }
  }

  /// The element at a place or the value of a key as an optional value.
  static func element(_ container: Value, if place: Value) -> Value {
    switch container {
    case .list(let list):
      guard place.isNumber else { return .noSuchOverload }
      let index = try? index(place, list).get()
      return .optional(index.map { list[$0] })
    case .map(let map): return .optional(map[place])
    default: return .noSuchOverload
    }
  }

  private static func index(
    _ place: Value, _ list: [Value]
  ) -> Result<Int, EvaluationError> {
    let index: Int?
    switch place {
    case .int(let int): index = Int(int)
    case .uint(let uint): index = Int(exactly: uint)
    case .double(let double):
      let cut = Int128(cutting: double)
      index = cut.flatMap { Double($0) == double ? Int(exactly: $0) : nil }
    default:
      return .failure(EvaluationError("invalid_argument: a list is indexed by whole numbers"))
    }
    guard let index, list.indices.contains(index) else {
      return .failure(
        EvaluationError(
          "invalid_argument: index out of bounds: \(place)",
          discreet: "invalid_argument: index out of bounds"))
    }
    return .success(index)
  }
}
