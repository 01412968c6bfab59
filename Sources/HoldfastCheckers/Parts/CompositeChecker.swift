import Exact
public import HoldfastModel

/// How many of some commitments are met, each with its weight, or the points that they earn.
public struct CompositeChecker: PartsChecker {
  /// The checker.
  public init() {}

  private static let members = "members"

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "composite",
      summary: "how many of its members are met, each with its weight, or the points they earn",
      keys: [.target: .optional], unit: .number)
    result.keys[.baseline] = nil
    result.keys[.per] = nil
    result.options = [
      CheckerOption(
        Self.members, .required, .members,
        means: "ids of commitments; or each with `weight`, or with `points` and the share "
          + "`full_at` that earns them all")
    ]
    result.isWithoutRows = true
    result.derive = { _ in [] }
    return result
  }

  /// The sum of what members earn; a member that cannot be told may earn nothing or all.
  public func conclude(
    _ parts: PartMeasurements, _ context: CheckerContext
  ) throws(PartsProblem) -> Measurement {
    let members = context.commitment.members(Self.members)
    var sum = Measurement.Bounds(.zero)
    var whole = Rational.zero
    for member in members {
      let score = try parts.bounds(member.id.value)
      let weight = Measurement.Bounds(Rational(member.weight))
      (sum, whole) = try exactly { () throws(ExactError) in
        (try sum.adding(score.multiplied(by: weight)), try whole.adding(weight.lower))
      }
    }
    var result = parts.measurement(.number, sum)
    result.ownLine = TargetLine(.atLeast, [whole], text: Self.all(members))
    return result
  }

  private static func all(_ members: [CheckerOption.Member]) -> String {
    members.contains { $0.fullAt != nil } ? "all points" : "all \(members.count)"
  }
}
