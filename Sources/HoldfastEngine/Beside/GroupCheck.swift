import Diagnostics
import HoldfastModel

/// Finds groups that are spoken of and do not exist, once the data has said which ones do.
struct GroupCheck {
  private let findings: [Finding]
  /// What speaks of the group, for messages: "the waiver".
  private let what: String

  init(_ findings: [Finding], what: String) { (self.findings, self.what) = (findings, what) }

  /// What is wrong with the group of a name; nil where it exists, or nothing can be said since the
  /// commitment was not split into groups in this run.
  func problem(of name: FindingName) -> Diagnostic? {
    guard let group = name.group else { return nil }
    let own = findings.filter { name.isCommitment(of: $0) }
    let groups = own.compactMap(\.group)
    // A group whose name is kept back may be the one that is meant.
    guard !groups.isEmpty, !own.contains(where: \.isVeiled),
      !groups.contains(where: { TextKey($0) == TextKey(group) })
    else { return nil }
    let some = groups.prefix(5).joined(separator: ", ") + (groups.count > 5 ? ", ..." : "")
    return Diagnostic(
      "'\(name.commitment)' has no group '\(group)', so \(what) speaks of nothing",
      at: name.groupSpan,
      help: Nearest.hint(for: group, in: groups) ?? "the groups of this run are \(some)")
  }
}
