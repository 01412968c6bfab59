import CEL
import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Reads one dataset once, file after file, and fills the tallies of all commitments about it.
struct DatasetPass {
  let dataset: Dataset
  let request: RunRequest
  let talliers: [Tallier]
  let tables: [Result<ReferenceTable, DiagnosticList>]
  let rates: [Int: Result<ReferenceTable, DiagnosticList>]
  let schema: RowSchema
  let keep: CheckedPart?
  private let keyColumns: [Int]
  private let blankColumns: [Int]
  /// The slots whose texts are watched.
  private let watched: [Int]
  /// Whether the rows behind each tallier may not be shown.
  let hidden: [Bool]
  /// A tally without rows.
  let empty: DatasetTally
  let maker: WitnessMaker
  private let views: [RowView]
  private let keepView: RowView
  private let completeness: CompletenessWatch
  var clock: RowClock
  private var adjuster: RowAdjuster
  var totals: TotalRowWatch
  /// What of the file at hand is known so far.
  var file: DatasetTally

  /// How the rows are judged in columns, once that is known; nil where they are not.
  var columns: ColumnPlan??

  // What is known over all files.
  private var duplicates: DuplicateWatch?
  private var corrector: RowCorrector?
  private var corrected: CorrectionTally
  private var unknowns: UnknownCollector?

  init(
    _ dataset: Dataset, _ request: RunRequest, talliers: [Tallier],
    tables: [Result<ReferenceTable, DiagnosticList>],
    rates: [Int: Result<ReferenceTable, DiagnosticList>]
  ) {
    let institution = request.institution
    let commitments = talliers.map(\.judge.commitment)
    self.dataset = dataset
    self.request = request
    self.talliers = talliers
    self.tables = tables
    self.rates = rates
    schema = commitments.first?.schema ?? RowRules.schema(of: dataset, in: institution)
    keep = commitments.first?.keep
    keyColumns = dataset.references.map { dataset.place(of: $0.by) ?? 0 }
    blankColumns = dataset.columns.indices.filter { dataset.columns[$0].blank != .unknown }
    hidden = commitments.map { $0.isPersonal(in: dataset) }
    empty = DatasetTally(talliers)
    watched = empty.texts.keys.sorted()
    maker = WitnessMaker(dataset)
    views = commitments.map { RowView($0.schema) }
    keepView = RowView(schema)
    clock = RowClock(
      dataset, institution.calendar, asOf: request.asOf,
      periods: commitments.map(\.commitment.period))
    adjuster = RowAdjuster(dataset, in: institution)
    totals = TotalRowWatch(dataset)
    completeness = CompletenessWatch(dataset)
    file = empty
    duplicates = DuplicateWatch(dataset)
    corrector = RowCorrector(dataset, request.corrections, maker)
    corrected = CorrectionTally(dataset)
    if request.asksForUnknowns {
      unknowns = UnknownCollector(dataset, request, talliers.map(\.judge), hidden: hidden)
    }
  }

  /// Reads every row.
  mutating func run() -> DatasetReading {
    var tally = empty
    do throws(DiagnosticList) {
      let files = TableFiles(
        dataset, of: request.institution, folder: request.folder, outputs: request.outputs)
      try prepare(files, &tally)
      var twins = Twins()
      for entry in try files.entries() {
        let read = tallied(entry)
        tally.merge(read)
        guard tally.stopped == nil else { break }
        for file in read.files { try twins.add(file, reader(of: entry)) }
      }
    } catch {
      tally.stopped = error
    }
    var reading = DatasetReading(
      dataset, request, talliers: talliers, tables: tables, tally: tally)
    reading.corrected = corrected
    reading.unknowns = unknowns
    // Nothing can be said of keys where not every row was read.
    if reading.failure == nil {
      reading.correctionProblems = corrector?.problems(mayAdd: false) ?? []
    }
    return reading
  }

  /// Makes ready what makes rows ready; what is wrong with the rates is wrong with the amounts.
  private mutating func prepare(
    _ files: TableFiles, _ tally: inout DatasetTally
  ) throws(DiagnosticList) {
    var found: [Int: ReferenceTable] = [:]
    for (place, result) in rates.sorted(by: { $0.key < $1.key }) {
      let column = dataset.columns[place]
      switch result {
      case .success(let table):
        found[place] = table
        for (_, fault) in table.faults.byColumn.sorted(by: { $0.key < $1.key }) {
          tally.cells.faults.add(fault, to: column.name)
        }
      case .failure(let problems):
        for item in problems.items { tally.cells.faults.add(item, column: column.name, file: "") }
      }
    }
    adjuster = RowAdjuster(
      dataset, in: request.institution, rates: found,
      shared: try SharedValues(dataset, files).keys)
  }

  private func reader(of entry: TableFiles.Entry) -> TableReader {
    entry.reader(dataset.schema(of: entry), isPersonal: dataset.isPersonal)
  }

  /// Everything that the rows of a file taught, up to where it cannot be read.
  private mutating func tallied(_ entry: TableFiles.Entry) -> DatasetTally {
    if let tally = inColumns(entry) { return tally }
    file = empty
    totals = TotalRowWatch(dataset)
    do throws(DiagnosticList) {
      let facts = try reader(of: entry).tally { (row) throws(DiagnosticList) in
        try take(row, entry.name)
      }
      file.files = [facts]
    } catch {
      file.stopped = error
    }
    return file
  }

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
    let references = references(cells, on: day)
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
        view, bucket: bucket, at: place, to: &file.commitments[index]
      ) { [maker] in
        maker.witness(row, cells, file: name, measure: $0, unknown: $1, isHidden: isHidden)
      }
      if isKnown { unknowns?.see(outcome, of: index, view, bucket) }
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
  private mutating func references(_ cells: [Cell], on day: CivilDate?) -> [[Cell]?] {
    tables.indices.map { index in
      guard case .success(let table) = tables[index] else { return nil }
      if let key = cells[keyColumns[index]].keyText, let found = table.row(key, on: day) {
        return found
      }
      file.unmatched[dataset.references[index].name, default: 0] += 1
      return nil
    }
  }
}

extension DatasetTally {
  /// A tally without rows, ready for those of some commitments.
  init(_ talliers: [Tallier]) {
    commitments = talliers.map { CommitmentTally(variants: $0.variants.count) }
    for tallier in talliers {
      for use in tallier.judge.commitment.literals {
        texts[use.slot, default: TextValues()].want(use.literal)
      }
    }
  }
}
