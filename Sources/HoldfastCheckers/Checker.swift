public import Exact
public import HoldfastModel

/// A kind of evaluation.
///
/// A checker never says pass: the engine holds the target against what it measured. It is a
/// `RowChecker`, which counts rows, or a `PartsChecker`, which makes one number of several.
public protocol Checker: Sendable {
  /// What the checker says of itself.
  var declaration: CheckerDeclaration { get }
}

/// A kind of evaluation that counts rows: two pure functions around a tally.
///
/// It asks for aggregates and concludes a measurement with bounds. It sees no row and no file.
public protocol RowChecker: Checker {
  /// What it wants counted for a commitment.
  func plan(_ commitment: Commitment) -> Set<Aggregate>

  /// What it measures; throws where a number leaves 128 bits.
  func conclude(_ slice: Slice, _ context: CheckerContext) throws(ExactError) -> Measurement
}

/// A kind of evaluation that makes one measurement of those of its parts.
public protocol PartsChecker: Checker {
  /// What it measures; throws where a number leaves 128 bits, or the parts make no number.
  func conclude(
    _ parts: PartMeasurements, _ context: CheckerContext
  ) throws(PartsProblem) -> Measurement
}

/// What a checker may know of a commitment when it concludes.
public struct CheckerContext: Sendable {
  /// Which way the target wants the value to go.
  public enum Direction: Sendable {
    /// Up: `>=`, `>`.
    case high
    /// Down: `<=`, `<`.
    case low
  }

  /// The commitment.
  public var commitment: Commitment
  /// What an unknown `where` does.
  public var missing: MissingRule
  /// Which way is good; nil for exact targets and ranges.
  public var direction: Direction?
  /// The unit of the measure; rows where there is none.
  public var measureUnit: Measurement.Unit
  /// The day of the run.
  public var asOf = CivilDate.range.upperBound
  /// Whether the rows are about persons, so that none of their texts may be told.
  public var isPersonal = false

  /// A context.
  public init(
    _ commitment: Commitment, missing: MissingRule, direction: Direction?,
    measureUnit: Measurement.Unit
  ) {
    self.commitment = commitment
    self.missing = missing
    self.direction = direction
    self.measureUnit = measureUnit
  }
}

/// The checkers that are built in: one line each.
public enum Checkers {
  /// All of them, by keyword.
  public static let all: [any Checker] = [
    CompositeChecker(),
    ConcentrationChecker(),
    CountChecker(),
    CoverageChecker(),
    DistinctChecker(),
    EveryChecker(),
    EvidenceChecker(),
    FigureChecker(),
    GapChecker(),
    GrowthChecker(),
    MeanChecker(),
    MedianChecker(),
    MilestoneChecker(),
    MultiplierChecker(),
    QuantileChecker(),
    RatioChecker(),
    ShareChecker(),
    TotalChecker(),
    UniqueChecker(),
    ValueChecker(),
  ]

  /// What all of them say of themselves.
  public static let declarations = all.map(\.declaration)

  /// The same, by keyword.
  public static let book = CheckerBook(declarations)

  private static let places = Dictionary(
    declarations.enumerated().map { ($1.keyword, $0) }, uniquingKeysWith: { first, _ in first })

  /// The checker of a keyword.
  public static func named(_ keyword: String) -> (any Checker)? { places[keyword].map { all[$0] } }

  /// What the checker of a keyword says of itself.
  public static func declaration(of keyword: String) -> CheckerDeclaration? {
    places[keyword].map { declarations[$0] }
  }

  /// The checker of a keyword, where it counts rows.
  public static func counting(_ keyword: String) -> (any RowChecker)? {
    named(keyword) as? any RowChecker
  }
}
