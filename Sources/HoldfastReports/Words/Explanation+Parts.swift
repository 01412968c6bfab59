import Exact
import HoldfastModel

/// What a number is made of.
extension Explanation {
  /// How many parts are told one by one.
  private static let shownParts = 8

  /// What is worth knowing about the number.
  var remarks: [String] { finding.measurement?.remarks ?? [] }

  /// Each part with its number.
  var parts: [String] {
    // What keeps a verdict from being given is told with it.
    if finding.check == "composite" { return members }
    // Its remarks say the days.
    if finding.check == "milestone" { return [] }
    let told = finding.parts.filter { $0.finding.measurement?.bounds != nil }
    guard !told.isEmpty else { return [] }
    let texts = told.prefix(Self.shownParts).map { part in
      let explanation = Explanation(finding: part.finding)
      // A finding of a group says itself which.
      let group = finding.group == nil ? part.finding.group.map { "\($0): " } ?? "" : ""
      let isElsewhere = part.finding.period != nil && part.finding.period != finding.period
      let time = isElsewhere && !explanation.span.isEmpty ? " (\(explanation.span))" : ""
      let name = finding.isJoint ? part.name : part.name.readable
      return "\(group)\(name) \(explanation.figure)\(time)"
    }
    let more = told.count > Self.shownParts ? "; and \(told.count - Self.shownParts) more" : ""
    return ["From: \(texts.joined(separator: "; "))\(more)."]
  }

  /// What each member of a commitment came to.
  private var members: [String] {
    let texts = finding.parts.map { name, part in
      let number = part.measurement?.unit == .share ? " (\(Explanation(finding: part).figure))" : ""
      return
        "\(name)\(part.group.map { " [\($0)]" } ?? "") \(part.verdict.words.lowercased())\(number)"
    }
    return texts.isEmpty ? [] : ["Members: \(texts.joined(separator: "; "))."]
  }

  /// What is not known of parts.
  var partUnknowns: [String] {
    guard finding.check != "composite" else { return [] }
    return finding.parts.prefix(Self.shownParts).compactMap { part in
      let inner = Explanation(finding: part.finding)
      let told = inner.unknowns.prefix(1) + inner.rows.filter { $0.hasPrefix("Left out") }
      guard !told.isEmpty else { return nil }
      let group = finding.group == nil ? part.finding.group.map { " of \($0)" } ?? "" : ""
      let name = finding.isJoint ? part.name : "the \(part.name.readable)"
      return "Of \(name)\(group): \(told.joined(separator: " "))"
    }
  }

  /// The number alone, or the verdict of a commitment that has one.
  private var figure: String {
    guard let bounds = finding.measurement?.bounds else { return "nothing" }
    return measured(bounds)
  }

  /// Why a part that the number rests on cannot be told.
  func partUnknown(_ name: String) -> String {
    guard let part = finding.parts.last(where: { $0.name == name })?.finding else {
      return "its \(name.readable) cannot be told."
    }
    if finding.isJoint {
      return "nothing can be told of \(name), so nothing of all together: "
        + Explanation(finding: part).outcome
    }
    let group = finding.group == nil ? part.group.map { " of \($0)" } ?? "" : ""
    return "its \(name.readable)\(group) cannot be told: \(Explanation(finding: part).outcome)"
  }
}

extension String {
  /// The name of a key as a reader would say it.
  fileprivate var readable: String { replacing("_", with: " ") }
}
