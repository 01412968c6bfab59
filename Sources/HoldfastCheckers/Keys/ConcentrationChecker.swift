public import Exact
public import HoldfastModel

/// How unevenly a measure is spread: the index of Herfindahl and Hirschman, the share of the
/// largest, or how many make up a part of the whole.
public struct ConcentrationChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "concentration",
      summary: "how unevenly the measure is spread over the values of `by`",
      keys: [
        .measure: .required, .key: .required, .condition: .optional, .target: .required,
        .missing: .optional,
      ], unit: .number, missingRules: [.unknown, .exclude])
    result.options = [
      CheckerOption(
        "as", .required, .word(["hhi", "top_share", "pareto"]),
        means: "the sum of the squared parts, from 0 to 1; the part of the `top` largest; or the "
          + "number of the largest that make up the part `covers`"),
      CheckerOption(
        "top", .optional, .integer(1...10_000), means: "how many are the largest; 10 if left out"),
      CheckerOption(
        "covers", .optional, .percent, means: "the part to be made up; 80% if left out"),
    ]
    result.unitOf = { commitment in
      switch commitment.word("as") {
      case "top_share": .share
      case "pareto": .rows
      default: .number
      }
    }
    return result
  }

  /// Sums by value.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> {
    [.sums(all: false), .keys, .uncertainRows(limit: 20)]
  }

  /// The number with bounds that are valid, and sharp where no row is unknown.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    let slice = try slice.applying(context)
    let table = try KeyTable(slice)
    var result = try table.measurement(Self.unit(context.commitment), of: slice)
    result.numerator = try slice.total { $0.membership == .certain && $0.condition == .holds }.total
    let unmeasured = slice.unmeasured { $0.condition != .fails }
    guard unmeasured.count == 0 else {
      result.witnesses = unmeasured.rows
      result.unbounded = .measureUnknown(rows: unmeasured.count)
      return result
    }
    let parts = try KeyParts(table)
    if parts.leftOut > 0 {
      let noun = parts.leftOut == 1 ? "value with a net amount" : "values with net amounts"
      result.remarks.append("\(parts.leftOut) \(noun) at or below zero left out.")
    }
    result.bounds = try bounds(parts, context.commitment)
    if result.bounds == nil { result.unbounded = .denominatorNotPositive(least: .zero) }
    return result
  }

  private static func unit(_ commitment: Commitment) -> Measurement.Unit {
    switch commitment.word("as") {
    case "top_share": .share
    case "pareto": .rows
    default: .number
    }
  }

  private func bounds(
    _ parts: KeyParts, _ commitment: Commitment
  ) throws(ExactError) -> Measurement.Bounds? {
    switch commitment.word("as") {
    case "top_share": try parts.topShare(commitment.integer("top") ?? 10)
    case "pareto":
      try parts.pareto(commitment.fraction("covers") ?? Decimal(coefficient: 8, scale: 1))
    default: try parts.squares()
    }
  }
}
