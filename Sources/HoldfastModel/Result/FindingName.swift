public import Diagnostics

/// What a waiver or a response speaks of, as a person wrote it: a commitment of a pack, and perhaps
/// one of its groups.
public struct FindingName: Sendable {
  /// The pack's name.
  public var pack: String
  /// The commitment's id.
  public var id: String
  /// The group; nil means every group, or the commitment as a whole.
  public var group: String?
  /// Where the commitment is written.
  public var span: SourceSpan
  /// Where the group is written; the same place where both stand in one text.
  public var groupSpan: SourceSpan

  /// A commitment, and perhaps a group of it.
  public init(
    pack: String, id: String, group: String?, span: SourceSpan, groupSpan: SourceSpan? = nil
  ) {
    (self.pack, self.id, self.group, self.span) = (pack, id, group, span)
    self.groupSpan = groupSpan ?? span
  }

  /// The commitment without its group: `cleveland/CLE-1`.
  public var commitment: String { "\(pack)/\(id)" }

  /// The same as findings are named: `cleveland/CLE-1[Estates]`.
  public var text: String { commitment + (group.map { "[\($0)]" } ?? "") }

  /// Whether a finding is of this commitment, whatever its group.
  public func isCommitment(of finding: Finding) -> Bool {
    TextKey(finding.pack) == TextKey(pack) && TextKey(finding.id) == TextKey(id)
  }

  /// Whether a finding is spoken of: of this commitment, and of this group if one is named.
  public func covers(_ finding: Finding) -> Bool {
    guard isCommitment(of: finding) else { return false }
    guard let group else { return true }
    return finding.group.map { TextKey($0) == TextKey(group) } ?? false
  }

  /// Whether some finding is spoken of by both.
  public func overlaps(_ other: FindingName) -> Bool {
    guard TextKey(commitment) == TextKey(other.commitment) else { return false }
    guard let group, let theirs = other.group else { return true }
    return TextKey(group) == TextKey(theirs)
  }
}
