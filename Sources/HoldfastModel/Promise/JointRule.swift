public import Diagnostics

/// A line that several institutions promised to reach together.
public struct JointRule: Sendable {
  /// The line, and when it is in force.
  public var schedule: [ScheduledTarget]
  /// The names of those that promised it; nil takes the institutions of the run.
  public var institutions: [Located<String>]?
  /// Where it is written.
  public var span: SourceSpan

  /// A line of several institutions.
  public init(
    schedule: [ScheduledTarget], institutions: [Located<String>]? = nil, span: SourceSpan
  ) {
    self.schedule = schedule
    self.institutions = institutions
    self.span = span
  }
}

extension Commitment {
  /// Whether no institution is held to it alone.
  public var isJointOnly: Bool { joint != nil && schedule.isEmpty && !isTemplate }
}
