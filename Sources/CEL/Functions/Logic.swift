extension Library {
  /// Conditions and the choice between two values. The evaluator itself handles `&&`, `||` and
  /// `?:`, which need not look at all of their operands.
  public static let logic = Library(
    name: "logic",
    functions: [
      Function(
        name: Operator.and, doc: "Whether all conditions hold.",
        example: "true && 1 < 2 // true", overloads: [connective("logical_and")]),
      Function(
        name: Operator.or, doc: "Whether at least one condition holds.",
        example: "false || 1 < 2 // true", overloads: [connective("logical_or")]),
      Function(
        name: Operator.not, doc: "The opposite of a condition.", example: "!false // true",
        overloads: [
          .one("logical_not", .bool, .bool) { value in
            if case .bool(let bool) = value { .bool(!bool) } else { .noSuchOverload }
          }
        ]),
      Function(
        name: Operator.conditional,
        doc: "The first value where a condition holds, else the second.",
        example: "2 > 1 ? 'more' : 'less' // 'more'",
        overloads: [
          Overload(
            "conditional", [.bool, .parameter("T"), .parameter("T")], .parameter("T"),
            isStrict: false, body: .general { _ in .noSuchOverload })
        ]),
    ])

  private static func connective(_ id: String) -> Overload {
    Overload(
      id, [.bool, .bool], .bool, isStrict: false, body: .general { _ in .noSuchOverload })
  }
}
