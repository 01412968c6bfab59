import Exact
import HoldfastExpressions
import HoldfastModel

/// Keeps the cells of single persons out of a finding: numbers of rows may be told, amounts only
/// over enough of them.
struct Privacy {
  let slice: Slice
  let countsRows: Bool

  /// Withholds what tells of too few persons; all of the measurement where its own parts do.
  func apply(to finding: inout Finding) {
    finding.leftOut = finding.leftOut.mapValues(withheld)
    finding.unmatched = finding.unmatched.mapValues(withheld)
    guard !countsRows, RowClass.Condition.allCases.contains(where: isTelling) else { return }
    finding = Suppression.hidden(finding)
  }

  /// Whether the rows of a kind are so few that their sum tells of one of them.
  private func isTelling(_ condition: RowClass.Condition) -> Bool {
    let rows = RowClass.all.filter { $0.condition == condition }
      .reduce(0) { $0 + slice.sums[$1.index].rows }
    return rows > 0 && rows < Suppression.minimum
  }

  private func withheld(_ sum: RowSum) -> RowSum {
    guard sum.rows < Suppression.minimum else { return sum }
    var result = RowSum()
    result.rows = sum.rows
    return result
  }
}

extension CheckedCommitment {
  /// Whether what it reads is about persons.
  func isPersonal(in dataset: Dataset) -> Bool {
    dataset.isPersonal || slots.contains { schema.slots[$0].column?.isPersonal == true }
  }
}
