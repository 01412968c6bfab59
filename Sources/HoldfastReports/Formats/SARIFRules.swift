import HoldfastModel
import JSONText

/// The commitments of a report as SARIF's rules, each once, in the order of the findings.
struct SARIFRules {
  /// The rules.
  private(set) var all: [JSON] = []
  /// Their places, by name.
  private(set) var index: [String: Int] = [:]

  init(_ findings: [Finding]) {
    var groups: [[Finding]] = []
    for finding in findings {
      if let place = index[finding.rule] {
        groups[place].append(finding)
      } else {
        index[finding.rule] = groups.count
        groups.append([finding])
      }
    }
    all = groups.map(Self.rule)
  }

  private static func rule(_ findings: [Finding]) -> JSON {
    let finding = findings[0]
    let level = findings.byUrgency[0].sarifLevel
    let help = help(finding)
    return .object([
      ("id", .text(finding.rule)),
      ("shortDescription", text(finding.title)),
      ("fullDescription", text(description(finding))),
      (
        "help",
        .object([
          ("text", .text(filled(help.joined(separator: "\n")))),
          ("markdown", .text(help.map { "- \(MarkdownText.escaped($0))" }.joined(separator: "\n"))),
        ])
      ),
      ("defaultConfiguration", .object([("level", .text(level))])),
      (
        "properties",
        .object([
          ("tags", .array([.text("commitment"), .text(finding.check)])),
          ("problem.severity", .text(level == "note" ? "recommendation" : level)),
          ("packVersion", .text(finding.packVersion)),
        ])
      ),
    ])
  }

  private static func description(_ finding: Finding) -> String {
    let says = finding.citation?.says.map { " The source says: \"\($0)\"." } ?? ""
    let target = finding.target.map { " Target \($0.text)." } ?? ""
    return "\(finding.title).\(target)\(says)"
  }

  /// What a reader needs to judge a result, and to do something about it.
  private static func help(_ finding: Finding) -> [String] {
    let definition = finding.definition
    let named = definition.definitions.sorted { $0.key < $1.key }.map {
      "\($0.key) is: \($0.value)"
    }
    let lines = [
      finding.citation.map { "Source: \($0.reference)" + ($0.says.map { ", \"\($0)\"" } ?? "") },
      finding.citation?.reading.map { "Read as: \($0)" },
      finding.owner.map { "Owner: \($0)" },
      definition.among.map { "Judged are rows among: \($0)" },
      definition.condition.map { "Counted are rows where: \($0)" },
      definition.measure.map { "Added up is: \($0)" },
    ].compactMap { $0 }
    return lines + named + [
      "To see the rows behind it: holdfast check with --report terminal --only \(finding.id)."
    ]
  }

  private static func text(_ text: String) -> JSON {
    .object([("text", .text(filled(PlainText.block(text, limit: 1_000))))])
  }

  /// A text that must not be empty.
  private static func filled(_ text: String) -> String { text.isEmpty ? "-" : text }
}

extension Finding {
  /// The commitment, whatever the group.
  var rule: String { "\(pack)/\(id)" }

  /// How loud a result is.
  var sarifLevel: String {
    switch urgency {
    case 0...2: "error"
    case 3...4: "warning"
    default: "note"
    }
  }
}
