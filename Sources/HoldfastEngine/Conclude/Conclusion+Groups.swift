import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel

/// Commitments that are judged group by group.
extension Conclusion {
  /// A finding for each group: those listed, or else those found.
  func grouped(_ tally: Tally, _ aim: Aim?, _ period: Period) -> [Finding] {
    let found = groups(tally, period)
    let listed = promise.groups ?? found
    let known = Set(listed.map(TextKey.init))
    let present = Set(found.map(TextKey.init))
    if let first = found.first(where: { !known.contains(TextKey($0)) }) {
      let name = isPersonal ? "a group" : "the group '\(first)'"
      return [
        groupProblem(
          "\(name) stands in the data but not in the commitment's groups",
          "add it to groups:, or leave its rows out by name")
      ]
    }
    guard listed.count <= 1000 else {
      return [groupProblem("there are more than 1,000 groups", "list those that matter: groups:")]
    }
    if listed.isEmpty { return [judged(tally, "", aim, period)] }
    var findings = listed.map { group -> Finding in
      guard present.contains(TextKey(group)) else {
        return finding(group, .indeterminate, .groupWithoutRows, period)
      }
      return judged(tally, group, aim, period)
    }
    if promise.groups == nil, let elsewhere = elsewhere(tally, aim, period) {
      for index in findings.indices { findings[index].measurement?.elsewhere = elsewhere }
    }
    guard isPersonal else { return findings }
    let besides = Set(listed.indices.filter { hiddenElsewhere.contains(TextKey(listed[$0])) })
    findings = Suppression(sizes: sizes(of: listed, tally, period), besides: besides)
      .applied(to: findings)
    // A name that the pack lists is the author's; one that was found is a cell of the data.
    for index in findings.indices where promise.groups == nil {
      findings[index].isVeiled =
        findings[index].cause == .suppressed && findings[index].verdict == .notApplicable
    }
    return findings
  }

  /// What rows whose group is unknown make of a group that no known row has.
  private func elsewhere(
    _ tally: Tally, _ aim: Aim?, _ period: Period
  ) -> Measurement.Elsewhere? {
    let isOpen = tally.slices.contains { key, slice in
      guard key.group == nil, slice.selected > 0 else { return false }
      if case .starting(let day) = key.bucket { return period.contains(day) }
      return true
    }
    guard isOpen else { return nil }
    // No text of a table holds a zero byte.
    let own = judged(tally, "\u{0}", nil, period).measurement
    return Measurement.Elsewhere(
      bounds: own?.bounds, rows: own?.selected ?? .max, hasVoids: own?.hasVoids ?? true)
  }

  /// The groups that have a row in the period which is not left out, by code point.
  func groups(_ tally: Tally, _ period: Period) -> [String] {
    var found: Set<TextKey> = []
    for (key, slice) in tally.slices where slice.selected > 0 {
      if case .starting(let day) = key.bucket, !period.contains(day) { continue }
      if let group = key.group { found.insert(TextKey(group)) }
    }
    return found.sorted().map(\.text)
  }

  /// How many rows are certain to be of each group; of a group that has none, how many may be that
  /// name it: its name tells of them too.
  private func sizes(of groups: [String], _ tally: Tally, _ period: Period) -> [Int] {
    let time = dataset.periodBy == nil ? nil : period
    return groups.map { group in
      let certain = (try? tally.slice(of: time, group: group).certain) ?? 0
      guard certain == 0 else { return certain }
      return tally.slices.reduce(0) { sum, entry in
        guard entry.key.group != nil, entry.key.isOf(group) else { return sum }
        if case .starting(let day) = entry.key.bucket, !period.contains(day) { return sum }
        return sum + entry.value.selected
      }
    }
  }

  /// The groups about persons with how many each has; none where nothing is told by group.
  func persons(_ tally: Tally) -> [(group: TextKey, size: Int)] {
    guard isPersonal, promise.per != nil, promise.outside?.comparesGroups != true else { return [] }
    let period = calendar.period(promise.period, asOf: asOf)
    let listed = promise.groups ?? groups(tally, period)
    return Array(zip(listed.map(TextKey.init), sizes(of: listed, tally, period)))
  }

  private func groupProblem(_ message: String, _ help: String) -> Finding {
    var result = finding(nil, .error, .errors)
    result.errors = [Diagnostic(message, at: promise.per?.span ?? promise.span, help: help)]
    result.errorCount = 1
    return result
  }
}
