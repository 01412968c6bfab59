import Diagnostics
import Exact
import HoldfastModel
import JSONText

/// A finding as the JSON report has it.
struct FindingJSON {
  let finding: Finding

  var value: JSON {
    .object([
      ("finding_id", .text(finding.findingID)), ("pack", .text(finding.pack)),
      ("pack_version", .text(finding.packVersion)), ("id", .text(finding.id)),
      ("title", .text(finding.title)), ("owner", JSON(finding.owner)),
      ("group", JSON(finding.group)),
      ("check", .text(finding.check)), ("dataset", .text(finding.dataset)),
      ("looks_up", lookups),
      ("about_persons", finding.isAboutPersons.map(JSON.bool) ?? .null),
      ("verdict", .text(finding.verdict.rawValue)),
      ("basis", .text(finding.basis)),
      ("enforcement", enforcement), ("source", source),
      ("period", period), ("definition", definition),
      ("terms_digest", JSON(finding.termsDigest.isEmpty ? nil : finding.termsDigest)),
      ("standing", JSON(finding.standing?.rawValue)), ("measurement", measurement),
      ("parts", parts), ("target", target), ("stretch", stretch),
      ("score", score),
      ("headroom", JSON(finding.headroom?.description)),
      ("shortfall", JSON(finding.shortfall?.description)),
      (
        "settles",
        .object([
          ("pass", rows(finding.settlesPass)), ("fail", rows(finding.settlesFail)),
          ("pass_rows", count(finding.settlesPass)), ("fail_rows", count(finding.settlesFail)),
        ])
      ),
      (
        "rows_shown",
        .array((finding.measurement?.witnesses ?? []).filter { !$0.isHidden }.map(row))
      ),
      ("decided_by", .array(finding.decidedBy.map(JSON.text))),
      ("waiver", WaiverJSON.value(finding.waiver)),
      ("responses", .array(finding.responses.map(ResponseJSON.value))),
      ("errors", .integer(finding.errorCount)),
      ("explanation", .text(Explanation(finding: finding).paragraph)),
    ])
  }

  /// What the number is made of.
  private var parts: JSON {
    .array(
      finding.parts.map { name, part in
        let inner = FindingJSON(finding: part)
        return .object([
          ("name", .text(name)), ("dataset", JSON(part.dataset.isEmpty ? nil : part.dataset)),
          ("looks_up", inner.lookups),
          ("group", JSON(part.group)), ("check", .text(part.check)),
          ("verdict", JSON(part.target == nil ? nil : part.verdict.rawValue)),
          ("period", inner.period), ("definition", inner.definition),
          ("measurement", inner.measurement),
        ])
      })
  }

  private var lookups: JSON { .array(finding.definition.lookups.map(JSON.text)) }

  private var enforcement: JSON {
    .object([
      ("check", .text(finding.enforcement.check.rawValue)),
      ("gate", .text(finding.enforcement.gate.rawValue)),
    ])
  }

  private var source: JSON {
    guard let citation = finding.citation else { return .null }
    return .object([
      ("ref", .text(citation.reference)), ("says", JSON(citation.says)),
      ("number_from", JSON(citation.numberFrom?.rawValue)), ("reading", JSON(citation.reading)),
    ])
  }

  private var period: JSON {
    guard let period = finding.period else { return .null }
    return .object([
      ("from", JSON(period.from?.description)), ("to", .text(period.to.description)),
      ("provisional", .bool(period.provisional)),
    ])
  }

  private var definition: JSON {
    let definition = finding.definition
    return .object([
      ("where", JSON(definition.condition)), ("among", JSON(definition.among)),
      ("measure", JSON(definition.measure)),
      (
        "definitions",
        .object(definition.definitions.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
      ),
      ("digest", .text(definition.digest)),
    ])
  }

  private var measurement: JSON {
    guard let measurement = finding.measurement else { return .null }
    let bounds = measurement.bounds
    return .object([
      ("unit", .text(measurement.unit.name)), ("currency", JSON(finding.currency)),
      ("value", bounds.map { $0.isExact ? number($0.lower, .value) : .null } ?? .null),
      ("lower", bounds.map { number($0.lower, .lower) } ?? .null),
      ("upper", bounds.map { number($0.upper, .upper) } ?? .null),
      (
        "known_rows_only",
        measurement.isWithheld
          ? .null : measurement.knownRowsOnly.map { number($0, .value) } ?? .null
      ),
      ("numerator", amount(measurement.numerator)),
      ("denominator", amount(measurement.denominator)),
      ("unknown", amount(measurement.unknown)), ("rows", .integer(measurement.rows)),
      ("unknown_rows", .integer(measurement.unknownRows)),
      ("unknown_columns", .object(finding.unknownColumns.map { ($0.name, .integer($0.rows)) })),
      (
        "left_out",
        .object(
          finding.leftOut.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value.rows)) })
      ),
      (
        "left_out_sum",
        .object(
          finding.leftOut.sorted { $0.key < $1.key }.map {
            ($0.key, .text($0.value.total.description))
          })
      ),
      ("outside_period", .integer(finding.outside.rows)),
      (
        "unmatched",
        .object(
          finding.unmatched.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value.rows)) })
      ),
      (
        "unmatched_sum",
        .object(
          finding.unmatched.sorted { $0.key < $1.key }.map {
            ($0.key, .text($0.value.total.description))
          })
      ),
      ("credit_notes", .bool(measurement.hasCredits)),
    ])
  }

  /// An amount, unless it would tell of single persons.
  private func amount(_ value: Decimal?) -> JSON {
    finding.measurement?.isWithheld == true ? .null : JSON(value?.description)
  }

  private func number(_ value: Rational, _ end: Figures.End) -> JSON {
    let scale =
      switch finding.measurement?.unit {
      case .rows: 0
      case .money: 2
      default: 4
      }
    // A sum has as many digits as its terms, and is told whole.
    if finding.measurement?.form == .sum, let whole = Figures.whole(value, atLeast: scale) {
      return .text(whole.description)
    }
    return .text(Figures.rounded(value, scale: scale, end, against: finding.target).description)
  }

  private var target: JSON {
    guard let target = finding.target else { return .null }
    return .object([
      ("text", .text(target.text)), ("minimum", end(target.minimum)),
      ("maximum", end(target.maximum)),
      ("strict", .bool(target.minimum?.strict ?? target.maximum?.strict ?? false)),
    ])
  }

  private func end(_ end: TargetLine.End?) -> JSON {
    guard let end else { return .null }
    if let exact = end.value.decimal { return .text(exact.normalized.description) }
    return .text("\(end.value.numerator)/\(end.value.denominator)")
  }

  private var stretch: JSON {
    guard let stretch = finding.stretch else { return .null }
    return .object([
      ("text", .text(stretch.text)), ("reached", stretch.reached.map(JSON.bool) ?? .null),
    ])
  }

  private var score: JSON {
    guard let score = finding.score else { return .null }
    let text = { (value: Rational, end: Figures.End) -> JSON in
      .text(Figures.rounded(value, scale: 4, end, against: nil).normalized.description)
    }
    return .object([
      ("of", .text(score.of.normalized.description)),
      ("lower", text(score.earned.lower, .lower)), ("upper", text(score.earned.upper, .upper)),
    ])
  }

  private func rows(_ settlement: Settlement?) -> JSON {
    .array((settlement?.rows ?? []).filter { !$0.isHidden }.map(row))
  }

  /// How many rows a settlement takes; null where twenty do not settle it.
  private func count(_ settlement: Settlement?) -> JSON {
    settlement.map { .integer($0.rows.count) } ?? .null
  }

  private func row(_ witness: Witness) -> JSON {
    .object([
      ("key", JSON(witness.key.isEmpty ? nil : witness.key)), ("digest", .text(witness.digest)),
      ("shown", .array(witness.shown.map(JSON.text))),
      (
        "measure",
        JSON(finding.measurement?.countsRows == true ? nil : witness.measure?.description)
      ),
      ("unknown", .array(witness.unknown.map(JSON.text))),
    ])
  }
}

extension Finding {
  /// Whether it rests on what somebody attested, and not on what was counted.
  var isAttested: Bool { definition.claim != nil || dataset == EvidenceRegister.name }

  /// What its number rests on: rows that Holdfast counted, somebody's word, or a plugin's.
  var basis: String { claimedBy != nil ? "claimed" : isAttested ? "attested" : "measured" }
}

extension Measurement.Unit {
  /// The unit's name in reports for programs.
  var name: String {
    switch self {
    case .share: "share"
    case .money: "money"
    case .number: "number"
    case .rows: "rows"
    }
  }
}
