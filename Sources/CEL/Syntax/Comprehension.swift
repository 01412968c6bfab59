/// A macro that has variables of its own: `list.all(x, x > 0)`, `cel.bind(x, 1, x + x)`.
public struct Comprehension: Sendable, Hashable {
  /// Which macro it is.
  public let macro: Macro
  /// The list or map that it goes through, the optional value that it opens, or the value that
  /// `cel.bind` names.
  public let range: Expression
  /// The names that it gives; two for places and elements, or for keys and values.
  public let variables: [String]
  /// What is evaluated with those names: a condition, a result, or a condition and a result.
  public let arguments: [Expression]

  /// The macros.
  public enum Macro: String, Sendable, Hashable, CaseIterable {
    /// Whether a condition holds for all elements.
    case all
    /// Whether a condition holds for at least one element.
    case exists
    /// Whether a condition holds for exactly one element; also written `existsOne`.
    case existsOne = "exists_one"
    /// The elements for which a condition holds.
    case filter
    /// What becomes of the elements, of those that fulfil a condition.
    case map
    /// The same with the place or key of each.
    case transformList
    /// A map by the same places or keys with other values.
    case transformMap
    /// A map by other keys and values.
    case transformMapEntry
    /// The elements in the order of a key that each is given.
    case sortBy
    /// What becomes of the value that an optional value holds.
    case optMap
    /// The same where that is an optional value itself.
    case optFlatMap
    /// An expression in which a name stands for a value, `cel.bind(name, value, expression)`.
    case bind
  }

  /// Whether an argument is a condition.
  func isCondition(_ place: Int) -> Bool {
    switch macro {
    case .all, .exists, .existsOne, .filter: true
    case .map, .transformList, .transformMap, .transformMapEntry: place < arguments.count - 1
    case .sortBy, .optMap, .optFlatMap, .bind: false
    }
  }
}
