import Diagnostics
import Exact
public import HoldfastModel
import JSONText

/// What the gate says, for programs. Numbers are text.
public struct GateJSONReporter: GateReporter {
  /// The format's name.
  public let name = "json"

  /// A reporter.
  public init() {}

  /// Writes one JSON object and a line end.
  public func render(_ report: GateReport, to sink: inout some TextOutputStream) {
    let document = JSON.object([
      ("holdfast", .text("1")), ("gate", gate(report)), ("run", run(report)),
    ])
    document.write(to: &sink)
    sink.write("\n")
  }

  private func gate(_ report: GateReport) -> JSON {
    let proposal = report.proposal
    return .object([
      ("as_of", .text(report.asOf.description)), ("institution", .text(report.institution)),
      ("currency", .text(report.currency)), ("scope", .text(GateReport.scope)),
      ("proposal", .text(proposal.id)), ("title", JSON(proposal.title)),
      ("stage", .text(proposal.stage.rawValue)), ("base", .text(proposal.base.rawValue)),
      ("reserved", .array(report.reserved.map(JSON.text))),
      ("decision", .text(report.decision.rawValue)),
      ("exit", .integer(Int(report.decision.exitCode))),
      ("alternatives", .array(report.outcomes.map { outcome($0) })),
      (
        "not_judged",
        .array(
          report.unjudged.map { name, reason in
            .object([("commitment", .text(name)), ("reason", .text(reason))])
          })
      ),
      ("left_out", .array(report.leftOut.map { .text($0.name) })),
      ("reservation", report.reservation.map(reservation) ?? .null),
    ])
  }

  private func outcome(_ outcome: GateOutcome) -> JSON {
    .object([
      ("id", .text(outcome.alternative.id)), ("title", JSON(outcome.alternative.title)),
      ("value", JSON(outcome.value?.description)), ("decision", .text(outcome.decision.rawValue)),
      ("effects", .array(outcome.effects.map { effect($0) })),
      ("not_touched", .array(outcome.untouched.map(JSON.text))),
      ("warnings", .array(outcome.warnings.map { .text($0.rendered()) })),
    ])
  }

  private func effect(_ effect: GateEffect) -> JSON {
    let words = GateWords(effect: effect)
    return .object([
      ("finding_id", .text(effect.after.findingID)), ("title", .text(effect.after.title)),
      ("year", effect.year.map(JSON.integer) ?? .null),
      ("decision", .text(effect.decision.rawValue)), ("level", .text(effect.level.rawValue)),
      ("does_not_block_since", JSON(effect.unblocked)), ("worse", .bool(effect.isWorse)),
      ("leaves_replaced", .bool(effect.leavesReplaced)),
      ("sentence", .text(words.sentence)),
      ("explanation", .text(words.sentences.joined(separator: " "))),
      ("turns", change(effect.change)),
      ("before", effect.before.map { FindingJSON(finding: $0).value } ?? .null),
      ("after", FindingJSON(finding: effect.after).value),
    ])
  }

  private func change(_ change: GateChange?) -> JSON {
    guard let change else { return .null }
    return .object([
      ("amount", .text(change.amount.description)),
      ("counts", .text(change.isMore ? "more" : "less")), ("possible", .bool(change.isPossible)),
    ])
  }

  private func reservation(_ reservation: Reservation) -> JSON {
    .object([
      ("id", .text(reservation.id)), ("alternative", .text(reservation.alternative)),
      ("until", .text(reservation.until.description)),
    ])
  }

  private func run(_ report: GateReport) -> JSON {
    .object([
      ("version", .text(report.run.version)), ("started", .text(report.run.started)),
      ("milliseconds", .integer(report.run.milliseconds)),
      ("as_of_given", .bool(report.asOfIsGiven)),
      ("packs", .array(report.run.packs.map(JSON.text))),
      ("warnings", .array(report.run.warnings.map { .text($0.rendered()) })),
    ])
  }
}
