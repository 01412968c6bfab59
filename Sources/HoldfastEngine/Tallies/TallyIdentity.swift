import Exact
import HoldfastExpressions
import HoldfastModel

/// Makes the digests that tell whether numbers that were added up elsewhere, or earlier, are the
/// ones that a run wants: everything that can change them goes into the digest, and nothing else.
struct TallyIdentity {
  /// Grows with every change of what rows mean or of how they are added up.
  static let semantics = 1

  let institution: Institution
  let asOf: CivilDate
  /// A digest of the files of each lookup.
  let lookups: [String: [UInt8]]

  /// The digest of how the rows of a dataset come about.
  func declaration(of dataset: Dataset) -> [UInt8] {
    digest(declarationText(of: dataset).joined(separator: "\n"))
  }

  /// The digest of what a commitment wants counted.
  func core(of tallier: Tallier, in dataset: Dataset, on day: CivilDate?) -> [UInt8] {
    let commitment = tallier.judge.commitment
    var lines = declarationText(of: dataset) + [commitment.rowText]
    lines += tallier.aggregates.map { "counts \($0)" }.sorted()
    lines += commitment.areas.compactMap(areaText)
    lines.append("personal \(commitment.isPersonal(in: dataset))")
    if let day { lines.append("in force on \(day)") }
    return digest(lines.joined(separator: "\n"))
  }

  /// The digest of how some files of a dataset are read.
  static func reading(_ format: FileFormat, _ columns: [Column]) -> [UInt8] {
    digest(([format.identity] + columns.map(\.rowText)).joined(separator: "\n"))
  }

  private func declarationText(of dataset: Dataset) -> [String] {
    let calendar = institution.calendar
    var lines = [
      "holdfast tally \(Self.semantics)", "dataset \(dataset.name)",
      "currency \(institution.currency)", "year \(calendar.month)-\(calendar.day)",
      "personal \(dataset.isPersonal)", "tokens \(dataset.unknownTokens.sorted())",
      "patterns \(dataset.unknownPatterns.sorted())", "redacted \(dataset.redacted)",
      "keep \(dataset.keep?.text.debugDescription ?? "all")",
      "period_by \(dataset.periodBy?.value ?? "-")",
      "snapshot \(dataset.snapshot?.description ?? "-")",
      "key \(dataset.key.map(\.value))", "show \(dataset.show.map(\.value))",
      "value per \(dataset.sharedBy.map(\.value))",
    ]
    lines += dataset.columns.map(\.rowText)
    // What becomes of documents depends on the day.
    if dataset.isRegister { lines.append("as of \(asOf)") }
    if let interval = dataset.interval {
      lines.append(
        "interval \(interval.from.value) \(interval.to.value) \(interval.blankTo.rawValue) "
          + interval.reversed.rawValue)
    }
    return lines + ruleText(of: dataset) + pointerText(of: dataset)
  }

  /// What is asked of the rows as a whole.
  private func ruleText(of dataset: Dataset) -> [String] {
    var lines: [String] = []
    if let rule = dataset.duplicates {
      lines.append("duplicates \(rule.key.map(\.value)) \(rule.then.rawValue)")
    }
    if let rule = dataset.totalRows {
      lines.append("total_rows \(rule.column.value) \(rule.cells) \(rule.amount.value)")
    }
    if let series = dataset.expectation?.series { lines.append("files by \(series.by.value)") }
    lines += dataset.controlTotals.map { total in
      let from = total.period?.from?.description ?? "-"
      return "control \(total.column.value) \(from) \(total.period?.to.description ?? "-")"
    }
    return lines
  }

  /// The tables that rows point to. What they say is known by the keys that are met.
  private func pointerText(of dataset: Dataset) -> [String] {
    var lines = dataset.references.map {
      "reference \($0.name) \($0.dataset.value) \($0.by.value) \(isDated($0.dataset.value))"
    }
    lines += dataset.columns.compactMap { column in
      column.exchange?.rates.map { "rates \($0.value) \(isDated($0.value))" }
    }
    // Rows without a day of their own look others up on the day of the run.
    let looksUpToday =
      !dataset.isDated && dataset.snapshot == nil && dataset.pointsTo.contains(where: isDated)
    if looksUpToday { lines.append("looks up on \(asOf)") }
    return lines
  }

  private func isDated(_ name: String) -> Bool { institution.dataset(name)?.valid != nil }

  private func areaText(_ name: String) -> String? {
    guard let area = institution.areas.first(where: { $0.name == name }),
      case .lookup(let name, _) = area.extent,
      let lookup = institution.lookups.first(where: { $0.name == name })
    else { return nil }
    let covers = lookup.covers.map(\.text).sorted()
    return "lookup \(lookup.keyKind.rawValue) \(lookup.key.debugDescription) "
      + "\(lookup.code.debugDescription) \(covers) \(lookup.format) "
      + hexadecimal(lookups[name] ?? [])
  }
}

extension Dataset {
  /// The names of the datasets that its rows look others up in.
  var pointsTo: [String] {
    references.map(\.dataset.value) + columns.compactMap { $0.exchange?.rates?.value }
  }
}

extension FileFormat {
  /// Everything about it in words.
  fileprivate var identity: String {
    let header =
      switch header {
      case .line(let line): "line \(line)"
      case .auto: "auto"
      case .none: "none"
      }
    let places = [sheet, rows].map { $0?.debugDescription ?? "-" }
    return
      ([
        kind.rawValue, "\(delimiter)", "\(quote)", encoding.rawValue, header, "\(headerRows)",
      ] + places).joined(separator: " ")
  }
}
