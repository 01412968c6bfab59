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
    var lines = [head(report), ""]
    var pack: String?
    for finding in report.findings {
      if finding.pack != pack {
        lines += (pack == nil ? [] : [""]) + ["\(finding.pack) \(finding.packVersion)"]
        pack = finding.pack
      }
      lines += [""] + self.lines(finding)
    }
    lines += choices(report) + templates(report) + upcoming(report) + data(report)
    lines += ["", summary(report)]
    for line in lines { sink.write(Self.printable(line) + "\n") }
  }

  private func head(_ report: Report) -> String {
    let day =
      report.asOfIsGiven ? "as of \(report.asOf) (given)" : "as of today, \(report.asOf)"
    return "\(report.institution), \(day)" + (report.isPartial ? " (part of the packs only)" : "")
  }

  private func lines(_ finding: Finding) -> [String] {
    let explanation = Explanation(finding: finding)
    let group = finding.group.map { " [\($0)]" } ?? ""
    let weight =
      finding.enforcement.check == .block ? "" : " (\(finding.enforcement.check.rawValue))"
    var lines = Layout.wrapped("\(finding.id)\(group) \(finding.title)\(weight)", indent: 2)
    let sentences = explanation.sentences
    lines += Layout.wrapped(sentences[0], indent: 4).map { colour($0, finding.verdict) }
    for sentence in sentences.dropFirst() { lines += Layout.wrapped(sentence, indent: 4) }
    lines += witnesses(finding)
    for error in finding.errors {
      lines += error.rendered().split(separator: "\n").map { "      \($0)" }
    }
    let more = finding.errorCount - finding.errors.count
    if more > 0 { lines.append("      ... and \(more) more") }
    return lines
  }

  /// The rows that breach, or have no measure.
  private func witnesses(_ finding: Finding) -> [String] {
    guard finding.verdict != .pass, let rows = finding.measurement?.witnesses, !rows.isEmpty else {
      return []
    }
    var lines = rows.prefix(5).flatMap { row in
      Layout.wrapped("- \(row.name) (\(row.file):\(row.line))", indent: 6)
    }
    if rows.count > 5 { lines.append("      - and more; the json report shows \(rows.count)") }
    return lines
  }

  private func choices(_ report: Report) -> [String] {
    guard !report.choices.isEmpty else { return [] }
    var lines = ["", "Choices that the institution or the pack made"]
    for choice in report.choices {
      let who = [choice.by, choice.on?.description].compactMap { $0 }.joined(separator: ", ")
      var text = "\(choice.what): \(choice.value)" + (who.isEmpty ? "" : " (\(who))")
      if let rows = choice.rows {
        let value =
          rows.total.signum == 0 ? "" : ", \(Figures.shortMoney(rows.total, report.currency))"
        text += "; \(Figures.count(rows.rows, "row"))\(value)"
      }
      if !choice.decides.isEmpty { text += "; decides \(choice.decides.joined(separator: ", "))" }
      lines += Layout.wrapped(text, indent: 2)
    }
    return lines
  }

  private func templates(_ report: Report) -> [String] {
    guard !report.templates.isEmpty else { return [] }
    return [""]
      + Layout.wrapped(
        "Not evaluated, since their targets are for you to supply: "
          + report.templates.joined(separator: ", "), indent: 0)
  }

  private func upcoming(_ report: Report) -> [String] {
    guard !report.upcoming.isEmpty else { return [] }
    return ["", "Targets to come"]
      + report.upcoming.map { "  \($0.from) \($0.commitment): \($0.target)" }
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

  private func summary(_ report: Report) -> String {
    let counts = [Verdict.pass, .fail, .indeterminate, .waived, .notApplicable, .error].compactMap {
      verdict -> String? in
      let number = report.findings.count { $0.verdict == verdict }
      return number == 0 ? nil : "\(number) \(verdict.words.lowercased())"
    }
    let what = counts.isEmpty ? "nothing was evaluated" : counts.joined(separator: ", ")
    return colour(
      "Result: \(report.verdict.words) (\(what); exit \(report.exitCode))", report.verdict)
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

  /// A line whose data cannot drive the terminal; our own colours stay.
  private static func printable(_ line: String) -> String {
    guard line.hasPrefix("\u{1B}["), line.hasSuffix("\u{1B}[0m") else {
      return Diagnostic.printable(line, limit: 2000)
    }
    let start = line.prefix(5)
    let text = line.dropFirst(5).dropLast(4)
    return start + Diagnostic.printable(String(text), limit: 2000) + "\u{1B}[0m"
  }
}
