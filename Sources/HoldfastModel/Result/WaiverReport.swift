/// What became of a waiver by the day of a run.
public enum WaiverState: String, Sendable, CaseIterable {
  /// It turned a verdict into `waived`.
  case used
  /// What it is of passes without it, or does not apply.
  case unneeded
  /// What it is of was not evaluated in this run.
  case unused
  /// What it is of could not be evaluated, and an error is never waived.
  case error
  /// What it is of is promised jointly, which one institution's waiver does not change.
  case joint
  /// Its last day has passed.
  case expired
  /// Its first day is yet to come.
  case notBegun = "not_begun"
}

/// The waivers of an institution with what became of each.
public struct WaiverReport: Sendable {
  /// A waiver and what became of it.
  public struct Entry: Sendable {
    /// The waiver.
    public var waiver: Waiver
    /// What became of it.
    public var state: WaiverState
    /// The findings that it is of, in the order of the report.
    public var findings: [String]
    /// Whether the commitment is also held jointly, which stays as it is.
    public var isAlsoJoint: Bool
    /// Whether it holds, and ends within thirty days.
    public var endsSoon: Bool

    /// A waiver and what became of it.
    public init(
      waiver: Waiver, state: WaiverState, findings: [String], isAlsoJoint: Bool, endsSoon: Bool
    ) {
      (self.waiver, self.state, self.findings) = (waiver, state, findings)
      (self.isAlsoJoint, self.endsSoon) = (isAlsoJoint, endsSoon)
    }
  }

  /// The file, by the path that the reader knows.
  public var file: String
  /// The SHA-256 digest of its bytes, as hexadecimal digits.
  public var digest: String
  /// The waivers, in the order of the file.
  public var entries: [Entry]

  /// The waivers of a file.
  public init(file: String, digest: String, entries: [Entry]) {
    (self.file, self.digest, self.entries) = (file, digest, entries)
  }
}
