import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel

/// What the rows of one institution add to a commitment that several hold together.
struct Contribution {
  /// The institution's name.
  let institution: String
  /// How its rows are concluded from.
  var conclusion: Conclusion
  /// What was learned of them.
  let tally: Tally
  /// The days that the commitment speaks of.
  let period: Period
  /// What was said of the institution alone.
  let findings: [Finding]

  init(_ judgement: Judgement, _ findings: [Finding], of institution: String) {
    self.institution = institution
    self.findings = findings
    conclusion = judgement.conclusion(draw: Self.draw)
    tally = judgement.tally
    period = judgement.calendar.period(
      judgement.commitment.commitment.period, asOf: judgement.asOf)
  }

  /// A joint line is a number; what else there is, an institution is held to alone.
  private static func draw(_ aim: Aim, _: CheckedCommitment, _: String) -> DrawnLine {
    switch aim {
    case .line(let line): .line(line, from: [])
    case .open(let target):
      .wrong(
        Diagnostic("a joint target is a number", at: target.target.span, help: nil), from: [])
    }
  }

  var commitment: CheckedCommitment { conclusion.commitment }

  /// The rows that count or may count for a group, or for the whole where it is empty.
  func slice(of group: String) throws(ExactError) -> Slice {
    try tally.slice(of: conclusion.dataset.periodBy == nil ? nil : period, group: group)
  }

  /// What was said of a group of the institution alone, or of the whole where there are none.
  func finding(of group: String) -> Finding? {
    findings.first { $0.group.map { TextKey($0) == TextKey(group) } ?? true }
  }

  /// Why nothing can be told of the institution's part; nil where it can.
  func obstacle(for group: String) -> Finding? {
    guard let finding = finding(of: group) else { return nil }
    if finding.verdict == .error { return finding }
    switch finding.cause {
    // An institution without a row is more likely one whose file is of another year.
    case .filesMissing, .controlTotal, .literalNeverHeld, .snapshotAfterAsOf,
      .snapshotOutsidePeriod, .suppressed, .nothingSelected, .groupWithoutRows:
      return finding
    default: return nil
    }
  }
}
