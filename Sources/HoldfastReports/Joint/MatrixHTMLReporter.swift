import Diagnostics
import Exact
public import HoldfastModel

/// The matrix of several institutions as one HTML file that needs nothing else: read on a screen,
/// light or dark, read aloud, or printed. A verdict is told by its word and mark, never by colour
/// alone.
public struct MatrixHTMLReporter: JointReporter {
  /// The format's name.
  public let name = "html"

  /// A reporter.
  public init() {}

  /// Writes one document.
  public func render(_ report: JointReport, to sink: inout some TextOutputStream) {
    let matrix = Matrix(report)
    let count = Figures.count(matrix.rows.count, "commitment")
    let title = "\(matrix.institutions.count) institutions, \(count)"
    sink.write(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTML.escaped(title)), \(report.asOf)</title>
      <style>
      \(HouseStyle.text)
      </style>
      </head>
      <body>
      <header>
      <h1>\(HTML.escaped(title))</h1>
      <p>As of \(report.asOf)\(report.reports[0].asOfIsGiven ? " (given)" : ", the day of the run").
      \(lead(report, matrix))</p>
      </header>
      <main>

      """)
    sink.write(table(matrix, hasJoint: !report.joint.isEmpty))
    sink.write(joint(report))
    sink.write(broken(report))
    sink.write(beside(report))
    sink.write("</main>\n<footer><p>\(footer(report))</p></footer>\n</body>\n</html>\n")
  }

  private func lead(_ report: JointReport, _ matrix: Matrix) -> String {
    let ranked = matrix.rows.count { $0.unranked.isEmpty }
    let text =
      "Institutions are ranked only where their numbers rest on the same definitions, areas, "
      + "days, basis and exclusions: \(ranked) of \(Figures.count(matrix.rows.count, "row"))."
    let part = report.reports[0].isPartial ? " Only part of the packs was evaluated." : ""
    return HTML.escaped(text + part)
  }

  // MARK: The table

  private func table(_ matrix: Matrix, hasJoint: Bool) -> String {
    let names = matrix.institutions + (hasJoint ? ["Jointly"] : [])
    var text = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"caption\">\n"
    text += "<table>\n<caption id=\"caption\">Commitments and what each institution came to"
    text += "</caption>\n<thead><tr><th scope=\"col\">Commitment</th>"
    for name in names { text += "<th scope=\"col\">\(HTML.escaped(name))</th>" }
    text += "</tr></thead>\n<tbody>\n"
    for row in matrix.rows {
      text += "<tr><th scope=\"row\">\(head(row))</th>"
      for cell in row.cells { text += self.cell(cell) }
      if hasJoint {
        text += self.cell(Matrix.Cell(findings: row.joint), without: "not held jointly")
      }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table>\n</div>\n"
  }

  private func head(_ row: Matrix.Row) -> String {
    var text = "<span class=\"id\">\(HTML.escaped("\(row.pack)/\(row.id)"))</span> "
    text += "<span class=\"title\">\(HTML.escaped(row.title))</span>"
    if let target = row.target {
      text += " <span class=\"target\">Target \(HTML.escaped(target))</span>"
    }
    if let target = row.jointTarget {
      text += " <span class=\"target\">Jointly \(HTML.escaped(target))</span>"
    }
    if let note = row.note { text += " <span class=\"note\">\(HTML.escaped(note))</span>" }
    return text
  }

  private func cell(_ cell: Matrix.Cell, without: String = "not evaluated") -> String {
    guard let verdict = cell.verdict else { return "<td class=\"none\">\(without)</td>" }
    let shown = CellText(cell: cell)
    var text = "<td><span class=\"verdict \(verdict.rawValue)\">"
    text += "<span aria-hidden=\"true\">\(verdict.mark)</span> "
    text += "\(HTML.escaped(shown.verdict))</span>"
    if !shown.figure.isEmpty {
      text += " <span class=\"figure\">\(HTML.escaped(shown.figure))</span>"
    }
    if !shown.rank.isEmpty { text += " <span class=\"rank\">rank \(shown.rank)</span>" }
    return text + "</td>"
  }

  // MARK: What else is to be said

  private func joint(_ report: JointReport) -> String {
    guard !report.joint.isEmpty else { return "" }
    let reservation = report.reservation.map { "<p>\(HTML.escaped($0))</p>\n" } ?? ""
    return section("Promised jointly", report.joint) + reservation
  }

  /// What became of each institution's waivers and responses, and what is to come.
  private func beside(_ report: JointReport) -> String {
    let upcoming = JointUpcoming(report)
    let own = report.reports.map { own in
      let waivers = WaiverWords(report: own)
      let responses = ResponseWords(report: own)
      let later = upcoming.own(own)
      return [
        (waivers.heading, waivers.sentences), (responses.heading, responses.sentences),
        (later?.heading, later?.sentences ?? []),
      ].compactMap { heading, sentences in
        heading.map { list("\(own.institution): \($0)", sentences) }
      }.joined()
    }.joined()
    return own + (upcoming.heading.map { list($0, upcoming.common) } ?? "")
  }

  private func list(_ heading: String, _ sentences: [String]) -> String {
    let items = sentences.map { "<li>\(HTML.escaped($0))</li>\n" }.joined()
    return "<h2>\(HTML.escaped(heading))</h2>\n<ul>\n\(items)</ul>\n"
  }

  private func broken(_ report: JointReport) -> String {
    report.reports.map { own in
      let errors = own.findings.filter { $0.verdict == .error }
      return errors.isEmpty ? "" : section("Could not be evaluated: \(own.institution)", errors)
    }.joined()
  }

  private func section(_ title: String, _ findings: [Finding]) -> String {
    var text = "<section>\n<h2>\(HTML.escaped(title))</h2>\n"
    for finding in findings {
      let explanation = Explanation(finding: finding)
      text += "<h3><span class=\"id\">\(HTML.escaped(finding.findingID))</span> "
      text += "\(HTML.escaped(finding.title))</h3>\n"
      text += "<p><span class=\"verdict \(finding.verdict.rawValue)\">"
      text += "<span aria-hidden=\"true\">\(finding.verdict.mark)</span> "
      text += "\(finding.verdict.words)</span> "
      let sentences = [explanation.outcome] + explanation.sentences.dropFirst()
      text += HTML.escaped(sentences.joined(separator: " ")) + "</p>\n"
      for error in finding.errors { text += "<pre>\(HTML.escaped(error.rendered()))</pre>\n" }
    }
    return text + "</section>\n"
  }

  private func footer(_ report: JointReport) -> String {
    let packs = Set(report.findings.map { "\($0.pack) \($0.packVersion)" }).sorted()
    return HTML.escaped(
      "Holdfast \(report.reports[0].run.version); packs \(packs.joined(separator: ", ")). "
        + "Bounds are rounded outward; a rank of two numbers lies between them.")
  }
}
