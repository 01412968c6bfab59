public import Diagnostics
public import HoldfastModel

/// A kind of evaluation outside the program: a plugin that is asked.
///
/// It may fail at any time; then the commitment could not be evaluated.
public protocol OutsideChecker: Checker {
  /// What it wants counted for a commitment.
  func plan(_ commitment: Commitment) throws(OutsideProblem) -> Set<Aggregate>

  /// What it measures of the rows of one group.
  func conclude(
    _ slice: Slice, of group: String?, _ context: CheckerContext
  ) throws(OutsideProblem) -> Measurement
}

/// Why a checker outside the program gave no answer.
public struct OutsideProblem: Error, Sendable {
  /// What happened and what to do, at the place of the commitment.
  public let diagnostic: Diagnostic

  /// A problem.
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
