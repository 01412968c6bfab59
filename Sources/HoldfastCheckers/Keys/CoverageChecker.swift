public import Exact
public import HoldfastModel

/// How much of a list, or of a matrix, is there.
public struct CoverageChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "coverage",
      summary: "how many of the items of a list, or cells of a matrix, have a row that `where` "
        + "selects",
      keys: [.key: .optional, .condition: .optional, .target: .optional, .missing: .optional],
      unit: .share, missingRules: [.unknown, .exclude])
    result.options = [
      CheckerOption(
        "items", .required, .items,
        means:
          "the items, as values of `by`; or several lists by their expressions, of which every "
          + "combination is to be there")
    ]
    result.needsTexts = true
    result.rewrite = Self.keyed
    return result
  }

  /// A matrix is a list of the combinations of its sides.
  private static func keyed(_ commitment: Commitment) -> Commitment {
    let lists = commitment.items("items")
    let sides = lists.compactMap(\.of)
    guard commitment.key == nil, !sides.isEmpty else { return commitment }
    var result = commitment
    let text = sides.map { "(\($0.text))" }.joined(separator: " + \"\(separator)\" + ")
    // What is wrong with an expression is told where the commitment stands.
    result.key = ExpressionText(text) { _ in commitment.span }
    return result
  }

  private static let separator = " / "

  /// Rows by item.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> { [.sums(all: false), .keys] }

  /// The part of the items that certainly is there, and the part that may be.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    let slice = try slice.applying(context)
    let table = try KeyTable(slice)
    var result = try table.measurement(.share, of: slice)
    let items = Self.items(context.commitment)
    let there = items.filter { table.rows[TextKey($0)]?.isCertain == true }
    let possible = items.filter { table.rows[TextKey($0)]?.isCertain == false }
    let nameless = table.namelessRows
    let most = min(items.count, there.count + possible.count + nameless)
    result.countsRows = true
    result.hasCredits = false
    result.ownLine = TargetLine(.atLeast, [Rational(1)], text: "all \(items.count)")
    let whole = Rational(max(1, items.count))
    result.bounds = try .init(
      Rational(there.count).divided(by: whole), Rational(most).divided(by: whole))
    result.remarks = Self.remarks(items, there: there, possible: possible)
    return result
  }

  /// Every item, or combination of items.
  private static func items(_ commitment: Commitment) -> [String] {
    let lists = commitment.items("items")
    guard var result = lists.first?.items else { return [] }
    for list in lists.dropFirst() {
      result = result.flatMap { start in list.items.map { start + separator + $0 } }
    }
    return result
  }

  private static func remarks(
    _ items: [String], there: [String], possible: [String]
  ) -> [String] {
    var result = ["\(there.count) of \(items.count) are there."]
    let known = Set((there + possible).map(TextKey.init))
    let missing = items.filter { !known.contains(TextKey($0)) }
    for (what, names) in [("Missing", missing), ("Cannot be told", possible)] where !names.isEmpty {
      let more = names.count > 12 ? " and \(names.count - 12) more" : ""
      result.append("\(what): \(names.prefix(12).joined(separator: ", "))\(more).")
    }
    return result
  }
}
