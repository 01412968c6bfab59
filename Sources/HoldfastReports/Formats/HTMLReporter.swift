public import HoldfastModel

/// The report of one institution as one HTML file that needs nothing else, for who has to answer
/// for it: on a screen, light or dark, wide or narrow, read aloud, or printed. It has no script.
public struct HTMLReporter: Reporter {
  /// The format's name.
  public let name = "html"

  /// A reporter.
  public init() {}

  /// Writes one document.
  public func render(_ report: Report, to sink: inout some TextOutputStream) {
    let commitments = Self.commitments(report.findings)
    let provenance = HTMLProvenance(report: report)
    sink.write(head(report))
    sink.write("<main>\n" + glance(commitments))
    for text in Summary(report: report).notEvaluated {
      sink.write("<p>\(HTML.escaped(text))</p>\n")
    }
    sink.write(told(report) + findings(commitments))
    sink.write(provenance.choices + provenance.corrections + provenance.data + provenance.run)
    sink.write(
      "</main>\n<footer><p>Bounds are rounded outward and never across the target. A verdict of "
        + "“cannot tell” means that the data allows both.</p></footer>\n</body>\n</html>\n")
  }

  private func head(_ report: Report) -> String {
    let summary = Summary(report: report)
    let name = HTML.escaped(report.institution)
    let stopped = summary.stoppedBy.map { "<p>\(HTML.escaped($0)).</p>\n" } ?? ""
    let bases = summary.bases.map {
      ($0.name, HTML.escaped($0.counts))
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name): \(summary.word), \(report.asOf)</title>
      <style>
      \(HouseStyle.text)
      \(ReportStyle.text)
      </style>
      </head>
      <body>
      <header>
      <h1>\(name)</h1>
      <p class="lead">\(HTMLCommitment.badge(report.verdict, summary.word))</p>
      \(stopped)<p>\(summary.day)</p>
      \(HTMLCommitment.list(bases))</header>

      """
  }

  /// The findings of a commitment stand together.
  private static func commitments(_ findings: [Finding]) -> [HTMLCommitment] {
    var groups: [[Finding]] = []
    for finding in findings {
      if groups.last?.first?.rule == finding.rule {
        groups[groups.count - 1].append(finding)
      } else {
        groups.append([finding])
      }
    }
    return groups.enumerated().map { HTMLCommitment(findings: $1, number: $0 + 1) }
  }

  // MARK: All commitments at a glance

  private func glance(_ commitments: [HTMLCommitment]) -> String {
    var text = "<section>\n<h2>All commitments</h2>\n"
    for (basis, title) in [
      ("measured", "Measured from the data"), ("attested", "Attested by somebody, not measured"),
      ("claimed", "Claimed by a plugin, not measured by Holdfast"),
    ] {
      let own = commitments.filter { $0.findings[0].basis == basis }
      if !own.isEmpty { text += table(title, own) }
    }
    return text + "</section>\n"
  }

  private func table(_ title: String, _ commitments: [HTMLCommitment]) -> String {
    """
    <div class="scroll glance" tabindex="0" role="region" aria-label="\(title)">
    <table><caption>\(title)</caption>
    <thead><tr><th scope="col">Verdict</th><th scope="col">Commitment</th><th scope="col">Found</th>\
    <th scope="col">Target</th><th scope="col">A miss</th></tr></thead>
    <tbody>
    \(commitments.map(\.row).joined())</tbody></table>
    </div>

    """
  }

  /// Waivers, answers that stand beside no finding, and what is to come.
  private func told(_ report: Report) -> String {
    BesideWords(report: report).sections.map { section in
      let items = section.sentences.map { "<li>\(HTML.escaped($0))</li>\n" }.joined()
      return "<section>\n<h2>\(HTML.escaped(section.heading))</h2>\n"
        + (items.isEmpty ? "" : "<ul>\n\(items)</ul>\n") + "</section>\n"
    }.joined()
  }

  // MARK: One after the other

  private func findings(_ commitments: [HTMLCommitment]) -> String {
    guard !commitments.isEmpty else { return "<p>No commitment was evaluated.</p>\n" }
    var text = "<section>\n<h2>Each commitment</h2>\n" + Self.key
    var pack = ""
    for commitment in commitments {
      let own = commitment.findings[0]
      let name = "\(own.pack) \(own.packVersion)"
      if name != pack { text += "<p class=\"id\">Pack \(HTML.escaped(name))</p>\n" }
      pack = name
      text += commitment.article
    }
    return text + "</section>\n"
  }

  /// How to read the pictures.
  private static let key =
    "<ul class=\"key\"><li>Full bar: certain.</li><li>Pale, dashed: possible, as far as the unknown "
    + "rows allow.</li><li>Upright line: the target; what reaches it is underlined.</li></ul>\n"
}
