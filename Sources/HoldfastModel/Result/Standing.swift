public import Exact

/// How a miss stands to what an earlier report said of the same promise.
public enum Standing: String, Sendable, CaseIterable {
  /// It was missed, or could not be told, before, and is no further from the target: it does not
  /// stop the run.
  case noWorse = "no_worse"
  /// It is worse than it was.
  case worse
  /// The earlier report does not speak of it.
  case new
  /// The earlier report holds it to other terms, so that nothing can be said of better or worse.
  case changed
}

/// The earlier report that a run is held against.
public struct EarlierRun: Sendable {
  /// The file.
  public var file: String
  /// The SHA-256 digest of its bytes, as hexadecimal digits.
  public var digest: String
  /// The day that it speaks about.
  public var asOf: CivilDate
  /// Findings that it has and the run has not, though it evaluated all packs: nobody can say that
  /// they are no worse.
  public var gone: [String]

  /// An earlier report.
  public init(file: String, digest: String, asOf: CivilDate, gone: [String]) {
    self.file = file
    self.digest = digest
    self.asOf = asOf
    self.gone = gone
  }
}
