package import HoldfastModel

/// Hides groups of too few persons, and with them enough of the next smallest that the hidden
/// ones cannot be worked out from a total.
package struct Suppression {
  private let sizes: [Int]
  /// The groups of too few persons.
  package let small: Set<Int>
  /// Those, and the ones that are hidden for their sake.
  package private(set) var hidden: Set<Int>

  /// The fewest persons that a group is shown with.
  package static let minimum = 10

  /// For groups of so many persons, some of which are hidden for another reason.
  package init(sizes: [Int], besides: Set<Int> = []) {
    self.sizes = sizes
    // A group without rows tells of nobody, and stays what it is.
    small = Set(sizes.indices.filter { sizes[$0] > 0 && sizes[$0] < Self.minimum })
    hidden = small.union(besides.filter { sizes[$0] > 0 })
    guard !hidden.isEmpty else { return }
    let rest = sizes.indices.filter { !hidden.contains($0) && sizes[$0] > 0 }
      .sorted { sizes[$0] < sizes[$1] }
    for index in rest where !isGuarded(hidden) { hidden.insert(index) }
  }

  /// Whether hidden groups are enough to keep each other hidden.
  func isGuarded(_ hidden: Set<Int>) -> Bool {
    hidden.count >= 2 && hidden.reduce(0) { $0 + sizes[$1] } >= Self.minimum
  }

  /// The findings of the groups, with those that would tell of persons emptied.
  package func applied(to findings: [Finding]) -> [Finding] {
    findings.indices.map { index in
      guard hidden.contains(index) else { return findings[index] }
      var result = Self.hidden(findings[index])
      // A group that is large enough itself is hidden for the others' sake: its numbers are, but
      // not that it does not pass.
      let verdict = findings[index].verdict
      if !small.contains(index), verdict == .fail || verdict == .indeterminate {
        result.verdict = verdict
      }
      return result
    }
  }

  /// A finding of which nothing is told but that it is withheld. A group does not apply then; a
  /// whole commitment cannot be told, so that few persons never make a run look well.
  static func hidden(_ finding: Finding) -> Finding {
    var finding = finding
    finding.verdict = finding.group == nil ? .indeterminate : .notApplicable
    finding.cause = .suppressed
    finding.measurement = nil
    finding.parts = []
    finding.leftOut = [:]
    finding.unmatched = [:]
    finding.outside = RowSum()
    finding.unknownColumns = []
    finding.headroom = nil
    finding.shortfall = nil
    finding.settlesPass = nil
    finding.settlesFail = nil
    finding.stretch = nil
    finding.score = nil
    return finding
  }
}
