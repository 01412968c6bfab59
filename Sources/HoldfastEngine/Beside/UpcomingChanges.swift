import Exact
import HoldfastModel

/// What will change on days to come though no row does, beside targets: waivers and attestations
/// that end, packs that begin or end, misses that begin to count.
struct UpcomingChanges {
  private let report: Report
  private let request: RunRequest

  init(_ report: Report, _ request: RunRequest) { (self.report, self.request) = (report, request) }

  /// All of them, in no order.
  var all: [Upcoming] {
    (waivers + attestations + packs + dues).filter { isAhead($0.from) }
  }

  private func isAhead(_ day: CivilDate) -> Bool {
    let end = report.asOf.adding(days: request.horizon) ?? CivilDate.range.upperBound
    return report.asOf < day && day <= end
  }

  private var waivers: [Upcoming] {
    (report.waivers?.entries ?? []).compactMap { entry in
      let waiver = entry.waiver
      switch entry.state {
      case .used:
        guard let end = waiver.expires.adding(days: 1) else { return nil }
        return Upcoming(
          .waiverEnds, of: waiver.name.text, from: end,
          says: "the waiver ends that \(waiver.owner) answers for")
      case .notBegun:
        let isMissed = report.findings.contains {
          waiver.name.covers($0) && [.fail, .indeterminate].contains($0.verdictWithoutWaiver)
        }
        guard isMissed else { return nil }
        return Upcoming(
          .waiverBegins, of: waiver.name.text, from: waiver.issued,
          says: "a waiver begins that \(waiver.owner) answers for")
      default: return nil
      }
    }
  }

  private var dues: [Upcoming] {
    report.findings.compactMap { finding in
      finding.dueBy.map {
        Upcoming(.due, of: finding.findingID, from: $0, says: "a miss no longer only reports")
      }
    }
  }

  private var packs: [Upcoming] {
    let named = Set(report.findings.map(\.pack))
    return request.packs.filter { named.contains($0.id) }.flatMap { pack in
      [
        pack.effective.map {
          Upcoming(.packBegins, of: pack.id, from: $0, says: "the pack comes into force")
        },
        pack.until?.adding(days: 1).map {
          Upcoming(.packEnds, of: pack.id, from: $0, says: "the pack is no longer in force")
        },
      ].compactMap { $0 }
    }
  }

  private var attestations: [Upcoming] {
    let replaced = Set(
      request.attestations.filter(holds).compactMap { $0.supersedes.map { TextKey($0.value) } })
    let relied = request.attestations.filter {
      holds($0) && !replaced.contains(TextKey($0.id.value))
    }
    return report.findings.filter { $0.definition.claim != nil }.flatMap { finding in
      relied.filter { $0.claim == finding.definition.claim }.compactMap { item in
        end(of: item, for: finding).map { day in
          Upcoming(
            .attestationEnds, of: finding.findingID, from: day,
            says: "the attestation '\(item.id.value)' no longer holds")
        }
      }
    }
  }

  /// Whether somebody has signed it, and its last day has not passed.
  private func holds(_ item: Attestation) -> Bool {
    guard item.isSigned, let day = item.signedOn, day <= report.asOf else { return false }
    return item.validUntil.map { $0 >= report.asOf } ?? true
  }

  /// The first day on which an attestation is out of date for a commitment: past its last day, or
  /// signed too many months before.
  private func end(of item: Attestation, for finding: Finding) -> CivilDate? {
    let promise = request.packs.first { $0.id == finding.pack }?.commitments
      .first { $0.id == finding.id }
    let age = promise?.integer("max_age_months").flatMap { months in
      item.signedOn?.adding(months: months + 1)
    }
    return [item.validUntil?.adding(days: 1), age].compactMap { $0 }.min()
  }
}
