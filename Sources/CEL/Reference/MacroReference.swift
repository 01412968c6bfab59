extension ReferenceEntry {
  /// What is told of the macros: calls whose arguments are looked at with names of their own.
  public static let macros: [ReferenceEntry] =
    quantifiers + transformations
    + [
      ReferenceEntry(
        name: "has", forms: ["has(map.field) -> bool"],
        doc: "Whether a map has a field; of a value that may be absent, whether it is there.",
        example: "has({'a': 1}.b) // false"),
      ReferenceEntry(
        name: "optMap", forms: ["optional_type(A).optMap(x, B) -> optional_type(B)"],
        doc: "What becomes of the value that an optional value holds.",
        example: "optional.of(2).optMap(x, x * 2).value() // 4"),
      ReferenceEntry(
        name: "optFlatMap",
        forms: ["optional_type(A).optFlatMap(x, optional_type(B)) -> optional_type(B)"],
        doc: "The same where that is an optional value itself.",
        example: "{'a': {'b': 1}}.?a.optFlatMap(x, x.?b).value() // 1"),
      ReferenceEntry(
        name: "cel.bind", forms: ["cel.bind(x, A, B) -> B"],
        doc: "An expression in which a name stands for a value.",
        example: "cel.bind(x, 3, x * x) // 9"),
      ReferenceEntry(
        name: "cel.block", forms: ["cel.block([A, B, ...], C) -> C"],
        doc: "An expression in which cel.index(0), cel.index(1) ... stand for values; each value "
          + "may use those before it. Programs write it, not people.",
        example: "cel.block([2, cel.index(0) * 3], cel.index(1)) // 6"),
    ]

  private static let quantifiers = [
    quantifier(
      "all",
      "Whether a condition holds for every element; with two names, for every place and "
        + "element or key and value.", "[1, 2].all(x, x > 0) // true"),
    quantifier(
      "exists", "Whether a condition holds for at least one element.",
      "{'a': 1}.exists(k, v, v == 1) // true"),
    quantifier(
      "exists_one", "Whether a condition holds for exactly one element; also written existsOne.",
      "[1, 2, 2].exists_one(x, x == 2) // false"),
  ]

  private static func quantifier(
    _ name: String, _ doc: String, _ example: String
  ) -> ReferenceEntry {
    ReferenceEntry(
      name: name,
      forms: [
        "list(A).\(name)(x, bool) -> bool", "list(A).\(name)(i, x, bool) -> bool",
        "map(K, V).\(name)(k, bool) -> bool", "map(K, V).\(name)(k, v, bool) -> bool",
      ], doc: doc, example: example)
  }

  private static let transformations = [
    ReferenceEntry(
      name: "filter",
      forms: ["list(A).filter(x, bool) -> list(A)", "map(K, V).filter(k, bool) -> list(K)"],
      doc: "The elements, or the keys, for which a condition holds.",
      example: "[1, 2, 3].filter(x, x > 1) // [2, 3]"),
    ReferenceEntry(
      name: "map",
      forms: [
        "list(A).map(x, B) -> list(B)", "list(A).map(x, bool, B) -> list(B)",
        "map(K, V).map(k, B) -> list(B)", "map(K, V).map(k, bool, B) -> list(B)",
      ],
      doc: "What becomes of every element, or of those for which a condition holds.",
      example: "[1, 2, 3].map(x, x > 1, x * 2) // [4, 6]"),
    ReferenceEntry(
      name: "transformList",
      forms: [
        "list(A).transformList(i, x, B) -> list(B)",
        "list(A).transformList(i, x, bool, B) -> list(B)",
        "map(K, V).transformList(k, v, B) -> list(B)",
        "map(K, V).transformList(k, v, bool, B) -> list(B)",
      ],
      doc: "The same with the place of each element, or with key and value.",
      example: "[5, 6].transformList(i, x, i * x) // [0, 6]"),
    ReferenceEntry(
      name: "transformMap",
      forms: [
        "list(A).transformMap(i, x, B) -> map(int, B)",
        "list(A).transformMap(i, x, bool, B) -> map(int, B)",
        "map(K, V).transformMap(k, v, B) -> map(K, B)",
        "map(K, V).transformMap(k, v, bool, B) -> map(K, B)",
      ],
      doc: "A map by the same places or keys with other values.",
      example: "{'a': 1}.transformMap(k, v, v + 1) // {'a': 2}"),
    ReferenceEntry(
      name: "transformMapEntry",
      forms: [
        "list(A).transformMapEntry(i, x, map(B, C)) -> map(B, C)",
        "list(A).transformMapEntry(i, x, bool, map(B, C)) -> map(B, C)",
        "map(K, V).transformMapEntry(k, v, map(B, C)) -> map(B, C)",
        "map(K, V).transformMapEntry(k, v, bool, map(B, C)) -> map(B, C)",
      ],
      doc: "A map of the entries that become of each element; an error where a key comes twice.",
      example: "{'a': 1}.transformMapEntry(k, v, {v: k}) // {1: 'a'}"),
    ReferenceEntry(
      name: "sortBy", forms: ["list(A).sortBy(x, B) -> list(A)"],
      doc: "The elements in the order of what becomes of each.",
      example: "[1, 3, 2].sortBy(x, -x) // [3, 2, 1]"),
  ]
}
