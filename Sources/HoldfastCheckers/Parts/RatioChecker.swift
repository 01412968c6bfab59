import Exact
public import HoldfastModel

/// One number over another, which may be of different datasets.
public struct RatioChecker: PartsChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "ratio", summary: "one number over another, which may be of another dataset",
      keys: [.target: .required, .missing: .optional], unit: .ratio,
      missingRules: [.unknown, .exclude])
    result.partNames = [
      .init("numerator", .required, means: "what is divided"),
      .init("denominator", .required, means: "what it is divided by"),
    ]
    result.derive = { commitment in
      ["numerator", "denominator"].compactMap { name in
        commitment.parts[name].map { CommitmentPart(name, $0) }
      }
    }
    return result
  }

  /// The quotient.
  public func conclude(
    _ parts: PartMeasurements, _ context: CheckerContext
  ) throws(PartsProblem) -> Measurement {
    let numerator = try parts.bounds("numerator")
    let denominator = try parts.bounds("denominator")
    let unit: Measurement.Unit = context.commitment.isInPercent ? .share : .number
    guard denominator.upper.signum > 0 else {
      var result = parts.measurement(unit, nil)
      result.unbounded = .divisor("denominator")
      return result
    }
    let quotient = try exactly { () throws(ExactError) in try numerator.divided(by: denominator) }
    var result = parts.measurement(unit, quotient)
    if quotient == nil { result.unbounded = .divisor("denominator") }
    return result
  }
}
