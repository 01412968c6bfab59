import Exact
import HoldfastExpressions
import HoldfastModel

/// Collects the choices behind the findings, and which findings each of them decides.
struct ChoiceBook {
  private let institution: Institution
  private var entries: [String: Choice] = [:]
  private var order: [String] = []

  init(_ institution: Institution) { self.institution = institution }

  /// Takes up the choices behind a commitment's findings: those of all rows that were counted for
  /// it, and what it would have come to without each.
  mutating func add(
    _ judgements: [Judgement], findings: [Finding],
    alternatives: [(choice: String, findings: [Finding])]
  ) {
    for choice in judgements.flatMap({ declared($0, findings) }) where entries[choice.what] == nil {
      entries[choice.what] = choice
      order.append(choice.what)
    }
    for (name, others) in alternatives {
      entries[name]?.isWeighed = true
      for finding in findings {
        guard
          let other = others.first(where: { other in
            other.group.map(TextKey.init) == finding.group.map(TextKey.init)
          }),
          other.verdict != finding.verdict
        else { continue }
        let id = TextKey(finding.findingID)
        if entries[name]?.decides.contains(where: { TextKey($0) == id }) == false {
          entries[name]?.decides.append(finding.findingID)
        }
      }
    }
  }

  private func declared(_ judgement: Judgement, _ findings: [Finding]) -> [Choice] {
    let commitment = judgement.commitment
    let dataset = judgement.reading.dataset
    var result = commitment.areas.compactMap(area)
    if let keep = dataset.keep {
      result.append(Choice(what: "\(dataset.name).keep", value: keep.text))
    }
    if let day = dataset.snapshot {
      result.append(Choice(what: "\(dataset.name).snapshot", value: day.description))
    }
    for slot in commitment.slots {
      let slot = commitment.schema.slots[slot]
      guard let column = slot.column, column.blank != .unknown else { continue }
      let value: String =
        if case .value(let text) = column.blank { "stands for '\(text.text)'" } else {
          "row left out"
        }
      result.append(Choice(what: VariantPlan.blankName(slot, dataset), value: value))
    }
    let id = commitment.promiseName
    let period = findings.first?.period
    for item in commitment.commitment.leaveOut {
      var rows = RowSum()
      // Straight from the tally: a row whose group is unknown stands under every group's finding.
      for (key, slice) in judgement.tally.slices {
        if case .starting(let day) = key.bucket, period?.contains(day) == false { continue }
        guard let sum = slice.leftOut[item.id] else { continue }
        rows.rows += sum.rows
        // Rows that were only counted, and those about persons, have no value to speak of.
        if commitment.measure != nil, !commitment.isPersonal(in: dataset) {
          try? rows.sum.merge(sum.sum)
        }
      }
      result.append(
        Choice(what: "\(id).leave_out.\(item.id)", value: item.because, rows: rows))
    }
    if commitment.commitment.missing != .unknown {
      result.append(
        Choice(what: "\(id).missing", value: commitment.commitment.missing.rawValue))
    }
    return result
  }

  private func area(_ name: String) -> Choice? {
    guard let area = institution.areas.first(where: { $0.name == name }) else { return nil }
    return Choice(
      what: "areas.\(name)", value: Self.text(of: area, in: institution), by: area.decidedBy,
      on: area.decidedOn)
  }

  /// What an area was decided to be.
  static func text(
    of area: Area, in institution: Institution, isSorted: Bool = false
  ) -> String {
    let listed = { (texts: [String]) in (isSorted ? texts.sorted() : texts).joined(separator: " ") }
    var parts: [String]
    switch area.extent {
    case .postcodes(let tokens): parts = [listed(tokens.map(\.text))]
    case .codes(let codes): parts = [listed(codes)]
    case .lookup(let lookup, let codes):
      parts = [listed(codes)]
      if let edition = institution.lookups.first(where: { $0.name == lookup })?.edition,
        area.edition == nil
      {
        parts.append("edition \(edition)")
      }
    }
    if let edition = area.edition { parts.append("edition \(edition)") }
    if case .lookup = area.extent { parts.append("absent \(area.absent.rawValue)") }
    return parts.joined(separator: ", ")
  }

  /// The choices without which a finding's verdict would be another.
  func deciding(_ finding: Finding) -> [String] {
    let id = TextKey(finding.findingID)
    return order.filter { entries[$0]?.decides.contains { TextKey($0) == id } == true }
  }

  /// The choices in the order in which they were met, with the rows that each concerns.
  func choices(_ readings: [String: DatasetReading], _ references: ReferenceShelf) -> [Choice] {
    order.compactMap { entries[$0] }.map { choice in
      var choice = choice
      if choice.rows == nil, let count = Self.rows(choice.what, readings, references) {
        choice.rows = RowSum()
        choice.rows?.rows = count
      }
      return choice
    }
  }

  /// How many rows a declaration of a dataset concerns.
  private static func rows(
    _ what: String, _ readings: [String: DatasetReading], _ references: ReferenceShelf
  ) -> Int? {
    let parts = what.split(separator: ".").map(String.init)
    if parts.last == "keep" { return readings[parts[0]]?.summary.dropped }
    guard parts.count == 3, parts[2] == "blank" else { return nil }
    guard let reading = readings[parts[0]] else { return references.blanks(parts[0], parts[1]) }
    let column = reading.dataset.columns.firstIndex { $0.name == parts[1] }
    return column.map { reading.tally.blanks[$0] ?? 0 }
  }
}
