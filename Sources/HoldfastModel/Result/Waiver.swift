public import Exact

/// A dated exception: somebody approved that a commitment may be missed until a day, and another
/// person answers for that.
public struct Waiver: Sendable {
  /// How many days after the one of issue a waiver may hold at most.
  public static let longest = 366
  /// How many days before its end a waiver is said to end soon.
  public static let notice = 30

  /// What may be missed.
  public var name: FindingName
  /// Why.
  public var reason: String
  /// Who allowed it.
  public var approver: String
  /// Who answers for it; another person than the approver.
  public var owner: String
  /// The first day on which it holds.
  public var issued: CivilDate
  /// The last day on which it holds.
  public var expires: CivilDate

  /// A waiver.
  public init(
    name: FindingName, reason: String, approver: String, owner: String, issued: CivilDate,
    expires: CivilDate
  ) {
    (self.name, self.reason, self.approver, self.owner) = (name, reason, approver, owner)
    (self.issued, self.expires) = (issued, expires)
  }

  /// Whether it holds on a day.
  public func holds(on day: CivilDate) -> Bool { issued <= day && day <= expires }

  /// Whether it holds on a day, and for few days more.
  public func endsSoon(after day: CivilDate) -> Bool {
    holds(on: day) && Int(expires.days) - Int(day.days) <= Self.notice
  }
}

/// A waiver that turned a verdict into `waived`.
public struct AppliedWaiver: Sendable {
  /// The waiver.
  public var waiver: Waiver
  /// What the verdict would be without it: fail or indeterminate.
  public var otherwise: Verdict
  /// Whether it ends within thirty days of the day of the run.
  public var endsSoon: Bool

  /// A waiver over a verdict.
  public init(waiver: Waiver, otherwise: Verdict, endsSoon: Bool) {
    (self.waiver, self.otherwise, self.endsSoon) = (waiver, otherwise, endsSoon)
  }
}

extension Finding {
  /// What is said where no waiver is looked at.
  public var verdictWithoutWaiver: Verdict { waiver?.otherwise ?? verdict }
}
