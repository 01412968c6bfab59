import Exact
import HoldfastModel

/// What became of an institution's waivers, in words that every format takes.
struct WaiverWords {
  let report: Report

  /// The heading; nil where there is no file of waivers.
  var heading: String? {
    report.waivers.map { "Waivers from \($0.file): \(counts($0))" }
  }

  /// A sentence a waiver, in the order of the file.
  var sentences: [String] { (report.waivers?.entries ?? []).map(sentence) }

  /// Heading and sentences for a terminal; nothing where there is no file of waivers.
  var lines: [String] {
    guard let heading else { return [] }
    return [""] + Layout.wrapped(heading, indent: 0)
      + sentences.flatMap { Layout.wrapped($0, indent: 2) }
  }

  /// The same as names and values.
  var facts: [(String, String)] {
    guard let waivers = report.waivers else { return [] }
    let own = sentences.enumerated().map { ("waiver.\($0 + 1)", $1) }
    return [("waivers", counts(waivers))] + own
  }

  private func counts(_ waivers: WaiverReport) -> String {
    let counts = WaiverState.allCases.compactMap { state -> String? in
      let number = waivers.entries.count { $0.state == state }
      return number == 0 ? nil : "\(number) \(state.words)"
    }
    let soon = waivers.entries.count(where: \.endsSoon)
    let parts = counts + (soon == 0 ? [] : ["\(soon) soon to expire"])
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  private func sentence(_ entry: WaiverReport.Entry) -> String {
    let waiver = entry.waiver
    let span = "\(waiver.issued) to \(waiver.expires)"
    let joint =
      entry.isAlsoJoint ? " What the institutions promised jointly is not waived by it." : ""
    return "\(waiver.name.text) (\(span), \(waiver.owner)): \(outcome(entry))\(joint)"
  }

  private func outcome(_ entry: WaiverReport.Entry) -> String {
    let waiver = entry.waiver
    let left = Int(waiver.expires.days) - Int(report.asOf.days)
    let rest = left == 0 ? "today is its last day" : "\(Figures.count(left, "day")) left"
    let soon = entry.endsSoon ? " It expires soon: \(rest)." : ""
    switch entry.state {
    case .used: return "used, would be \(otherwise(entry)).\(soon)"
    case .unneeded:
      return "not needed, it passes or does not apply without. Remove the waiver.\(soon)"
    case .unused:
      let isOther = !report.findings.contains { $0.pack == waiver.name.pack }
      return isOther
        ? "unused, nothing of the pack '\(waiver.name.pack)' was evaluated in this run.\(soon)"
        : "unused, nothing of this name was evaluated in this run.\(soon)"
    case .error:
      return "of no effect, since it could not be evaluated and an error is never waived.\(soon)"
    case .joint:
      return "of no effect, since it is promised jointly: one institution's waiver does not waive "
        + "what several promised.\(soon)"
    case .expired: return "expired, waives nothing. Remove it, or have it approved again."
    case .notBegun: return "not begun, waives nothing before \(waiver.issued)."
    }
  }

  /// What the waived findings would be: each word once.
  private func otherwise(_ entry: WaiverReport.Entry) -> String {
    let found = report.findings.filter { entry.waiver.name.covers($0) }
      .compactMap { $0.waiver?.otherwise }
    return [Verdict.fail, .indeterminate].compactMap { verdict in
      let number = found.count { $0 == verdict }
      guard number > 0 else { return nil }
      let all = entry.findings.count
      return verdict.words + (all > 1 ? " (\(number) of \(all))" : "")
    }.joined(separator: " and ")
  }
}

extension WaiverState {
  /// The state as a reader says it.
  var words: String {
    switch self {
    case .used: "used"
    case .unneeded: "not needed"
    case .unused: "unused"
    case .error: "of no effect on an error"
    case .joint: "of no effect on a joint promise"
    case .expired: "expired"
    case .notBegun: "not begun"
    }
  }
}
