public import Exact
public import HoldfastModel

/// A kind of evaluation: two pure functions around a tally.
///
/// A checker asks for aggregates and concludes a measurement with bounds. It sees no row and no
/// file, and never says pass: the engine holds the target against what it measured.
public protocol Checker: Sendable {
  /// What the checker says of itself.
  var declaration: CheckerDeclaration { get }

  /// What it wants counted for a commitment.
  func plan(_ commitment: Commitment) -> Set<Aggregate>

  /// What it measures; throws where a number leaves 128 bits.
  func conclude(_ slice: Slice, _ context: CheckerContext) throws(ExactError) -> Measurement
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

  /// What an unknown `where` does.
  public var missing: MissingRule
  /// Which way is good; nil for exact targets and ranges.
  public var direction: Direction?
  /// The unit of the measure; rows where there is none.
  public var measureUnit: Measurement.Unit

  /// A context.
  public init(missing: MissingRule, direction: Direction?, measureUnit: Measurement.Unit) {
    self.missing = missing
    self.direction = direction
    self.measureUnit = measureUnit
  }
}

/// The checkers that are built in: one line each.
public enum Checkers {
  /// All of them, by keyword.
  public static let all: [any Checker] = [
    CountChecker(),
    EveryChecker(),
    MeanChecker(),
    ShareChecker(),
    TotalChecker(),
  ]

  /// The checker of a keyword.
  public static func named(_ keyword: String) -> (any Checker)? {
    all.first { $0.declaration.keyword == keyword }
  }
}
