import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// Keeps the cells of single persons out of a finding: numbers of rows may be told, amounts only
/// over enough of them.
struct Privacy {
  let slice: Slice
  /// Whether few persons of a part could be worked out from the whole and the other parts.
  var hasFewInParts = false

  /// Rounds outward what would tell a number of one person, or what few persons come to together:
  /// whoever knows the whole could work it out from the part.
  func round(_ measurement: inout Measurement) throws(ExactError) {
    switch measurement.form {
    case .rank:
      measurement.bounds = try measurement.bounds?.coarse()
      measurement.remarks.append("Rounded outward, since the number is that of a person.")
    case .keys where measurement.unit != .rows:
      try roundToHundredths(&measurement)
    case .quotient where !measurement.countsRows && isTelling:
      try roundToHundredths(&measurement)
    case .mean where !measurement.countsRows && isTelling:
      measurement.bounds = try measurement.bounds?.coarse()
      measurement.remarks.append(Self.roundedForFew)
    default: break
    }
  }

  private func roundToHundredths(_ measurement: inout Measurement) throws(ExactError) {
    measurement.bounds = try measurement.bounds?.inHundredths()
    measurement.remarks.append(Self.roundedForFew)
  }

  private static let roundedForFew = "Rounded outward, since it would tell of few persons."

  /// Whether any kind of rows that a number is made of is of few persons.
  private var isTelling: Bool {
    hasFewInParts
      || RowClass.Membership.allCases.contains { membership in
        RowClass.Condition.allCases.contains { isFew(rows(membership, $0)) }
      }
  }

  /// Withholds what tells of too few persons.
  func apply(to finding: inout Finding) {
    finding.leftOut = finding.leftOut.mapValues(withheld)
    finding.unmatched = finding.unmatched.mapValues(withheld)
    finding.outside = withheld(finding.outside)
    guard let measurement = finding.measurement, measurement.selected > 0,
      !measurement.countsRows
    else { return }
    let isSumOfFew = measurement.form != .quotient && isFew(rows(.certain, .holds))
    if isFew(slice.selected) || isSumOfFew {
      let verdict = finding.verdict
      finding = Suppression.hidden(finding)
      // Of a group that is large enough, the sum of few is withheld, but not that it fails.
      if !isFew(slice.selected), verdict != .pass { finding.verdict = verdict }
    } else if isTelling {
      finding.measurement?.isWithheld = true
      finding.headroom = nil
      finding.shortfall = nil
      // The rows that would settle it are counted by the exact number.
      finding.settlesPass = nil
      finding.settlesFail = nil
    }
  }

  private func rows(_ membership: RowClass.Membership, _ condition: RowClass.Condition) -> Int {
    RowClass.all.filter { $0.membership == membership && $0.condition == condition }
      .reduce(0) { $0 + slice.sums[$1.index].rows }
  }

  /// Whether rows are so few that their sum tells of one of them.
  private func isFew(_ rows: Int) -> Bool { rows > 0 && rows < Suppression.minimum }

  private func withheld(_ sum: RowSum) -> RowSum {
    sum.rows < Suppression.minimum ? Self.counted(sum) : sum
  }

  /// Rows without what they come to.
  private static func counted(_ sum: RowSum) -> RowSum {
    var result = RowSum()
    result.rows = sum.rows
    return result
  }

  /// Sums over several, of which those are withheld that one of them withholds: it could be worked
  /// out from the others.
  static func withheld(
    _ sums: [String: RowSum], where parts: [[String: RowSum]]
  ) -> [String: RowSum] {
    sums.reduce(into: [:]) { result, entry in
      let rows = parts.map { $0[entry.key]?.rows ?? 0 }
      let isTelling = rows.contains { $0 > 0 && $0 < Suppression.minimum }
      result[entry.key] = isTelling ? counted(entry.value) : entry.value
    }
  }
}

extension CheckedCommitment {
  /// Whether only digests may be kept of what tells its rows apart: tallies go from hand to hand.
  func hidesKeys(in dataset: Dataset) -> Bool {
    let needsTexts =
      commitment.outside?.needsTexts
      ?? (Checkers.declaration(of: commitment.check.value)?.needsTexts == true)
    return !needsTexts && isPersonal(in: dataset)
  }

  /// Whether what it reads is about persons.
  func isPersonal(in dataset: Dataset) -> Bool {
    dataset.isPersonal || slots.contains { schema.slots[$0].column?.isPersonal == true }
  }
}
