import Diagnostics
import Exact
public import HoldfastModel

/// Text for a person at a terminal, 80 columns wide.
public struct TerminalReporter: Reporter {
  /// The format's name.
  public let name = "terminal"
  private let isColoured: Bool

  /// A reporter, with colours for a terminal or without.
  public init(isColoured: Bool = false) { self.isColoured = isColoured }

  /// Writes what was asked, what was found, which choices were made and which data was read.
  public func render(_ report: Report, to sink: inout some TextOutputStream) {
    var lines = Layout.wrapped(head(report), indent: 0) + [""]
    var last: Finding?
    var errors: [String: String] = [:]
    for finding in report.findings {
      if finding.pack != last?.pack {
        lines += last == nil ? [] : [""]
        lines += Layout.wrapped("\(finding.pack) \(finding.packVersion)", indent: 0)
      }
      lines += [""] + self.lines(finding, after: last) + self.errors(finding, &errors)
      last = finding
    }
    lines += ChoiceLines(report: report).lines + CorrectionLines(report: report).lines
    lines += templates(report) + upcoming(report)
    lines += data(report)
    lines += [""] + summary(report)
    for line in lines { sink.write(line + "\n") }
  }

  private func head(_ report: Report) -> String {
    let day =
      report.asOfIsGiven ? "as of \(report.asOf) (given)" : "as of today, \(report.asOf)"
    return "\(report.institution), \(day)" + (report.isPartial ? " (part of the packs only)" : "")
  }

  private func lines(_ finding: Finding, after last: Finding?) -> [String] {
    let explanation = Explanation(finding: finding)
    let group = finding.group.map { " [\($0)]" } ?? ""
    // The groups of a commitment follow each other: its title is said once.
    let isSame = finding.group != nil && last?.id == finding.id && last?.pack == finding.pack
    let title = isSame ? "" : " \(finding.title) (\(finding.enforcement.check.rawValue))"
    var lines = Layout.wrapped("\(finding.id)\(group)\(title)", indent: 2)
    let sentences = explanation.sentences
    lines += Layout.wrapped(sentences[0], indent: 4).map { colour($0, finding.verdict) }
    for sentence in sentences.dropFirst() { lines += Layout.wrapped(sentence, indent: 4) }
    return lines + witnesses(finding)
  }

  /// What could not be evaluated; what was said under an earlier finding is not said again.
  private func errors(_ finding: Finding, _ known: inout [String: String]) -> [String] {
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

  private func templates(_ report: Report) -> [String] {
    guard !report.templates.isEmpty else { return [] }
    var lines = Layout.wrapped(
      "Not evaluated, since their targets are for you to supply: "
        + report.templates.joined(separator: ", "), indent: 0)
    if !report.waiting.isEmpty {
      lines += Layout.wrapped(
        "Not evaluated, since they rest on those: \(report.waiting.joined(separator: ", "))",
        indent: 0)
    }
    return [""] + lines
  }

  private func upcoming(_ report: Report) -> [String] {
    guard !report.upcoming.isEmpty else { return [] }
    return ["", "Targets to come"]
      + report.upcoming.flatMap {
        Layout.wrapped("\($0.from) \($0.commitment): \($0.target)", indent: 2)
      }
  }

  private func data(_ report: Report) -> [String] {
    var lines = ["", "Data"]
    for dataset in report.datasets {
      var parts = [
        "\(Figures.count(dataset.rows, "row")) in \(Figures.count(dataset.files.count, "file"))"
      ]
      if dataset.dropped > 0 { parts.append("\(dataset.dropped) not kept") }
      if dataset.later > 0 { parts.append("\(dataset.later) after the as-of date") }
      for (name, rows) in dataset.unmatched.sorted(by: { $0.key < $1.key }) {
        parts.append("\(rows) without known \(name)")
      }
      parts += dataset.notes
      lines += Layout.wrapped("\(dataset.name): \(parts.joined(separator: ", "))", indent: 2)
      if !dataset.unmapped.isEmpty {
        lines += Layout.wrapped(
          "\(Figures.count(dataset.unmapped.count, "column")) not used: "
            + dataset.unmapped.joined(separator: ", "), indent: 4)
      }
    }
    for warning in report.run.warnings {
      let first = warning.rendered().split(separator: "\n").first.map(String.init) ?? ""
      let text = first + (warning.help.map { " (\($0))" } ?? "")
      lines += Layout.wrapped(text, indent: 2)
    }
    return lines
  }

  private func summary(_ report: Report) -> [String] {
    let what = counts(report)
    let isEmpty = report.findings.allSatisfy { $0.verdict == .notApplicable }
    let word = isEmpty ? "nothing was evaluated" : report.verdict.words
    let text = "Result: \(word) (\(what); exit \(report.exitCode))"
    return Layout.wrapped(text, indent: 0).map { colour($0, report.verdict) } + stops(report)
  }

  /// How many findings have each verdict; what only warns is said to.
  private func counts(_ report: Report) -> String {
    let order: [Verdict] = [.pass, .fail, .indeterminate, .waived, .notApplicable, .error]
    let counts = order.flatMap { verdict in
      Enforcement.Level.allCases.compactMap { level -> String? in
        let isSplit = verdict == .fail || verdict == .indeterminate
        guard isSplit || level == .block else { return nil }
        let number = report.findings.count {
          $0.verdict == verdict && (!isSplit || $0.enforcement.check == level)
        }
        let weight = isSplit && level != .block ? " (\(level.rawValue))" : ""
        return number == 0 ? nil : "\(number) \(verdict.words.lowercased())\(weight)"
      }
    }
    return counts.isEmpty ? "no finding" : counts.joined(separator: ", ")
  }

  /// The findings that stop the run.
  private func stops(_ report: Report) -> [String] {
    let stopping = report.findings.filter { finding in
      finding.verdict == .error
        || (finding.enforcement.check == .block
          && (finding.verdict == .fail || finding.verdict == .indeterminate))
    }
    guard !stopping.isEmpty else { return [] }
    let names = stopping.map { finding in
      finding.id + (finding.group.map { " [\($0)]" } ?? "")
        + " (\(finding.verdict.words.lowercased()))"
    }
    return Layout.wrapped("Stopped by \(names.joined(separator: ", "))", indent: 0)
  }

  private func colour(_ text: String, _ verdict: Verdict) -> String {
    guard isColoured else { return text }
    let code =
      switch verdict {
      case .pass: "32"
      case .fail, .error: "31"
      case .indeterminate: "33"
      case .waived, .notApplicable: "36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
