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
    var hidden = Set(sizes.indices.filter { sizes[$0] < Self.minimum })
    guard !hidden.isEmpty else { return findings }
    let rest = sizes.indices.filter { !hidden.contains($0) }.sorted { sizes[$0] < sizes[$1] }
    for index in rest {
      let people = hidden.reduce(0) { $0 + sizes[$1] }
      if hidden.count >= 2, people >= Self.minimum { break }
      hidden.insert(index)
    }
    return findings.indices.map {
      hidden.contains($0) ? Self.hidden(findings[$0]) : findings[$0]
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
    return finding
  }
}
