import Diagnostics
import HoldfastModel

/// Keeps a row from counting for two commitments: with `counted_once_with` a row that another one
/// counts does not hold here.
struct OnceRule {
  private let commitments: [Commitment]
  private let problems: Problems

  init(_ commitments: [Commitment], _ problems: Problems) {
    (self.commitments, self.problems) = (commitments, problems)
  }

  /// The commitment with the rows of those it names taken out of its condition.
  func applied(to commitment: Commitment) -> Commitment {
    var result = commitment
    for name in commitment.countedOnceWith {
      guard let other = other(name, than: commitment) else { continue }
      let counted =
        ([other.among, other.condition].compactMap { $0 }.map { "(\($0.text))" }
        + other.leaveOut.map { "!(\($0.when.text))" }).joined(separator: " && ")
      let own = result.condition.map { "(\($0.text)) && " } ?? ""
      result.condition = ExpressionText("\(own)!(\(counted))") { _ in name.span }
    }
    return result
  }

  private func other(_ name: Located<String>, than commitment: Commitment) -> Commitment? {
    guard let other = commitments.first(where: { $0.id == name.value }) else {
      problems.add(
        "the pack has no commitment '\(name.value)'", at: name.span,
        help: Nearest.hint(for: name.value, in: commitments.map(\.id)))
      return nil
    }
    let reason: String? =
      if other.dataset.value != commitment.dataset.value {
        "it counts rows of another dataset"
      } else if other.countedOnceWith.contains(where: { $0.value == commitment.id }) {
        "it names this one likewise, and one of them has to count first"
      } else if commitment.dataset.value.isEmpty || !commitment.parts.isEmpty {
        "it is made of parts that have conditions of their own"
      } else if other.period != commitment.period {
        "it counts rows of another time"
      } else if !other.parts.isEmpty {
        "that one is made of parts"
      } else if other.condition == nil && other.among == nil {
        "it counts every row, so that none would be left"
      } else {
        nil
      }
    guard let reason else { return other }
    problems.add(
      "'\(commitment.id)' cannot be counted once with '\(name.value)': \(reason)", at: name.span)
    return nil
  }
}
