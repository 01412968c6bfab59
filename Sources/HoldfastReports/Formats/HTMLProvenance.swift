import Diagnostics
import Exact
import HoldfastModel

/// What an HTML report rests on: choices, corrections, data, and the circumstances of the run.
struct HTMLProvenance {
  let report: Report

  /// Every choice, and whether a verdict hangs on it.
  var choices: String {
    guard !report.choices.isEmpty else { return "" }
    let rows = report.choices.map { choice -> [String] in
      let who = [choice.by, choice.on?.description].compactMap { $0 }.joined(separator: ", ")
      let size = choice.rows.map { rows in
        Figures.count(rows.rows, "row")
          + (rows.total.signum == 0 ? "" : ", \(Figures.shortMoney(rows.total, report.currency))")
      }
      let weight =
        !choice.isWeighed && choice.decides.isEmpty
        ? "not worked out" : choice.decides.isEmpty ? "no" : choice.decides.joined(separator: ", ")
      return [choice.what, choice.value, who, size ?? "", weight]
    }
    return "<section>\n<h2>Choices</h2>\n"
      + "<p>Decisions of the institution or of the pack that a number rests on.</p>\n"
      + table(
        "Choices that were made",
        ["Choice", "Value", "Decided by", "Concerns", "Changes a verdict"], rows) + "</section>\n"
  }

  /// What people set right.
  var corrections: String {
    guard let corrections = report.corrections else { return "" }
    let facts = CorrectionLines(report: report).facts.dropFirst().map { name, value in
      (name == "corrections_decide" ? "Without them another verdict on" : name, value)
    }.map { [$0.0, $0.1.isEmpty ? "no finding" : $0.1] }
    return "<section>\n<h2>Corrections</h2>\n<p>"
      + "\(Figures.count(corrections.cells, "cell")) set right by "
      + "\(HTML.escaped(corrections.file)), over files that stay as they are.</p>\n"
      + table("Corrected columns", ["Column", "What was set right"], facts) + "</section>\n"
  }

  /// What was read.
  var data: String {
    let rows = report.datasets.flatMap { dataset -> [[String]] in
      let said = said(dataset)
      guard !dataset.files.isEmpty else { return [[dataset.name, "", "", "", said]] }
      return dataset.files.enumerated().map { place, file in
        [
          dataset.name, file.path, Decimal(file.rows).grouped, Decimal(file.bytes).grouped,
          [place == 0 ? said : "", file.digest.map { "SHA-256 \($0)" } ?? ""]
            .filter { !$0.isEmpty }.joined(separator: "; "),
        ]
      }
    }
    return "<section>\n<h2>Data</h2>\n"
      + table("Files that were read", ["Dataset", "File", "Rows", "Bytes", "Remarks"], rows)
      + "</section>\n"
  }

  private func said(_ dataset: DatasetSummary) -> String {
    var parts: [String] = []
    if dataset.dropped > 0 { parts.append("\(Decimal(dataset.dropped).grouped) rows not kept") }
    if dataset.later > 0 { parts.append("\(Decimal(dataset.later).grouped) after the as-of date") }
    for (name, rows) in dataset.unmatched.sorted(by: { $0.key < $1.key }) {
      parts.append("\(Decimal(rows).grouped) without known \(name)")
    }
    parts += dataset.notes
    if !dataset.unmapped.isEmpty {
      parts.append("columns not used: \(dataset.unmapped.joined(separator: ", "))")
    }
    return parts.joined(separator: "; ")
  }

  /// Versions, plugins and warnings.
  var run: String {
    let versions = Set(report.findings.map { "\($0.pack) \($0.packVersion)" }).sorted()
    var facts = [
      ("Holdfast", report.run.version), ("Started", report.run.started),
      ("Packs", versions.joined(separator: ", ")),
      ("Pack files", report.run.packs.joined(separator: ", ")),
    ]
    if let corrections = report.corrections {
      facts.append(("Corrections", "\(corrections.file), \(corrections.digest)"))
    }
    for plugin in report.run.plugins {
      facts.append(("Plugin", "\(plugin.words), \(plugin.digest)"))
    }
    facts.append(("Exit code", "\(report.exitCode)"))
    var text = "<section>\n<h2>The run</h2>\n"
    text += HTMLCommitment.list(facts.map { ($0, HTML.escaped($1)) })
    for warning in report.run.warnings {
      text += "<pre>\(HTML.escaped(warning.rendered()))</pre>\n"
    }
    return text + "</section>\n"
  }

  private func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> String {
    var text = "<div class=\"scroll facts\" tabindex=\"0\" role=\"region\" "
    text += "aria-label=\"\(caption)\">\n<table><caption>\(caption)</caption>\n<thead><tr>"
    for head in heads { text += "<th scope=\"col\">\(head)</th>" }
    text += "</tr></thead>\n<tbody>\n"
    for row in rows {
      let cells = row.dropFirst().map { cell in
        let isNumber = !cell.isEmpty && cell.utf8.allSatisfy { (0x2C...0x39).contains($0) }
        return "<td\(isNumber ? " class=\"number\"" : "")>\(HTML.escaped(cell))</td>"
      }.joined()
      text += "<tr><th scope=\"row\">\(HTML.escaped(row[0]))</th>\(cells)</tr>\n"
    }
    return text + "</tbody></table>\n</div>\n"
  }
}
