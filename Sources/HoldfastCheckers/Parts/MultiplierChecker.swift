import Exact
public import HoldfastModel

/// The local multiplier of the New Economics Foundation (LM3): what an income comes to after three
/// rounds of spending, over that income.
public struct MultiplierChecker: PartsChecker {
  /// The checker.
  public init() {}

  private static let names = ["income", "local", "answered", "respent"]

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "multiplier",
      summary: "(income + local + respent) / income: the local multiplier LM3",
      keys: [.target: .required, .missing: .optional], unit: .number,
      missingRules: [.unknown, .exclude])
    result.partNames = [
      .init("income", .required, means: "the first round: the income or budget"),
      .init("local", .required, means: "the second round: what of it is spent locally"),
      .init(
        "answered", .required,
        means: "the part of the second round whose recipients answered the survey"),
      .init(
        "respent", .required,
        means: "the third round: what those who answered spent locally of what they received"),
    ]
    result.options = [
      CheckerOption(
        "minimum_coverage", .optional, .percent,
        means: "how much of the second round has to be answered for, so that anything is said")
    ]
    result.derive = { commitment in
      Self.names.compactMap { name in commitment.parts[name].map { CommitmentPart(name, $0) } }
    }
    return result
  }

  /// The multiplier. Recipients who did not answer may have spent all locally that they received,
  /// or nothing: nothing is assumed of them.
  public func conclude(
    _ parts: PartMeasurements, _ context: CheckerContext
  ) throws(PartsProblem) -> Measurement {
    let (income, local) = (try parts.bounds("income"), try parts.bounds("local"))
    let (answered, respent) = (try parts.bounds("answered"), try parts.bounds("respent"))
    let wanted = context.commitment.fraction("minimum_coverage")
    return try exactly { () throws(ExactError) in
      var result = parts.measurement(.number, nil)
      guard income.lower.signum > 0 else {
        result.unbounded = .divisor("income")
        return result
      }
      if let wanted {
        let covered =
          local.upper.signum > 0 ? try answered.lower.divided(by: local.upper) : Rational(1)
        guard covered >= Rational(wanted) else {
          result.unbounded = .coverage(answered: covered, wanted: wanted)
          return result
        }
      }
      let silent = try local.subtracting(answered)
      let third = Measurement.Bounds(
        respent.lower, try respent.upper.adding(max(.zero, silent.upper)))
      // (R1 + R2 + R3) / R1 is 1 + (R2 + R3) / R1, in which the income stands once.
      let rounds = try local.adding(third).divided(by: income)
      result.bounds = try rounds?.adding(.init(Rational(1)))
      return result
    }
  }
}
