import Diagnostics
import HoldfastModel

/// The pieces of a report in Markdown.
struct MarkdownParts {
  let report: Report

  static let tableHead =
    "| Verdict | Commitment | Found | Target | Rests on |\n|---|---|---|---|---|\n"

  private func text(_ text: String) -> String { MarkdownText.escaped(text) }

  /// Who, when, and what it comes to.
  var head: String {
    let summary = Summary(report: report)
    var lines = [
      "## \(report.verdict.mark) \(text(report.institution)): \(text(summary.result))", "",
      text(summary.day), "",
    ]
    for basis in summary.bases { lines.append("- \(basis.name): \(basis.counts)") }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// A line of the table.
  func row(_ finding: Finding) -> String {
    let group = finding.group.map { " (\(text($0)))" } ?? ""
    let weight =
      finding.urgency < 7 && !finding.stopsTheRun ? " (\(finding.enforcement.check.rawValue))" : ""
    return "| \(finding.verdict.mark) **\(finding.verdict.words)**\(weight) "
      + "| **\(text(finding.id))**\(group) \(text(finding.title)) "
      + "| \(text(finding.found)) "
      + "| \(text(finding.target?.text ?? "")) | \(finding.basis) |\n"
  }

  /// What stands behind a finding, folded away.
  func details(_ finding: Finding) -> String {
    let explanation = Explanation(finding: finding)
    let group = finding.group.map { " [\($0)]" } ?? ""
    let name = "\(finding.pack)/\(finding.id)\(group) \(finding.title)"
    var result = "<details><summary>\(finding.verdict.mark) \(finding.verdict.words): "
    result += "\(MarkdownText.escapedInHTML(name))</summary>\n\n"
    for sentence in explanation.sentences { result += "- \(text(sentence))\n" }
    if let says = finding.citation?.says {
      result += "- The source says: \"\(text(says))\"\n"
    }
    for error in finding.errors {
      result += "- " + text(error.firstLine)
      result += (error.help.map { " (\(text($0)))" } ?? "") + "\n"
    }
    result += "- Promised in \(text("\(finding.place.file):\(finding.place.line)"))\n"
    return result + "\n</details>\n\n"
  }

  /// Choices, corrections and data.
  var foot: [String] {
    var lines = Summary(report: report).notEvaluated.flatMap { [text($0), ""] }
    for section in BesideWords(report: report).sections {
      lines += ["### \(text(section.heading))", ""]
      lines += section.sentences.map { "- \(text($0))" }
      lines.append("")
    }
    lines += section("Choices that the institution or the pack made", ChoiceLines(report: report))
    if report.corrections != nil {
      lines += ["### Corrections", ""]
      for (name, value) in CorrectionLines(report: report).facts {
        lines.append("- \(text(name)): \(text(value))")
      }
      lines.append("")
    }
    lines += ["### Data", ""]
    for dataset in report.datasets {
      lines.append(
        "- \(text(dataset.name)): \(Figures.count(dataset.rows, "row")) in "
          + Figures.count(dataset.files.count, "file"))
    }
    for plugin in report.run.plugins { lines.append("- \(text(plugin.words))") }
    for warning in report.run.warnings { lines.append("- \(text(warning.firstLine))") }
    return lines + ["", "Holdfast \(text(report.run.version)); exit \(report.exitCode)."]
  }

  private func section(_ title: String, _ choices: ChoiceLines) -> [String] {
    let texts = choices.texts
    return texts.isEmpty ? [] : ["### \(title)", ""] + texts.map { "- \(text($0))" } + [""]
  }
}

extension Diagnostic {
  /// What is wrong and where, without the line of the file.
  var firstLine: String { rendered().split(separator: "\n").first.map(String.init) ?? "" }
}
