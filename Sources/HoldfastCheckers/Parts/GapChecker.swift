import Exact
public import HoldfastModel

/// How far groups are from each other, or from their parts of another population.
public struct GapChecker: PartsChecker {
  /// The checker.
  public init() {}

  private static let rate = "rate"
  private static let here = "here"
  private static let there = "compared_with"

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "gap",
      summary: "how far the rates of groups are apart, or their parts from those of another "
        + "population",
      keys: [
        .measure: .optional, .condition: .optional, .target: .required, .missing: .optional,
        .per: .required,
      ], unit: .share, missingRules: [.unknown, .exclude])
    result.options = [
      CheckerOption(
        "as", .optional, .word(["difference", "ratio"]),
        means: "the largest difference in points, or the worst over the best; a difference if "
          + "left out")
    ]
    result.partNames = [
      .init(Self.there, .optional, means: "the population whose parts the groups are held against")
    ]
    result.comparesGroups = true
    result.derive = { commitment in
      guard let other = commitment.parts[Self.there] else {
        return [commitment.part(Self.rate, check: "share")]
      }
      let keyword = commitment.measure == nil ? "count" : "total"
      return [commitment.part(Self.here, check: keyword), CommitmentPart(Self.there, other)]
    }
    return result
  }

  /// The largest gap.
  public func conclude(
    _ parts: PartMeasurements, _ context: CheckerContext
  ) throws(PartsProblem) -> Measurement {
    let isRatio = context.commitment.word("as") == "ratio"
    let isCompared = context.commitment.parts[Self.there] != nil
    let here = parts.groups(isCompared ? Self.here : Self.rate)
    guard Set(here.map { TextKey($0.group) }).count > 1 else {
      return Self.untold(parts, .tooFewGroups)
    }
    // Rows of unknown group may be all of a group that no other row has, or of several.
    let open = here.lazy.compactMap(\.measurement.elsewhere).first
    if !isCompared, let open, open.hasVoids {
      return Self.untold(parts, .divisor("whole of a further group, of rows without a group,"))
    }
    let bounds = try exactly { () throws(ExactError) in
      try isCompared
        ? Self.apart(Self.pairs(here, parts.groups(Self.there)), isRatio: isRatio)
        : Self.apart(here, further: open?.rows ?? 0, isRatio: isRatio)
    }
    guard let bounds else {
      return Self.untold(parts, .divisor(isCompared ? "whole of a side" : "best rate"))
    }
    return parts.measurement(.share, bounds)
  }

  private static func untold(
    _ parts: PartMeasurements, _ reason: Measurement.Unbounded
  ) -> Measurement {
    var result = parts.measurement(.share, nil)
    result.unbounded = reason
    return result
  }

  /// How far rates are apart, where each of some further groups may have any; two of them can be as
  /// far apart as more.
  private static func apart(
    _ groups: [PartMeasurements.Entry], further: Int, isRatio: Bool
  ) throws(ExactError) -> Measurement.Bounds? {
    let gap = RateGap(
      groups.compactMap(\.measurement.bounds),
      Array(repeating: Measurement.Bounds(.zero, Rational(1)), count: min(further, 2)))
    return try isRatio ? gap.worstOverBest() : gap.spread()
  }

  /// How far parts of the whole here are from those there.
  private static func apart(
    _ pairs: [(here: Measurement.Bounds?, there: Measurement.Bounds?)], isRatio: Bool
  ) throws(ExactError) -> Measurement.Bounds? {
    try isRatio ? leastRatio(pairs) : largestDifference(pairs)
  }

  /// Each group's part of the whole here and there; a group that is missing on a side has none.
  private static func pairs(
    _ here: [PartMeasurements.Entry], _ there: [PartMeasurements.Entry]
  ) throws(ExactError) -> [(here: Measurement.Bounds?, there: Measurement.Bounds?)] {
    let (mine, others) = (try shares(here), try shares(there))
    let names = Set(mine.keys).union(others.keys).sorted()
    let (none, nobody) = (try share(elsewhere: here), try share(elsewhere: there))
    var result = names.map { (mine[$0, default: none], others[$0, default: nobody]) }
    // A group that stands nowhere yet; what part it is may be as little known as that of others.
    if none?.upper != .zero || nobody?.upper != .zero { result.append((none, nobody)) }
    return result.map { (here: $0, there: $1) }
  }

  /// The part of the whole that a group without known rows may be.
  private static func share(
    elsewhere groups: [PartMeasurements.Entry]
  ) throws(ExactError) -> Measurement.Bounds? {
    guard let open = groups.first(where: { $0.measurement.elsewhere != nil }) else {
      return Measurement.Bounds(.zero)
    }
    guard let own = open.measurement.elsewhere?.bounds else { return nil }
    var rest = Measurement.Bounds(.zero)
    for entry in groups {
      if let bounds = entry.measurement.bounds { rest = try rest.adding(bounds) }
    }
    return try share(own, of: rest)
  }

  /// The part of the whole that each group is.
  private static func shares(
    _ groups: [PartMeasurements.Entry]
  ) throws(ExactError) -> [TextKey: Measurement.Bounds?] {
    var result: [TextKey: Measurement.Bounds?] = [:]
    for (place, entry) in groups.enumerated() {
      guard let own = entry.measurement.bounds else { continue }
      var rest = Measurement.Bounds(.zero)
      for (other, entry) in groups.enumerated() where other != place {
        if let bounds = entry.measurement.bounds { rest = try rest.adding(bounds) }
      }
      // What may be of this group may as well be of one that no known row has.
      if groups.count == 1, let open = entry.measurement.elsewhere?.bounds {
        rest = try rest.adding(open)
      }
      result[TextKey(entry.group)] = .some(try share(own, of: rest))
    }
    return result
  }

  /// `own / (own + rest)`, which grows with the one and falls with the other.
  private static func share(
    _ own: Measurement.Bounds, of rest: Measurement.Bounds
  ) throws(ExactError) -> Measurement.Bounds? {
    // A whole that may be nothing has no parts.
    guard own.lower.signum >= 0, rest.lower.signum >= 0,
      try own.lower.adding(rest.lower).signum > 0
    else { return nil }
    return try Measurement.Bounds(
      own.lower.divided(by: own.lower.adding(rest.upper)),
      own.upper.divided(by: own.upper.adding(rest.lower)))
  }

  private static func largestDifference(
    _ pairs: [(here: Measurement.Bounds?, there: Measurement.Bounds?)]
  ) throws(ExactError) -> Measurement.Bounds? {
    var result: Measurement.Bounds?
    for (here, there) in pairs {
      guard let here, let there else { return nil }
      let gap = try here.subtracting(there).magnitude
      result = .init(
        max(result?.lower ?? gap.lower, gap.lower), max(result?.upper ?? gap.upper, gap.upper))
    }
    return result
  }

  private static func leastRatio(
    _ pairs: [(here: Measurement.Bounds?, there: Measurement.Bounds?)]
  ) throws(ExactError) -> Measurement.Bounds? {
    var result: Measurement.Bounds?
    for (here, there) in pairs {
      guard let here, let there else { return nil }
      // A group that is not there cannot be represented too little.
      if there.upper == .zero { continue }
      guard let ratio = try here.divided(by: there) else { return nil }
      result = .init(
        min(result?.lower ?? ratio.lower, ratio.lower),
        min(result?.upper ?? ratio.upper, ratio.upper))
    }
    return result
  }
}
