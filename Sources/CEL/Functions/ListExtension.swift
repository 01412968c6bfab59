extension Library {
  /// The list extension of cel-go. `sortBy` is a macro.
  public static let listExtension = Library(
    name: "lists",
    functions: [
      Function(
        name: "slice", doc: "The elements from a place, from 0, up to but without another place.",
        example: "[1, 2, 3, 4].slice(1, 3) // [2, 3]",
        overloads: [
          .many("list_slice", [elements, .int, .int], elements, member: true, slice)
        ]),
      Function(
        name: "flatten",
        doc: "The list with lists within it replaced by their elements, one level or so many.",
        example: "[[1, 2], [], [3]].flatten() // [1, 2, 3]",
        overloads: [
          .many("list_flatten", [.list(elements)], elements, member: true, flatten),
          .many("list_flatten_int", [.list(.dyn), .int], .list(.dyn), member: true, flatten),
        ]),
      Function(
        name: "lists.range", doc: "The whole numbers from 0 up to but without a number.",
        example: "lists.range(3) // [0, 1, 2]",
        overloads: [.many("lists_range", [.int], .list(.int), range)]),
      mapped("reverse", "The elements in reverse order.", "[5, 3, 1].reverse() // [1, 3, 5]") {
        .list($0.reversed())
      },
      mapped(
        "distinct", "The elements without those that are equal to an earlier one.",
        "['b', 'b', 'a', 'b'].distinct() // ['b', 'a']", distinct),
      Function(
        name: "sort", doc: "The elements, all of one type that has an order, from the least on.",
        example: "[3, 1, 2].sort() // [1, 2, 3]", overloads: sorts),
      end(
        "first", "The first element, absent where the list is empty.",
        "[7, 8].first() // optional.of(7)"
      ) { $0.first },
      end(
        "last", "The last element, absent where the list is empty.",
        "[7, 8].last() // optional.of(8)"
      ) { $0.last },
    ])

  /// A list of any type.
  private static let elements = CELType.list(.parameter("T"))

  private static func mapped(
    _ name: String, _ doc: String, _ example: String,
    _ body: @escaping @Sendable ([Value]) -> Value
  ) -> Function {
    Function(
      name: name, doc: doc, example: example,
      overloads: [
        .one("list_\(name)", elements, elements, member: true) { value in
          if case .list(let list) = value { body(list) } else { .noSuchOverload }
        }
      ])
  }

  private static func end(
    _ name: String, _ doc: String, _ example: String,
    _ body: @escaping @Sendable ([Value]) -> Value?
  ) -> Function {
    Function(
      name: name, doc: doc, example: example,
      overloads: [
        .one("list_\(name)", elements, .optional(.parameter("T")), member: true) { value in
          if case .list(let list) = value { .optional(body(list)) } else { .noSuchOverload }
        }
      ])
  }

  private static let slice: @Sendable ([Value]) -> Value = { arguments in
    guard arguments.count == 3, case .list(let list) = arguments[0],
      case .int(let start) = arguments[1], case .int(let end) = arguments[2]
    else { return .noSuchOverload }
    let call = "cannot slice(\(start), \(end))"
    let discreet = "cannot slice there"
    guard start >= 0, end >= 0 else {
      return .failure("\(call), negative indexes not supported", discreet: discreet)
    }
    guard start <= end else {
      return .failure(
        "\(call), start index must be less than or equal to end index", discreet: discreet)
    }
    guard end <= list.count else {
      return .failure("\(call), list is length \(list.count)", discreet: discreet)
    }
    return .list(Array(list[Int(start)..<Int(end)]))
  }

  private static let range: @Sendable ([Value]) -> Value = { arguments in
    guard arguments.count == 1, case .int(let count) = arguments[0] else { return .noSuchOverload }
    guard count >= 0 else {
      return .failure(
        "lists.range: size must be non-negative, got \(count)",
        discreet: "lists.range: size must be non-negative")
    }
    guard count <= Sizes.elements else {
      return .failure(
        "lists.range: size \(count) exceeds maximum allowed (\(Sizes.elements))",
        discreet: "lists.range: size exceeds maximum allowed (\(Sizes.elements))")
    }
    return .list((0..<count).map(Value.int))
  }

  private static let distinct: @Sendable ([Value]) -> Value = { list in
    do throws(EvaluationError) {
      return .list(try ElementSet(list).elements)
    } catch {
      return .error(error)
    }
  }
}
