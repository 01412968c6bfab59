import HoldfastModel

/// What a report comes to in a few lines: the head of every format that has one.
struct Summary {
  let report: Report

  /// The result with its counts: `FAIL (3 pass, 1 fail)`.
  var result: String {
    Self.result(report.findings, word)
  }

  /// The same of findings and the word for them.
  static func result(_ findings: [Finding], _ word: String) -> String {
    let isEmpty = findings.allSatisfy { $0.verdict == .notApplicable }
    return "\(isEmpty ? "nothing was evaluated" : word) (\(TerminalReporter.counts(findings)))"
  }

  /// The result alone: `FAIL`. Where a miss is only no worse than before nobody is told of a pass.
  var word: String {
    if isEmpty { return "NOTHING WAS EVALUATED" }
    let isOld = report.findings.contains { $0.standing == .noWorse }
    return isOld && report.verdict == .pass ? "NO WORSE" : report.verdict.words
  }

  private var isEmpty: Bool { report.findings.allSatisfy { $0.verdict == .notApplicable } }

  /// The findings that stop the run, in a sentence; nil where none does.
  var stoppedBy: String? {
    let names = report.findings.filter(\.stopsTheRun).map { finding in
      finding.id + (finding.group.map { " [\($0)]" } ?? "")
        + " (\(finding.verdict.words.lowercased()))"
    }
    return names.isEmpty ? nil : "Stopped by \(names.joined(separator: ", "))"
  }

  /// The day, and what is to be known before anything else.
  var day: String {
    let day =
      report.asOfIsGiven ? "As of \(report.asOf) (given)." : "As of today, \(report.asOf)."
    return day + (report.isPartial ? " Only part of the packs was evaluated." : "")
  }

  /// Verdicts by what they rest on, each kind for itself: somebody's word is not a count.
  var bases: [(name: String, counts: String)] {
    [
      ("measured", "Measured from the data"), ("attested", "Attested by somebody"),
      ("claimed", "Claimed by a plugin"),
    ].compactMap { basis, name in
      let findings = report.findings.filter { $0.basis == basis }
      return findings.isEmpty ? nil : (name, TerminalReporter.counts(findings))
    }
  }

  /// The kinds in one sentence each.
  var basisSentences: String {
    bases.map { "\($0.name): \($0.counts)." }.joined(separator: " ")
  }

  /// What was not evaluated, in sentences.
  var notEvaluated: [String] {
    var result: [String] = []
    if !report.templates.isEmpty {
      result.append(
        "Not evaluated, since their targets are for you to supply: "
          + report.templates.joined(separator: ", ") + ".")
    }
    if !report.waiting.isEmpty {
      result.append(
        "Not evaluated, since they rest on those: \(report.waiting.joined(separator: ", ")).")
    }
    return result
  }
}

extension Finding {
  /// How much a finding asks for attention: 0 is most.
  var urgency: Int {
    switch (verdict, weight) {
    case (.error, _): 0
    case (.fail, .block): 1
    case (.indeterminate, .block): 2
    case (.fail, .warn): 3
    case (.indeterminate, .warn): 4
    case (.fail, .report): 5
    case (.indeterminate, .report): 6
    case (.waived, _): 7
    case (.pass, _): 8
    case (.notApplicable, _): 9
    }
  }

  /// What was found, for a cell of a table.
  var found: String {
    let figure = CellText.figure(of: self)
    guard !figure.isEmpty, measurement?.form == .breaches else { return figure }
    return "\(figure) in breach"
  }

  /// Whether it stops the run.
  var stopsTheRun: Bool { urgency < 3 }
}

extension Sequence<Finding> {
  /// The findings with the most urgent first; equally urgent ones as they stood.
  var byUrgency: [Finding] {
    enumerated().sorted {
      ($0.element.urgency, $0.offset) < ($1.element.urgency, $1.offset)
    }.map(\.element)
  }
}
