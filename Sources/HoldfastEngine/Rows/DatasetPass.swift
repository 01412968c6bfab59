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
  let folder: String
  let asOf: CivilDate
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

  private let schema: RowSchema
  private let keep: CheckedPart?
  private let dateColumn: Int?
  private let keyColumns: [Int]
  private let blankColumns: [Int]
  /// Whether the rows behind each tallier may not be shown.
  private let hidden: [Bool]

  init(
    _ dataset: Dataset, institution: Institution, folder: String, asOf: CivilDate,
    talliers: [Tallier], tables: [Result<ReferenceTable, DiagnosticList>]
  ) {
    self.dataset = dataset
    self.institution = institution
    self.folder = folder
    self.asOf = asOf
    self.talliers = talliers
    self.tables = tables
    summary = DatasetSummary(name: dataset.name)
    let first = talliers.first?.judge.commitment
    schema =
      first?.schema
      ?? RowSchema(
        dataset: dataset, institution: institution,
        pack: Pack(id: "", title: "", version: "", span: dataset.span))
    keep = first?.keep
    let place = { (name: String) in dataset.columns.firstIndex { $0.name == name } }
    dateColumn = dataset.periodBy.flatMap { place($0.value) }
    keyColumns = dataset.references.map { place($0.by.value) ?? 0 }
    blankColumns = dataset.columns.indices.filter { dataset.columns[$0].blank != .unknown }
    hidden = talliers.map { $0.judge.commitment.isPersonal(in: dataset) }
    for tallier in talliers {
      for use in tallier.judge.commitment.literals {
        texts[use.slot, default: TextValues()].want(use.literal)
      }
    }
  }

  /// Reads every row.
  mutating func run() {
    let rules = talliers.compactMap(\.judge.commitment.commitment.period)
    var buckets = Buckets(institution.calendar, rules)
    let maker = WitnessMaker(dataset)
    let views = talliers.map { RowView($0.judge.commitment.schema) }
    let keepView = RowView(schema)
    var pass = self
    do throws(DiagnosticList) {
      let summaries = try TableFiles(patterns: dataset.files, folder: folder).read(
        dataset.format, dataset.schema, isPersonal: dataset.isPersonal
      ) { (file, row) throws(DiagnosticList) in
        pass.take(row, file, &buckets, maker, views, keepView)
      }
      pass.summary.add(summaries)
      pass.warnings += summaries.flatMap(\.notices)
      try dataset.checkRows(summaries)
    } catch {
      pass.failure = error
    }
    self = pass
  }

  private mutating func take(
    _ row: Row, _ file: String, _ buckets: inout Buckets, _ maker: WitnessMaker,
    _ views: [RowView], _ keepView: RowView
  ) {
    if !row.faults.isEmpty { faults.add(row.faults, file: file) }
    for index in blankColumns where row.cells[index] == .excluded { blanks[index, default: 0] += 1 }
    let references = references(row)
    keepView.cells = row.cells
    keepView.references = references
    if let keep, case .bool(false) = keep.program.evaluate(keepView) {
      summary.dropped += 1
      return
    }
    guard let bucket = bucket(row, &buckets) else {
      summary.later += 1
      return
    }
    for slot in texts.keys {
      if let cell = keepView.cell(slot) { texts[slot]?.add(cell) }
    }
    let place = Diagnostic.Place.record(file: file, line: row.line, column: nil, shown: nil)
    for (index, view) in views.enumerated() {
      view.cells = row.cells
      view.references = references
      talliers[index].add(view, bucket: bucket, at: place) {
        maker.witness(row, file: file, measure: $0, unknown: $1, isHidden: hidden[index])
      }
    }
  }

  /// The rows that the references lead to.
  private mutating func references(_ row: Row) -> [[Cell]?] {
    tables.indices.map { index in
      guard case .success(let table) = tables[index] else { return nil }
      if let key = row.cells[keyColumns[index]].keyText, let found = table.rows[TextKey(key)] {
        return found
      }
      summary.unmatched[dataset.references[index].name, default: 0] += 1
      return nil
    }
  }

  /// The stretch of time of a row; nil for rows after the as-of date.
  private func bucket(_ row: Row, _ buckets: inout Buckets) -> Tally.Bucket? {
    guard let dateColumn else { return .undated }
    guard case .date(let date) = row.cells[dateColumn] else { return .dateUnknown }
    return date > asOf ? nil : .starting(buckets.start(of: date))
  }
}
