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
    var findings = FindingLines(isColoured: isColoured)
    for finding in report.findings { lines += findings.lines(finding) }
    lines += ChoiceLines(report: report).lines + CorrectionLines(report: report).lines
    lines += EarlierWords(report: report).lines
    lines += WaiverWords(report: report).lines + ResponseWords(report: report).lines
    lines += Self.templates(report) + UpcomingWords(report: report).lines
    lines += data(report)
    lines += [""] + summary(report)
    for line in lines { sink.write(line + "\n") }
  }

  private func head(_ report: Report) -> String {
    let day =
      report.asOfIsGiven ? "as of \(report.asOf) (given)" : "as of today, \(report.asOf)"
    return "\(report.institution), \(day)" + (report.isPartial ? " (part of the packs only)" : "")
  }

  /// What waits for somebody to supply a target.
  static func templates(_ report: Report) -> [String] {
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
    for plugin in report.run.plugins { lines += Layout.wrapped(plugin.words, indent: 2) }
    for warning in report.run.warnings {
      let text = warning.firstLine + (warning.help.map { " (\($0))" } ?? "")
      lines += Layout.wrapped(text, indent: 2)
    }
    return lines
  }

  private func summary(_ report: Report) -> [String] {
    let result = Summary(report: report).result
    let text = "Result: \(result.dropLast()); exit \(report.exitCode))"
    return Layout.wrapped(text, indent: 0).map { report.verdict.coloured($0, isColoured) }
      + (Summary(report: report).stoppedBy.map { Layout.wrapped($0, indent: 0) } ?? [])
  }

  /// How many findings have each verdict; what only warns is said to.
  static func counts(_ findings: [Finding]) -> String {
    let order: [Verdict] = [.pass, .fail, .indeterminate, .waived, .notApplicable, .error]
    let counts = order.flatMap { verdict in
      Enforcement.Level.allCases.compactMap { level -> String? in
        let isSplit = verdict == .fail || verdict == .indeterminate
        guard isSplit || level == .block else { return nil }
        let number = findings.count {
          $0.verdict == verdict && $0.standing != .noWorse
            && (!isSplit || $0.enforcement.check == level)
        }
        let weight = isSplit && level != .block ? " (\(level.rawValue))" : ""
        return number == 0 ? nil : "\(number) \(verdict.words.lowercased())\(weight)"
      } + old(verdict, findings)
    }
    return counts.isEmpty ? "no finding" : counts.joined(separator: ", ")
  }

  /// How many findings of a verdict are no worse than in an earlier report.
  private static func old(_ verdict: Verdict, _ findings: [Finding]) -> [String] {
    let number = findings.count { $0.verdict == verdict && $0.standing == .noWorse }
    return number == 0 ? [] : ["\(number) \(verdict.words.lowercased()) (no worse)"]
  }
}

extension PluginUse {
  /// The plugin as a line of a report.
  var words: String {
    "plugin \(name) \(version): " + (isConfined ? "confined by \(confinement)" : "NOT CONFINED")
  }
}
