import Diagnostics
public import HoldfastModel

/// What the gate says, for a buyer at a terminal, 80 columns wide.
public struct GateTerminalReporter: GateReporter {
  /// The format's name.
  public let name = "terminal"
  private let isColoured: Bool

  /// A reporter, with colours for a terminal or without.
  public init(isColoured: Bool = false) { self.isColoured = isColoured }

  /// Writes each alternative with what it does to each commitment.
  public func render(_ report: GateReport, to sink: inout some TextOutputStream) {
    var lines = head(report)
    for outcome in report.outcomes { lines += [""] + self.lines(outcome, report.currency) }
    lines += notes(report) + [""]
    lines += Layout.wrapped(report.summary, indent: 0).map { coloured($0, report.decision) }
    for line in lines { sink.write(line + "\n") }
  }

  private func head(_ report: GateReport) -> [String] {
    let day =
      report.asOfIsGiven ? "as of \(report.asOf) (given)" : "as of today, \(report.asOf)"
    let proposal = report.proposal
    let title = proposal.title.map { ": \($0)" } ?? ""
    return Layout.wrapped("\(report.institution), \(day)", indent: 0)
      + Layout.wrapped("\(proposal.id)\(title) (\(proposal.stage.rawValue))", indent: 0)
      + Layout.wrapped(report.baseWords, indent: 0)
      + Layout.wrapped(GateReport.scope, indent: 0)
  }

  private func lines(_ outcome: GateOutcome, _ currency: String) -> [String] {
    var lines = Layout.wrapped(
      "\(outcome.decision.words)  \(outcome.name(currency))", indent: 0
    ).map { coloured($0, outcome.decision) }
    for effect in outcome.effects {
      let words = GateWords(effect: effect)
      lines.append("")
      lines += Layout.wrapped(
        "\(words.label)  \(words.name) \(effect.after.title)", indent: 2
      ).map { coloured($0, effect.level == .block ? effect.decision : .approve) }
      for sentence in words.sentences { lines += Layout.wrapped(sentence, indent: 4) }
      lines += errors(effect)
    }
    if let unspoken = outcome.unspoken { lines += Layout.wrapped(unspoken, indent: 2) }
    if !outcome.untouched.isEmpty {
      lines +=
        [""]
        + Layout.wrapped("Not touched: \(outcome.untouched.joined(separator: ", "))", indent: 2)
    }
    return lines + outcome.warnings.flatMap { warning($0) }
  }

  private func errors(_ effect: GateEffect) -> [String] {
    let errors = effect.after.errors.isEmpty ? effect.before?.errors ?? [] : effect.after.errors
    return errors.flatMap { error in
      error.rendered().split(separator: "\n").map {
        "      " + Diagnostic.printable(String($0), limit: 2000)
      }
    }
  }

  private func warning(_ warning: Diagnostic) -> [String] {
    let first = warning.rendered().split(separator: "\n").first.map(String.init) ?? ""
    return Layout.wrapped(first + (warning.help.map { " (\($0))" } ?? ""), indent: 2)
  }

  private func notes(_ report: GateReport) -> [String] {
    var lines: [String] = []
    for item in report.unjudged {
      lines += Layout.wrapped("Not judged: \(item.name), since \(item.reason).", indent: 0)
    }
    lines += report.leftOutWords.map { Layout.wrapped($0, indent: 0) } ?? []
    for item in report.run.warnings { lines += warning(item) }
    if let reservation = report.reservation {
      let again = report.wasReserved ? "Reserved already" : "Reserved"
      lines += Layout.wrapped(
        "\(again): \(reservation.id), until \(reservation.until) (\(reservation.alternative)).",
        indent: 0)
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func coloured(_ text: String, _ decision: GateDecision) -> String {
    let verdict: Verdict =
      switch decision {
      case .approve: .pass
      case .reject: .fail
      case .refer: .indeterminate
      case .error: .error
      }
    return verdict.coloured(text, isColoured)
  }
}
