package import HoldfastModel

/// Hides groups of too few persons, and with them enough of the next smallest that the hidden
/// ones cannot be worked out from a total.
package struct Suppression {
  private let findings: [Finding]
  private let sizes: [Int]

  /// The fewest persons that a group is shown with.
  package static let minimum = 10

  /// For the findings of a commitment's groups, and how many persons each is about.
  package init(findings: [Finding], sizes: [Int]) {
    self.findings = findings
    self.sizes = sizes
  }

  /// The findings, with those that would tell of persons emptied.
  package func applied() -> [Finding] {
    // A group without rows tells of nobody, and stays what it is.
    let small = Set(sizes.indices.filter { sizes[$0] > 0 && sizes[$0] < Self.minimum })
    var hidden = small
    guard !hidden.isEmpty else { return findings }
    let rest = sizes.indices.filter { !hidden.contains($0) && sizes[$0] > 0 }
      .sorted { sizes[$0] < sizes[$1] }
    for index in rest {
      let people = hidden.reduce(0) { $0 + sizes[$1] }
      if hidden.count >= 2, people >= Self.minimum { break }
      hidden.insert(index)
    }
    return findings.indices.map { index in
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
    finding.leftOut = [:]
    finding.unmatched = [:]
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
