import CEL
import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel
import Tabular

/// What becomes of one row after another.
extension DatasetPass {
  /// Takes a row of the file at hand.
  mutating func take(_ row: Row, _ name: String) throws(DiagnosticList) {
    // A file's total is the sum of what the file says, before anybody corrects it.
    guard isRow(row, name) else { return }
    let match = corrector?.match(row)
    let (cells, day) = adjuster.judged(row, match, in: name, by: clock, &file.cells)
    if let match { corrector?.count(match) }
    try unknowns?.meet(row)
    for index in blankColumns where cells[index] == .excluded {
      file.blanks[index, default: 0] += 1
    }
    let references = rowsReferredTo(cells, on: day)
    keepView.cells = cells
    keepView.references = references
    if let keep, case .bool(false) = keep.program.evaluate(keepView) {
      file.dropped += 1
      return
    }
    guard try isFirst(cells, row, name) else { return }
    note(cells, row, name)
    let isKnown = clock.isKnownByNow(cells)
    if request.corrections != nil, isKnown {
      let columns = correctedColumns(match, cells, references)
      corrected.see(cells, columns)
    }
    judge(cells, references, row, name, isKnown: isKnown)
    if isKnown { try unknowns?.finish(row, on: day, tables) }
  }

  /// Judges rows that stand in no file.
  mutating func judged(_ rows: [Row], in name: String) throws(DiagnosticList) -> DatasetTally {
    let found = rates.compactMapValues { try? $0.get() }
    adjuster = RowAdjuster(dataset, in: request.institution, rates: found)
    file = empty
    totals = TotalRowWatch(dataset)
    met = dataset.references.map { _ in MetKeys() }
    for row in rows { try take(row, name) }
    return file
  }

  /// Notes what a row that belongs to the institution says, whoever asks.
  private mutating func note(_ cells: [Cell], _ row: Row, _ name: String) {
    completeness.see(cells, in: name, &file.completeness)
    clock.note(cells, &file)
    if let problem = clock.problem(with: cells, name, row.line, &file) {
      file.cells.faults.add(problem, column: schema.dates.last ?? "", file: name)
    }
    for slot in watched {
      if let cell = keepView.cell(slot) {
        file.texts[slot]?.add(cell, on: clock.firstDay(of: cells))
      }
    }
  }

  /// Adds a row to the tallies of all commitments.
  private mutating func judge(
    _ cells: [Cell], _ references: [[Cell]?], _ row: Row, _ name: String, isKnown: Bool
  ) {
    let place = Diagnostic.Place.record(file: name, line: row.line, column: nil, shown: nil)
    for (index, view) in views.enumerated() {
      guard let bucket = clock.bucket(of: cells, for: index, &file) else { continue }
      view.cells = cells
      view.references = references
      let isHidden = hidden[index]
      let outcome = talliers[index].add(
        view, bucket: bucket, at: place, to: &file.aggregates[index]
      ) { [maker] in
        maker.witness(row, cells, file: name, measure: $0, unknown: $1, isHidden: isHidden)
      }
      if isKnown { unknowns?.see(outcome, of: index, view, bucket) }
      guard !feeds.isEmpty else { continue }
      feeds[index].take(outcome, view, bucket, at: place) { [maker] in
        maker.witness(row, cells, file: name, measure: nil, unknown: [], isHidden: isHidden)
      }
    }
  }

  /// The columns that were corrected of a row, and of the rows that it points to.
  private mutating func correctedColumns(
    _ match: RowCorrector.Match?, _ cells: [Cell], _ references: [[Cell]?]
  ) -> Set<CorrectionTally.Name> {
    var result: Set<CorrectionTally.Name> = []
    for place in match?.cells.keys.sorted() ?? [] {
      result.insert(.init(dataset: dataset.name, column: dataset.columns[place].name))
    }
    for (index, reference) in dataset.references.enumerated() where references[index] != nil {
      guard case .success(let table) = tables[index],
        let target = request.institution.dataset(reference.dataset.value),
        let key = cells[keyColumns[index]].keyText
      else { continue }
      let places = table.corrected(key)
      if !places.isEmpty { corrected.see(pointingTo: key, of: target.name) }
      for place in places {
        result.insert(.init(dataset: target.name, column: target.columns[place].name))
      }
    }
    return result
  }

  /// Whether a row is one, and no total of others.
  private mutating func isRow(_ row: Row, _ name: String) -> Bool {
    switch totals.kind(of: row.cells, row, in: name, &file.totals) {
    case .row: return true
    case .total: return false
    case .wrong(let problem):
      // Whatever is counted over the dataset may be counted wrongly.
      file.spoil(problem)
      return false
    }
  }

  /// Whether a row is to count, as far as others with its key go.
  private mutating func isFirst(
    _ cells: [Cell], _ row: Row, _ name: String
  ) throws(DiagnosticList) -> Bool {
    switch try duplicates?.kind(of: cells, row, in: name, &file.repeats) {
    case nil, .counts?: return true
    case .dropped?: return false
    case .wrong(let problem)?:
      file.spoil(problem)
      return false
    }
  }

  /// The rows that the references lead to.
  private mutating func rowsReferredTo(_ cells: [Cell], on day: CivilDate?) -> [[Cell]?] {
    tables.indices.map { index in
      guard case .success(let table) = tables[index] else { return nil }
      if let key = cells[keyColumns[index]].keyText {
        if request.keepsAccount { met[index].see(key, in: table, on: day) }
        if let found = table.row(key, on: day) { return found }
      }
      file.unmatched[dataset.references[index].name, default: 0] += 1
      return nil
    }
  }
}
