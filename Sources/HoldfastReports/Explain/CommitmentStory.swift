import Diagnostics
import Exact
public import HoldfastModel
import JSONText

/// All that there is to say of one commitment: what was promised, how it is judged, which rows count,
/// what was found, who chose what, and how it went before.
public struct CommitmentStory {
  /// A heading, and what stands under it.
  typealias Section = (heading: String, lines: [String])

  private let promise: Commitment
  private let pack: Pack
  private let report: Report
  private let findings: [Finding]
  private let history: [String]

  /// The story of a commitment of a pack, in a report of a run of it; `group` picks one group, and
  /// `history` is what a log says, line by line.
  public init(
    of promise: Commitment, in pack: Pack, group: String?, _ report: Report, history: [String]
  ) {
    (self.promise, self.pack, self.report, self.history) = (promise, pack, report, history)
    findings = report.findings.filter { finding in
      finding.pack == pack.id && finding.id == promise.id
        && (group == nil || finding.group.map(TextKey.init) == group.map(TextKey.init))
    }
  }

  private var title: String { "\(pack.id)/\(promise.id) \(promise.title)" }

  private var sections: [Section] {
    let all: [Section] =
      [("What was promised", promised), ("How it is judged", rule)]
      + findings.flatMap { finding in
        let name = finding.group.map { " [\($0)]" } ?? ""
        return [
          ("What was found\(name)", Explanation(finding: finding).sentences),
          ("Rows\(name)", RowAccount(finding: finding).lines),
        ]
      } + [("Choices behind it", choices), ("Before", history)]
    return all.filter { !$0.lines.isEmpty }
  }

  private var promised: [String] {
    var lines: [String] = []
    if let says = promise.citation?.says { lines.append("“\(says)”") }
    let document = findings.first?.citation?.document ?? promise.citation?.document
    if let source = document?.title { lines.append("Source: \(source)") }
    if let reading = promise.citation?.reading { lines.append("Read as: \(reading)") }
    if let owner = promise.owner { lines.append("Owner: \(owner)") }
    return lines
  }

  /// What is counted, as the pack has it, with the definitions that it uses.
  private var rule: [String] {
    let texts: [(String, String?)] = [
      ("check", promise.check.value), ("of", promise.dataset.value),
      ("measure", promise.measure?.text), ("where", promise.condition?.text),
      ("among", promise.among?.text), ("by", promise.key?.text),
      ("missing", promise.missing == .unknown ? nil : promise.missing.rawValue),
      ("period", promise.period?.text), ("per", promise.per?.value),
      (
        "target",
        promise.schedule.isEmpty
          ? nil : promise.schedule.map(\.target.text).joined(separator: ", then ")
      ),
      ("enforcement", promise.enforcement.check.rawValue),
    ]
    let definitions = findings.first?.definition.definitions ?? [:]
    return texts.compactMap { name, text in text.map { "\(name): \($0)" } }
      + definitions.sorted { $0.key < $1.key }.map { "\($0.key) is: \($0.value)" }
      + promise.leaveOut.map { "left out as \($0.id): \($0.when.text), because \($0.because)" }
  }

  private var choices: [String] {
    let own = Set(findings.map(\.findingID)).union(["\(pack.id)/\(promise.id)"])
    var narrowed = report
    narrowed.choices = report.choices.filter { choice in
      !own.isDisjoint(with: choice.decides) || own.contains { choice.what.hasPrefix("\($0).") }
        || !choice.what.contains("/")
    }
    return ChoiceLines(report: narrowed).texts
  }

  // MARK: Formats

  /// For a terminal.
  public var terminal: String {
    var lines = Layout.wrapped(title, indent: 0)
    for section in sections {
      lines += ["", section.heading] + section.lines.flatMap { Layout.wrapped($0, indent: 2) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For a page.
  public var markdown: String {
    let text = { (text: String) in MarkdownText.escaped(text) }
    var lines = ["# \(text(title))"]
    for section in sections {
      lines += ["", "## \(text(section.heading))", ""] + section.lines.map { "- \(text($0))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For programs: the findings as the JSON report has them, and what is said beside.
  public var json: String {
    JSON.object([
      ("holdfast", .text("1")), ("commitment", .text("\(pack.id)/\(promise.id)")),
      ("title", .text(promise.title)), ("as_of", .text(report.asOf.description)),
      ("findings", .array(findings.map { FindingJSON(finding: $0).value })),
      (
        "sections",
        .array(
          sections.map {
            .object([("heading", .text($0.heading)), ("lines", .array($0.lines.map(JSON.text)))])
          })
      ),
    ]).document
  }
}
