import Diagnostics
import HoldfastModel

/// Findings for a person at a terminal, one after the other: what was said is not said again.
struct FindingLines {
  let isColoured: Bool
  private var last: Finding?
  /// Under which finding errors were told.
  private var known: [String: String] = [:]

  init(isColoured: Bool) { self.isColoured = isColoured }

  /// The lines of the next finding, under its pack's name where that is a new one.
  mutating func lines(_ finding: Finding) -> [String] {
    var lines: [String] = []
    if finding.pack != last?.pack {
      lines += last == nil ? [] : [""]
      lines += Layout.wrapped("\(finding.pack) \(finding.packVersion)", indent: 0)
    }
    lines += [""] + body(finding) + errors(finding)
    last = finding
    return lines
  }

  private func body(_ finding: Finding) -> [String] {
    let explanation = Explanation(finding: finding)
    let group = finding.group.map { " [\($0)]" } ?? ""
    // The groups of a commitment follow each other: its title is said once.
    let isSame = finding.group != nil && last?.id == finding.id && last?.pack == finding.pack
    let title = isSame ? "" : " \(finding.title) (\(finding.enforcement.check.rawValue))"
    var lines = Layout.wrapped("\(finding.id)\(group)\(title)", indent: 2)
    let sentences = explanation.sentences
    lines += Layout.wrapped(sentences[0], indent: 4).map {
      finding.verdict.coloured($0, isColoured)
    }
    for sentence in sentences.dropFirst() { lines += Layout.wrapped(sentence, indent: 4) }
    return lines + witnesses(finding)
  }

  /// What could not be evaluated; what was said under an earlier finding is not said again.
  private mutating func errors(_ finding: Finding) -> [String] {
    let text = finding.errors.map { $0.rendered() }.joined()
    guard !text.isEmpty else { return [] }
    if let first = known[text] { return Layout.wrapped("the same as under \(first)", indent: 6) }
    known[text] = finding.id
    var lines = text.split(separator: "\n").map {
      "      " + Diagnostic.printable(String($0), limit: 2000)
    }
    if finding.unsaidErrors > 0 { lines.append("      ... and \(finding.unsaidErrors) more") }
    return lines
  }

  /// The rows that breach, or have no measure.
  private func witnesses(_ finding: Finding) -> [String] {
    guard finding.verdict != .pass else { return [] }
    // Rows without a name of their own are found by their place.
    let nameless = ((finding.settlesPass?.rows ?? []) + (finding.settlesFail?.rows ?? []))
      .filter { $0.shown.isEmpty && $0.key.isEmpty }
    var seen: Set<Witness> = []
    let rows = ((finding.measurement?.witnesses ?? []) + nameless)
      .filter { seen.insert($0).inserted }
    let shown = rows.filter { !$0.isHidden }
    var lines = shown.prefix(5).flatMap { row in
      Layout.wrapped("- \(row.name) (\(row.file):\(row.line))", indent: 6)
    }
    if shown.count > 5 { lines.append("      - and more; the json report shows \(shown.count)") }
    return lines
  }
}

extension Verdict {
  /// A text in the verdict's colour, for terminals that have any.
  func coloured(_ text: String, _ isColoured: Bool) -> String {
    guard isColoured else { return text }
    let code =
      switch self {
      case .pass: "32"
      case .fail, .error: "31"
      case .indeterminate: "33"
      case .waived, .notApplicable: "36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
