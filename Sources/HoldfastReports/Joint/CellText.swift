import Exact
import HoldfastModel

/// What stands in a cell of a matrix.
struct CellText {
  let cell: Matrix.Cell

  /// The verdict; of groups the worst, with how many have it.
  var verdict: String {
    guard let verdict = cell.verdict else { return "-" }
    let groups = cell.findings.count { $0.group != nil }
    guard groups > 0 else { return verdict.words }
    let same = cell.findings.count { $0.verdict == verdict }
    return "\(verdict.words) (\(same) of \(groups))"
  }

  /// The number, shortened outward; empty where there is none.
  var figure: String { cell.finding.map(Self.figure) ?? "" }

  /// The place among the numbers of the row: `1`, `2-3`; empty where it has none.
  var rank: String {
    guard let rank = cell.rank else { return "" }
    return rank.lowerBound == rank.upperBound
      ? "\(rank.lowerBound)" : "\(rank.lowerBound)-\(rank.upperBound)"
  }

  /// The number of a finding, shortened outward.
  static func figure(of finding: Finding) -> String {
    guard let measurement = finding.measurement, let bounds = finding.toldBounds else { return "" }
    let text = { (value: Rational, end: Figures.End) -> String in
      guard case .money(let code) = measurement.unit,
        let amount = try? value.rounded(scale: 2, end.rounding)
      else { return Figures.text(value, measurement.unit, end, against: finding.target) }
      return Figures.shortMoney(amount, code, end.rounding)
    }
    guard !bounds.isExact else { return text(bounds.lower, .value) }
    return "\(text(bounds.lower, .lower)) to \(text(bounds.upper, .upper))"
  }
}

extension Matrix.Row {
  /// The target, where all are held against the same.
  var target: String? {
    let own = Set(cells.flatMap { $0.findings.compactMap { $0.target?.text } })
    return own.count == 1 ? own.first : nil
  }

  /// The line that is reached together.
  var jointTarget: String? { joint.compactMap { $0.target?.text }.first }

  /// Why the institutions are not ranked, in one sentence; nil where they are.
  var note: String? {
    unranked.isEmpty ? nil : "Not ranked: \(unranked.joined(separator: "; "))."
  }
}
