import Diagnostics
public import HoldfastModel

/// What the gate says, as a page for a file of the award or a comment: the alternatives side by side
/// in a table, and each in its own words.
public struct GateMarkdownReporter: GateReporter {
  /// The format's name.
  public let name = "markdown"

  /// A reporter.
  public init() {}

  /// Writes the page.
  public func render(_ report: GateReport, to sink: inout some TextOutputStream) {
    let title = report.proposal.title ?? report.proposal.id
    sink.write("# \(report.decision.words): \(Self.escaped(title))\n\n")
    sink.write("\(Self.escaped(report.institution)), as of \(report.asOf). ")
    sink.write("\(Self.escaped(report.baseWords)) *\(GateReport.scope)*\n\n")
    table(report, to: &sink)
    for outcome in report.outcomes { section(outcome, report.currency, to: &sink) }
    for item in report.unjudged {
      sink.write("\nNot judged: \(Self.escaped(item.name)), since \(item.reason).\n")
    }
    if let words = report.leftOutWords { sink.write("\n\(Self.escaped(words))\n") }
    if let reservation = report.reservation {
      sink.write("\nReserved: \(Self.escaped(reservation.id)), until \(reservation.until).\n")
    }
  }

  /// A column for each alternative, a row for each commitment that any of them touches.
  private func table(_ report: GateReport, to sink: inout some TextOutputStream) {
    let names = report.outcomes.map { Self.escaped($0.alternative.id) }
    sink.write("| commitment | \(names.joined(separator: " | ")) |\n")
    sink.write("|---|" + String(repeating: "---|", count: names.count) + "\n")
    let all = report.outcomes.map { "**\($0.decision.words)**" }
    sink.write("| decision | \(all.joined(separator: " | ")) |\n")
    var seen: Set<TextKey> = []
    for effect in report.outcomes.flatMap(\.effects)
    where seen.insert(TextKey(effect.after.findingID)).inserted {
      let cells = report.outcomes.map { outcome -> String in
        guard let own = outcome.effects.first(where: { $0.isOn(effect) }) else {
          return "not touched"
        }
        return "\(GateWords(effect: own).label): \(GateWords.number(own.after))"
      }
      let name = effect.after.id + (effect.after.group.map { " [\($0)]" } ?? "")
      sink.write("| \(Self.escaped(name)) | \(cells.joined(separator: " | ")) |\n")
    }
  }

  private func section(
    _ outcome: GateOutcome, _ currency: String, to sink: inout some TextOutputStream
  ) {
    sink.write("\n## \(outcome.decision.words): \(Self.escaped(outcome.name(currency)))\n\n")
    for effect in outcome.effects {
      let words = GateWords(effect: effect)
      let text = words.sentences.joined(separator: " ")
      sink.write(
        "- **\(words.label)** \(Self.escaped("\(words.name) \(effect.after.title)")): "
          + Self.escaped(text) + "\n")
    }
    if let unspoken = outcome.unspoken { sink.write("\(unspoken)\n") }
    if !outcome.untouched.isEmpty {
      let names = outcome.untouched.joined(separator: ", ")
      sink.write("\nNot touched: \(Self.escaped(names)).\n")
    }
    for warning in outcome.warnings {
      sink.write("\n> \(Self.escaped(warning.message))")
      sink.write(warning.help.map { ": \(Self.escaped($0))" } ?? "")
      sink.write("\n")
    }
  }

  /// A text of which nothing is taken for markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Diagnostic.printable(text, limit: 4000).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~": result += "\\\(scalar)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension GateEffect {
  /// Whether another is on the same commitment and group.
  fileprivate func isOn(_ other: GateEffect) -> Bool {
    TextKey(after.findingID) == TextKey(other.after.findingID)
  }
}
