import CEL
import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Reads one dataset once and fills the tallies of all commitments about it.
struct DatasetPass {
  let dataset: Dataset
  let institution: Institution
  /// The references of the dataset, in its order; what is wrong with those that have none.
  let tables: [Result<ReferenceTable, DiagnosticList>]
  let talliers: [Tallier]
  private(set) var summary: DatasetSummary
  private(set) var warnings: [Diagnostic] = []
  private(set) var faults = Faults()
  private(set) var texts: [Int: TextValues] = [:]
  /// What keeps the whole dataset from being used.
  private(set) var failure: DiagnosticList?
  /// How many rows have a declared blank, by column.
  private(set) var blanks: [Int: Int] = [:]
  /// Why some periods cannot be judged.
  private(set) var doubts: [Doubt] = []

  private let folder: String
  private let outputs: [String: String]
  private let corrections: CorrectionBook?
  private let schema: RowSchema
  private let keep: CheckedPart?
  private let keyColumns: [Int]
  private let blankColumns: [Int]
  private let rates: [Int: Result<ReferenceTable, DiagnosticList>]
  private(set) var clock: RowClock
  private(set) var totals: TotalRowWatch
  private(set) var duplicates: DuplicateWatch?
  private var completeness: CompletenessWatch
  private var corrector: RowCorrector?
  /// The judged rows that corrections bear on.
  private(set) var corrected: CorrectionTally
  /// The cells for want of which rows cannot be judged, where they are asked for.
  private(set) var unknowns: UnknownCollector?
  /// Whether the rows behind each tallier may not be shown.
  private let hidden: [Bool]

  init(
    _ dataset: Dataset, _ request: RunRequest, talliers: [Tallier],
    tables: [Result<ReferenceTable, DiagnosticList>],
    rates: [Int: Result<ReferenceTable, DiagnosticList>]
  ) {
    self.dataset = dataset
    institution = request.institution
    folder = request.folder
    outputs = request.outputs
    corrections = request.corrections
    self.talliers = talliers
    self.tables = tables
    self.rates = rates
    summary = DatasetSummary(name: dataset.name)
    let first = talliers.first?.judge.commitment
    schema = first?.schema ?? RowRules.schema(of: dataset, in: institution)
    keep = first?.keep
    keyColumns = dataset.references.map { dataset.place(of: $0.by) ?? 0 }
    blankColumns = dataset.columns.indices.filter { dataset.columns[$0].blank != .unknown }
    hidden = talliers.map { $0.judge.commitment.isPersonal(in: dataset) }
    clock = RowClock(
      dataset, institution.calendar, asOf: request.asOf,
      periods: talliers.map(\.judge.commitment.commitment.period))
    totals = TotalRowWatch(dataset)
    duplicates = DuplicateWatch(dataset)
    completeness = CompletenessWatch(dataset)
    corrected = CorrectionTally(dataset)
    if request.asksForUnknowns {
      unknowns = UnknownCollector(dataset, request, talliers.map(\.judge), hidden: hidden)
    }
    for tallier in talliers {
      for use in tallier.judge.commitment.literals {
        texts[use.slot, default: TextValues()].want(use.literal)
      }
    }
  }

  /// Reads every row.
  mutating func run() {
    let views = talliers.map { RowView($0.judge.commitment.schema) }
    let maker = WitnessMaker(dataset)
    corrector = RowCorrector(dataset, corrections, maker)
    let keepView = RowView(schema)
    var pass = self
    do throws(DiagnosticList) {
      let files = TableFiles(dataset, of: institution, folder: folder, outputs: outputs)
      let adjuster = try pass.adjuster(files)
      let summaries = try files.read(
        isPersonal: dataset.isPersonal, { dataset.schema(of: $0) }
      ) { (file, row) throws(DiagnosticList) in
        try pass.take(row, file, adjuster, maker, views, keepView)
      }
      pass.summary.add(summaries)
      pass.summary.later = pass.clock.later
      pass.summary.notes += adjuster.unconverted.sorted { $0.key < $1.key }.map { code, amounts in
        "\(Decimal(amounts).grouped) in \(code) without a rate"
      }
      pass.warnings += summaries.notices + dataset.unreadCurrencies(summaries)
      try dataset.checkRows(summaries)
    } catch {
      pass.failure = error
    }
    pass.doubts = pass.completeness.doubts
    pass.summary.notes += pass.notes
    self = pass
  }

  /// What makes rows ready; what is wrong with the rates is wrong with the amounts.
  private mutating func adjuster(_ files: TableFiles) throws(DiagnosticList) -> RowAdjuster {
    var tables: [Int: ReferenceTable] = [:]
    for (place, result) in rates {
      let column = dataset.columns[place]
      switch result {
      case .success(let table):
        tables[place] = table
        for fault in table.faults.byColumn.values { faults.add(fault, to: column.name) }
      case .failure(let problems):
        for item in problems.items { faults.add(item, column: column.name, file: "") }
      }
    }
    return RowAdjuster(
      dataset, in: institution, rates: tables, shared: try SharedValues(dataset, files).keys)
  }

  private mutating func take(
    _ row: Row, _ file: String, _ adjuster: RowAdjuster, _ maker: WitnessMaker,
    _ views: [RowView], _ keepView: RowView
  ) throws(DiagnosticList) {
    // A file's total is the sum of what the file says, before anybody corrects it.
    guard isRow(row.cells, row, file) else { return }
    let match = corrector?.match(row)
    let (cells, day) = adjuster.judged(row, match, in: file, by: clock, &faults)
    if let match { corrector?.count(match) }
    try unknowns?.meet(row)
    for index in blankColumns where cells[index] == .excluded { blanks[index, default: 0] += 1 }
    let references = references(cells, on: day)
    keepView.cells = cells
    keepView.references = references
    if let keep, case .bool(false) = keep.program.evaluate(keepView) {
      summary.dropped += 1
      return
    }
    guard try isFirst(cells, row, file) else { return }
    completeness.see(cells, in: file)
    clock.note(cells)
    if let problem = clock.problem(with: cells, file, row.line) {
      faults.add(problem, column: schema.dates.last ?? "", file: file)
    }
    for slot in texts.keys {
      if let cell = keepView.cell(slot) { texts[slot]?.add(cell) }
    }
    let isKnown = clock.isKnownByNow(cells)
    if corrections != nil, isKnown {
      let columns = correctedColumns(match, cells, references)
      corrected.see(cells, columns)
    }
    let place = Diagnostic.Place.record(file: file, line: row.line, column: nil, shown: nil)
    for (index, view) in views.enumerated() {
      guard let bucket = clock.bucket(of: cells, for: index) else { continue }
      view.cells = cells
      view.references = references
      let outcome = talliers[index].add(view, bucket: bucket, at: place) {
        maker.witness(
          row, cells, file: file, measure: $0, unknown: $1, isHidden: hidden[index])
      }
      if isKnown { unknowns?.see(outcome, of: index, view, bucket) }
    }
    if isKnown { try unknowns?.finish(row, on: day, tables) }
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
        let target = institution.dataset(reference.dataset.value),
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

  /// What is wrong with corrections: keys of no row, or of several. Nothing can be said of them
  /// where not every row was read.
  var correctionProblems: [Diagnostic] {
    failure == nil ? corrector?.problems(mayAdd: false) ?? [] : []
  }

  /// Whether a row is one, and no total of others.
  private mutating func isRow(_ cells: [Cell], _ row: Row, _ file: String) -> Bool {
    switch totals.kind(of: cells, row, in: file) {
    case .row: return true
    case .total: return false
    case .wrong(let problem):
      // Whatever is counted over the dataset may be counted wrongly.
      failOnce(problem)
      return false
    }
  }

  /// Whether a row is to count, as far as others with its key go.
  private mutating func isFirst(
    _ cells: [Cell], _ row: Row, _ file: String
  ) throws(DiagnosticList) -> Bool {
    switch try duplicates?.kind(of: cells, row, in: file) {
    case nil, .counts?: return true
    case .dropped?: return false
    case .wrong(let problem)?:
      failOnce(problem)
      return false
    }
  }

  /// Keeps the first twenty things that spoil the whole dataset.
  private mutating func failOnce(_ problem: Diagnostic) {
    var items = failure?.items ?? []
    if items.count < Faults.kept { items.append(problem) }
    failure = DiagnosticList(items)
  }

  /// The rows that the references lead to.
  private mutating func references(_ cells: [Cell], on day: CivilDate?) -> [[Cell]?] {
    tables.indices.map { index in
      guard case .success(let table) = tables[index] else { return nil }
      if let key = cells[keyColumns[index]].keyText, let found = table.row(key, on: day) {
        return found
      }
      summary.unmatched[dataset.references[index].name, default: 0] += 1
      return nil
    }
  }
}
