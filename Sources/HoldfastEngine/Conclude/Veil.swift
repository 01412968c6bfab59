import HoldfastModel

/// Keeps back the names of groups of too few persons: where a commitment does not list its groups,
/// a name is a cell of the data, and may be that of a person.
extension [Finding] {
  /// The findings, and those that they are made of, with a number in place of each such name.
  func veiled() -> [Finding] {
    var count: [String: Int] = [:]
    return map { finding in
      var result = finding
      let parts = finding.parts.map(\.finding).veiled()
      result.parts = zip(finding.parts, parts).map { ($0.name, $1) }
      guard finding.isVeiled else { return result }
      let promise = "\(finding.pack)/\(finding.id)"
      count[promise, default: 0] += 1
      result.group = "too few persons \(count[promise, default: 0])"
      return result
    }
  }
}
