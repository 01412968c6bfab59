public import Exact

/// What will change on a day to come though no row does, and may turn a verdict then.
public struct Upcoming: Sendable, Hashable {
  /// What changes.
  public enum Kind: String, Sendable, CaseIterable {
    /// Another target comes into force.
    case target
    /// A miss no longer only reports.
    case due
    /// A waiver that is used ends.
    case waiverEnds = "waiver_ends"
    /// A waiver of what does not pass begins.
    case waiverBegins = "waiver_begins"
    /// An attestation that is relied on no longer holds.
    case attestationEnds = "attestation_ends"
    /// The pack comes into force.
    case packBegins = "pack_begins"
    /// The pack is no longer in force.
    case packEnds = "pack_ends"
  }

  /// How many days ahead reports look.
  public static let horizon = 366

  /// What changes.
  public var kind: Kind
  /// The commitment, with its group where only that is meant: `cleveland/CLE-1`; of a pack its name.
  public var commitment: String
  /// The first day on which it is otherwise.
  public var from: CivilDate
  /// The target as written; nil where it is no target that changes.
  public var target: String?
  /// The first day of a run on which a target decides, where its period ends later than it begins;
  /// nil where that is the same day, or too far away to be told.
  public var decides: CivilDate?
  /// What changes in words, without a full stop; empty of a target.
  public var says: String

  /// A target to come.
  public init(commitment: String, from: CivilDate, target: String) {
    (kind, self.commitment, self.from, self.target) = (.target, commitment, from, target)
    says = ""
  }

  /// Something else to come.
  public init(_ kind: Kind, of commitment: String, from: CivilDate, says: String) {
    (self.kind, self.commitment, self.from, self.says) = (kind, commitment, from, says)
  }

  /// Whether the left one comes first; of one day by commitment.
  public static func precedes(_ left: Upcoming, _ right: Upcoming) -> Bool {
    (left.from, left.commitment, left.kind.rawValue, left.says)
      < (right.from, right.commitment, right.kind.rawValue, right.says)
  }
}
