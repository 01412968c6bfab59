public import Exact
public import HoldfastModel

/// The social value of what was done: a quantity times what one of it is worth, less what would
/// have happened anyway, what others did and what it displaced.
public struct ValueChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "value",
      summary: "quantity x proxy x (1 - deadweight) x attribution x (1 - displacement), added up",
      keys: [.condition: .optional, .target: .required, .missing: .optional], unit: .measure)
    result.options = [
      CheckerOption("quantity", .required, .number, means: "how much was done"),
      CheckerOption(
        "proxy", .required, .number,
        means: "what one of it is worth, from a table of the institution"),
      CheckerOption(
        "deadweight", .optional, .number,
        means: "the part that would have happened anyway, from 0 to 1"),
      CheckerOption(
        "attribution", .optional, .number, means: "the part that is the institution's own"),
      CheckerOption(
        "displacement", .optional, .number, means: "the part that was only moved from elsewhere"),
    ]
    result.rewrite = Self.measured
    return result
  }

  /// The product as a measure: unknown factors are unknown amounts, and nothing is assumed of them.
  private static func measured(_ commitment: Commitment) -> Commitment {
    var result = commitment
    var factors: [String] = []
    for (name, isTakenAway) in [
      ("quantity", false), ("proxy", false), ("deadweight", true), ("attribution", false),
      ("displacement", true),
    ] {
      guard let text = commitment.number(name)?.text else { continue }
      let factor = "decimal(\(text))"
      factors.append(isTakenAway ? "(decimal(1) - \(factor))" : factor)
    }
    let product = factors.joined(separator: " * ")
    result.measure = ExpressionText(product) { _ in commitment.span }
    return result
  }

  /// What a total counts.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> { TotalChecker().plan(commitment) }

  /// The sum with exact bounds.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    try TotalChecker().conclude(slice, context)
  }
}
