import Exact
import HoldfastModel

/// What people say to a finding: the exception that holds, and what parties answered.
extension Explanation {
  /// Until when it may be missed, by whose leave and why, and what would be without.
  var waived: [String] {
    guard let applied = finding.waiver else { return [] }
    let waiver = applied.waiver
    return [
      "Waived until \(waiver.expires)\(applied.endsSoon ? ", which is soon" : ""): "
        + "\(waiver.reason.withoutStop). Approved by \(waiver.approver) on \(waiver.issued); "
        + "\(waiver.owner) answers for it. Without the waiver: \(applied.otherwise.words)."
    ]
  }

  /// What parties answered.
  var answers: [String] { finding.responses.map(ResponseWords.sentence) }

  /// The verdict in words with the number behind it, and of a waived finding until when and why.
  var summary: String { ([headline] + waived).joined(separator: " ") }

  /// The waiver as names and values, for formats that have properties.
  var waiverFacts: [(String, String)] {
    guard let applied = finding.waiver else { return [] }
    let waiver = applied.waiver
    return [
      ("waived_until", waiver.expires.description), ("waiver_issued", waiver.issued.description),
      ("waiver_reason", waiver.reason), ("waiver_approver", waiver.approver),
      ("waiver_owner", waiver.owner), ("verdict_without_waiver", applied.otherwise.rawValue),
    ]
  }
}

extension String {
  /// The text without the full stop at its end, to go on in a sentence.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
