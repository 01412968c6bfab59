import Diagnostics
import HoldfastModel

/// A commitment in an HTML report: its findings, one for each group.
struct HTMLCommitment {
  let findings: [Finding]
  /// Its place in the report, which links lead to.
  let number: Int

  private var first: Finding { findings[0] }

  /// The name that links lead to.
  var anchor: String { "c\(number)" }

  /// A line of the table at the head.
  var row: String {
    let cell = Matrix.Cell(findings: findings)
    let shown = CellText(cell: cell)
    let verdict = cell.verdict ?? .error
    let target = Set(findings.compactMap { $0.target?.text })
    return "<tr><td>\(Self.badge(verdict, shown.verdict))</td>"
      + "<th scope=\"row\"><a href=\"#\(anchor)\">"
      + "<span class=\"id\">\(HTML.escaped(first.rule))</span> "
      + "<span class=\"title\">\(HTML.escaped(first.title))</span></a></th>"
      + "<td><span class=\"figure\">\(HTML.escaped(found))</span></td>"
      + "<td>\(HTML.escaped(target.count == 1 ? target.first ?? "" : ""))</td>"
      + "<td>\(weight)</td></tr>\n"
  }

  /// What was found; the groups of a commitment stand in its article.
  private var found: String {
    findings.count == 1 && first.group == nil ? first.found : "by group, below"
  }

  /// What its numbers are.
  private var basis: String {
    switch first.basis {
    case "attested": "documents by which somebody attests it"
    case "claimed": "the claim of the plugin '\(first.claimedBy ?? "")'"
    default: "the data, as counted by Holdfast"
    }
  }

  /// What a miss does.
  private var weight: String {
    switch first.enforcement.check {
    case .block: "stops the run"
    case .warn: "is pointed out"
    case .report: "is written down"
    }
  }

  /// The commitment with all that is known of it.
  var article: String {
    var text = "<article id=\"\(anchor)\" aria-labelledby=\"\(anchor)-name\">\n"
    text += "<h3 id=\"\(anchor)-name\"><span class=\"id\">\(HTML.escaped(first.rule))</span> "
    text += "\(HTML.escaped(first.title))</h3>\n"
    for finding in findings {
      if let group = finding.group { text += "<h4>\(HTML.escaped(group))</h4>\n" }
      text += body(finding)
    }
    return text + promise + "</article>\n"
  }

  private func body(_ finding: Finding) -> String {
    let explanation = Explanation(finding: finding)
    let labelled: [(String, [String])] = [
      ("What would settle it", explanation.settlement), ("How far it is", explanation.distances),
      ("Not in the number", explanation.rows),
    ]
    let apart = Set(labelled.flatMap(\.1) + explanation.origin)
    let rest = explanation.sentences.dropFirst().filter { !apart.contains($0) }
    var text = "<p class=\"found\">\(Self.badge(finding.verdict, finding.verdict.words)) "
    text += "\(HTML.escaped(explanation.outcome))</p>\n" + HTMLBar(finding: finding).text
    if !rest.isEmpty { text += "<p>\(HTML.escaped(rest.joined(separator: " ")))</p>\n" }
    text += Self.list(
      labelled.filter { !$0.1.isEmpty }.map {
        ($0.0, HTML.escaped($0.1.joined(separator: " ")))
      })
    for error in finding.errors { text += "<pre>\(HTML.escaped(error.rendered()))</pre>\n" }
    if finding.unsaidErrors > 0 { text += "<p>... and \(finding.unsaidErrors) more.</p>\n" }
    return text
  }

  /// What was promised, by whom, and how it is judged.
  private var promise: String {
    let definition = first.definition
    let code = { (text: String) in "<code>\(HTML.escaped(text))</code>" }
    var facts: [(String, String)] = [("A miss", weight), ("Rests on", HTML.escaped(basis))]
    if let citation = first.citation {
      let says = citation.says.map { "<blockquote>“\(HTML.escaped($0))”</blockquote>" } ?? ""
      let document = [citation.document?.title, citation.document?.locator].compactMap { $0 }
      let name = document.isEmpty ? "" : ": " + document.joined(separator: ", ")
      facts.append(("Source", says + HTML.escaped(citation.reference + name)))
      if let reading = citation.reading { facts.append(("Read as", HTML.escaped(reading))) }
    }
    let origin = Explanation(finding: first).origin
    if !origin.isEmpty { facts.append(("Who", HTML.escaped(origin.joined(separator: " ")))) }
    if let among = definition.among { facts.append(("Judged are", code(among))) }
    if let condition = definition.condition { facts.append(("Counted are", code(condition))) }
    if let measure = definition.measure { facts.append(("Added up is", code(measure))) }
    for (name, meaning) in definition.definitions.sorted(by: { $0.key < $1.key }) {
      facts.append(("\(HTML.escaped(name)) is", code(meaning)))
    }
    facts.append(("Written in", code("\(first.place.file):\(first.place.line)")))
    return Self.list(facts)
  }

  /// Names with their values, which are HTML already.
  static func list(_ facts: [(String, String)]) -> String {
    guard !facts.isEmpty else { return "" }
    return "<dl>\n" + facts.map { "<dt>\($0)</dt><dd>\($1)</dd>\n" }.joined() + "</dl>\n"
  }

  /// A verdict, told by its word and a mark as well as its colour.
  static func badge(_ verdict: Verdict, _ words: String) -> String {
    "<span class=\"verdict \(verdict.rawValue)\"><span aria-hidden=\"true\">\(verdict.mark)</span> "
      + "\(HTML.escaped(words))</span>"
  }
}
