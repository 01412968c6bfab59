import Exact
public import HoldfastModel

/// How far a number has moved from its baseline.
public struct GrowthChecker: PartsChecker {
  /// The checker.
  public init() {}

  static let value = "value"

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "growth", summary: "how far a number has moved from its baseline",
      keys: [
        .measure: .optional, .condition: .optional, .key: .optional, .target: .required,
        .baseline: .required, .missing: .optional,
      ], unit: .share, missingRules: [.unknown, .exclude])
    result.options = [
      CheckerOption(
        "as", .optional, .word(["rate", "difference", "factor"]),
        means: "the part by which it grew, by how much, or how many times it is; a rate if left out"
      ),
      CheckerOption(
        "growth_of", .optional,
        .word(["total", "count", "share", "mean", "median", "distinct"]),
        means: "what is measured both times: a total where there is a measure, else a count"),
    ]
    result.unitOf = { commitment in
      switch commitment.word("as") {
      case "difference": Self.innerUnit(commitment)
      case "factor": .number
      default: .share
      }
    }
    result.derive = { commitment in
      var value = commitment.part(Self.value, check: Self.inner(commitment)).commitment
      value.options = [:]
      var base = value
      base.baseline = commitment.baseline
      base.id = commitment.id
      return [CommitmentPart(Self.value, value)] + [base.baselinePart].compactMap { $0 }
    }
    return result
  }

  /// The baseline that was measured, or the number that is known from elsewhere.
  private func base(
    _ parts: PartMeasurements, _ commitment: Commitment
  ) throws(PartsProblem) -> Measurement.Bounds {
    guard let value = commitment.baseline?.value else {
      return try parts.bounds(Commitment.baselineName)
    }
    return Measurement.Bounds(Rational(value.number))
  }

  private static func inner(_ commitment: Commitment) -> String {
    commitment.word("growth_of") ?? (commitment.measure == nil ? "count" : "total")
  }

  private static func innerUnit(_ commitment: Commitment) -> CheckerDeclaration.Unit {
    switch inner(commitment) {
    case "share": .share
    case "count", "distinct": .rows
    default: .measure
    }
  }

  /// The difference or quotient of the number and its baseline.
  public func conclude(
    _ parts: PartMeasurements, _ context: CheckerContext
  ) throws(PartsProblem) -> Measurement {
    let value = try parts.bounds(Self.value)
    let base = try base(parts, context.commitment)
    if context.commitment.word("as") == "difference" {
      let difference = try exactly { () throws(ExactError) in try value.subtracting(base) }
      return parts.measurement(parts.unit(Self.value), difference)
    }
    guard base.upper.signum > 0 else { throw PartsProblem.noGrowth }
    let factor = try exactly { () throws(ExactError) in try value.divided(by: base) }
    let isFactor = context.commitment.word("as") == "factor"
    let one = Measurement.Bounds(Rational(1))
    let bounds = try exactly { () throws(ExactError) in
      isFactor ? factor : try factor?.subtracting(one)
    }
    var result = parts.measurement(isFactor ? .number : .share, bounds)
    if bounds == nil { result.unbounded = .divisor(Commitment.baselineName) }
    return result
  }
}

extension PartsProblem {
  /// Nothing grows from nothing.
  package static let noGrowth = PartsProblem(
    .wrong(
      "the baseline is zero or less, so nothing can be said of growth",
      help: "choose another baseline, or a target such as \"+25m over baseline\""))
}
