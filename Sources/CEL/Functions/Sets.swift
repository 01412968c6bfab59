extension Library {
  /// The set extension of cel-go: lists as sets, by equality of their elements.
  public static let sets = Library(
    name: "sets",
    functions: [
      relation(
        "contains", "Whether all elements of the second list are in the first.",
        "sets.contains([1, 2, 3], [2, 3, 2]) // true", contains),
      relation(
        "equivalent", "Whether each element of either list is in the other.",
        "sets.equivalent([1, 2], [2, 1, 2]) // true", equivalent),
      relation(
        "intersects", "Whether an element is in both lists.",
        "sets.intersects([1, 2], [2, 3]) // true", intersects),
    ])

  @Sendable private static func contains(
    _ list: [Value], _ part: [Value]
  ) throws(EvaluationError) -> Bool {
    var set = try ElementSet(list)
    for element in part where try !set.contains(element) { return false }
    return true
  }

  @Sendable private static func equivalent(
    _ first: [Value], _ second: [Value]
  ) throws(EvaluationError) -> Bool {
    guard try contains(first, second) else { return false }
    return try contains(second, first)
  }

  @Sendable private static func intersects(
    _ first: [Value], _ second: [Value]
  ) throws(EvaluationError) -> Bool {
    var set = try ElementSet(first)
    for element in second where try set.contains(element) { return true }
    return false
  }

  private static func relation(
    _ name: String, _ doc: String, _ example: String,
    _ holds: @escaping @Sendable ([Value], [Value]) throws(EvaluationError) -> Bool
  ) -> Function {
    let list = CELType.list(.parameter("T"))
    return Function(
      name: "sets.\(name)", doc: doc, example: example,
      overloads: [
        .two("list_sets_\(name)_list", list, list, .bool) { first, second in
          guard case .list(let first) = first, case .list(let second) = second else {
            return .noSuchOverload
          }
          do throws(EvaluationError) {
            return .bool(try holds(first, second))
          } catch {
            return .error(error)
          }
        }
      ])
  }
}
