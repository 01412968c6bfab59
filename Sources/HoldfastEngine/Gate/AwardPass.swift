import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Adds the rows of awards to a base: each is judged as the rows of its dataset are, and what it
/// comes to is merged with what they came to.
struct AwardPass {
  private(set) var base: GateBase
  /// What is wrong with rows.
  private(set) var problems: [Diagnostic] = []
  /// What is worth knowing about them.
  private(set) var warnings: [Diagnostic] = []
  /// How many rows each commitment, or part, selects or may select, by its name.
  private(set) var selected: [String: Int] = [:]
  /// The rows, by their place in the award, that were spoken of, even if only to be left out.
  private(set) var spokenOf: Set<Int> = []
  /// What cannot tell what falls away, by name.
  private(set) var unfit: Set<String> = []

  /// What judges the rows of a dataset for what counts at one place.
  private var passes: [PassKey: DatasetPass] = [:]

  private struct PassKey: Hashable {
    let dataset: String
    let place: AwardPlace
  }

  /// What is counted for commitments that are judged, by name: others speak of no row.
  private let judged: Set<String>

  init(_ base: GateBase, judged: Set<String>) { (self.base, self.judged) = (base, judged) }

  /// Adds an award. Of several years the rows of one are added where each is held against a year by
  /// itself; elsewhere all of them, with the first.
  mutating func add(_ award: Award, year: Int) {
    takeNew(award)
    passes = [:]
    guard problems.isEmpty else { return }
    for (place, row) in award.rows.enumerated() where year == 1 || row.year == year {
      do throws(DiagnosticList) {
        if try add(row, year) { spokenOf.insert(place) }
      } catch { problems += error.items }
    }
  }

  /// Makes new rows known to those that point to them.
  private mutating func takeNew(_ award: Award) {
    for (name, items) in award.new.sorted(by: { $0.key < $1.key }) {
      for reading in base.readings.keys.sorted() {
        for place in base.readings[reading]?.dataset.references.indices ?? 0..<0 {
          guard base.readings[reading]?.dataset.references[place].dataset.value == name,
            case .success(var table)? = base.readings[reading]?.tables[place]
          else { continue }
          for item in items { table.propose(item.row.cells, for: item.key) }
          base.readings[reading]?.tables[place] = .success(table)
        }
      }
    }
  }

  /// Adds a row; false where no commitment speaks of it.
  private mutating func add(_ row: AwardRow, _ year: Int) throws(DiagnosticList) -> Bool {
    guard let reading = base.readings[row.dataset] else { return false }
    let groups = Dictionary(grouping: reading.plan.aggregates.indices) { index in
      base.places[reading.plan.aggregates[index].commitments[0]]
    }
    var isSeen = false
    var unmatched: Set<String> = []
    var strange: [Int: TextKey] = [:]
    for (place, indices) in groups {
      guard let place, place.isYearly ? row.year == year : year == 1 else { continue }
      let key = PassKey(dataset: row.dataset, place: place)
      var pass =
        passes.removeValue(forKey: key)
        ?? DatasetPass(
          reading.plan.restricted(to: indices), base.request, tables: reading.tables,
          rates: reading.rates)
      defer { passes[key] = pass }
      let tally = try pass.judged([row.placed(on: place.day, in: reading.dataset).row()], in: "")
      try check(tally, row, reading)
      strange.merge(self.strange(tally.texts, reading)) { first, _ in first }
      for (index, part) in zip(indices, tally.aggregates) {
        let isCounted = merge(part.tally, of: row, index, reading)
        let names = reading.plan.aggregates[index].commitments
        if isCounted, !judged.isDisjoint(with: names) { isSeen = true }
        unmatched.formUnion(part.tally.slices.values.flatMap(\.unmatched.keys))
      }
      if !row.isReplaced { merge(tally.texts, into: row.dataset) }
    }
    for (place, text) in strange.sorted(by: { $0.key < $1.key }) {
      let nearest = reading.tally.texts[place]?.nearest(to: text.text, by: base.request.asOf)
      warnings.append(AwardMessage.strange(text, place, reading.dataset, nearest: nearest, row))
    }
    if isSeen, !unmatched.isEmpty {
      warnings.append(AwardMessage.leadsNowhere(row, unmatched.sorted()))
    }
    return isSeen
  }

  /// The texts that no row of the base has, by the columns in which conditions ask for texts.
  private func strange(
    _ texts: [Int: TextValues], _ reading: DatasetReading
  ) -> [Int: TextKey] {
    texts.reduce(into: [:]) { result, entry in
      guard let known = reading.tally.texts[entry.key], !known.isFull,
        let text = entry.value.texts.keys.first(where: { known.texts[$0] == nil })
      else { return }
      result[entry.key] = text
    }
  }

  /// Refuses a row that would not count, or count twice, as a row of its dataset.
  private func check(
    _ tally: DatasetTally, _ row: AwardRow, _ reading: DatasetReading
  ) throws(DiagnosticList) {
    var problems = tally.spoiling.map { AwardMessage.failed(row, $0) }
    for (_, faults) in tally.cells.faults.byColumn.sorted(by: { $0.key < $1.key }) {
      problems += faults.found.values.map { AwardMessage.failed(row, $0.first) }
    }
    if tally.dropped > 0 { problems.append(AwardMessage.dropped(row)) }
    if tally.totals.count > 0 { problems.append(AwardMessage.total(row)) }
    if let rule = reading.dataset.duplicates, !row.isReplaced,
      !tally.repeats.keys.isDisjoint(with: reading.tally.repeats.keys)
    {
      problems.append(AwardMessage.repeated(row, rule.key.map(\.value)))
    }
    try DiagnosticList(problems).throwIfErrors()
  }

  /// Merges what a row came to; false where nothing was said of it.
  private mutating func merge(
    _ tally: Tally, of row: AwardRow, _ index: Int, _ reading: DatasetReading
  ) -> Bool {
    let commitment = reading.plan.talliers[index].judge.commitment
    let rows = tally.slices.values.reduce(0) { $0 + $1.selected }
    let failed = tally.failures.values.reduce(0) { $0 + $1.count }
    let isLeftOut = tally.slices.values.contains { !$0.leftOut.isEmpty }
    guard rows + failed > 0 || isLeftOut else { return false }
    if rows + failed > 0 { selected[commitment.name, default: 0] += rows + failed }
    var part = tally
    if row.isReplaced {
      guard commitment.takesAway, let negated = try? tally.negated() else {
        unfit.insert(commitment.name)
        return true
      }
      part = negated
    }
    base.readings[row.dataset]?.tally.aggregates[index].tally.absorb(part)
    return true
  }

  private mutating func merge(_ texts: [Int: TextValues], into dataset: String) {
    base.readings[dataset]?.tally.texts.merge(texts) { $0.merged(with: $1) }
  }
}

extension AwardRow {
  /// The row as it counts on a day.
  fileprivate func placed(on day: CivilDate, in dataset: Dataset) -> AwardRow {
    var result = self
    for name in [dataset.periodBy, dataset.interval?.from, dataset.interval?.to] {
      if let place = dataset.place(of: name) { result.cells[place] = .date(day) }
    }
    return result
  }
}

extension CheckedCommitment {
  /// Whether its number is made of sums alone, so that what falls away can be taken from them.
  fileprivate var takesAway: Bool { ["share", "total", "count"].contains(commitment.check.value) }
}

extension Tally {
  /// The same rows as if each were taken away.
  fileprivate func negated() throws(ExactError) -> Tally {
    var result = self
    for (key, slice) in slices { result.slices[key] = try slice.negated() }
    return result
  }
}
