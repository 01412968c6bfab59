import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel

/// A dataset whose rows were read, as conclusions are drawn from it.
struct DatasetReading {
  let dataset: Dataset
  let institution: Institution
  /// The references of the dataset, in its order; what is wrong with those that have none.
  var tables: [Result<ReferenceTable, DiagnosticList>]
  /// The rates by which columns are converted, by the column's place.
  let rates: [Int: Result<ReferenceTable, DiagnosticList>]
  var plan: DatasetPlan
  var tally: DatasetTally
  /// Cells that cannot be read, those of rates of currencies included.
  let faults: Faults
  let summary: DatasetSummary
  /// What is worth knowing about the files.
  let warnings: [Diagnostic]
  /// What keeps the whole dataset from being used.
  let failure: DiagnosticList?
  /// Why some periods cannot be judged.
  let doubts: [Doubt]
  /// What checkers outside the program made of the rows, by the place of the commitment.
  var claims: [Int: RowClaim] = [:]
  /// The judged rows that corrections bear on.
  var corrected: CorrectionTally
  /// What is wrong with corrections: keys of no row, or of several.
  var correctionProblems: [Diagnostic] = []
  /// The cells for want of which rows cannot be judged, where they are asked for.
  var unknowns: UnknownCollector?

  /// What was counted for a commitment, by its place among those of the dataset.
  func aggregate(of commitment: Int) -> AggregateTally { tally.aggregates[plan.places[commitment]] }

  init(
    _ plan: DatasetPlan, _ request: RunRequest,
    tables: [Result<ReferenceTable, DiagnosticList>],
    rates: [Int: Result<ReferenceTable, DiagnosticList>], tally: DatasetTally
  ) {
    self.plan = plan
    dataset = plan.dataset
    institution = request.institution
    self.tables = tables
    self.rates = rates
    self.tally = tally
    faults = dataset.faults(of: rates).merged(with: tally.cells.faults)
    corrected = CorrectionTally(dataset)
    doubts = CompletenessWatch(dataset).doubts(tally.completeness)
    failure = dataset.failure(of: tally)
    var summary = DatasetSummary(name: dataset.name)
    var warnings: [Diagnostic] = []
    // Of a dataset that was not read to its end nothing is told but what was met so far.
    if tally.stopped == nil {
      summary.add(tally.files)
      summary.later = tally.dated.values.reduce(0) {
        $0 + ($1.span.lowerBound > request.asOf ? $1.rows : 0)
      }
      summary.notes += tally.cells.unconverted.sorted { $0.key < $1.key }.map { code, amounts in
        "\(Decimal(amounts).grouped) in \(code) without a rate"
      }
      warnings = tally.files.notices + dataset.unreadCurrencies(tally.files)
    }
    summary.dropped = tally.dropped
    summary.unmatched = tally.unmatched
    summary.notes += dataset.notes(on: tally, isBroken: failure != nil && summary.files.isEmpty)
    self.summary = summary
    self.warnings = warnings
  }
}

extension Dataset {
  /// What is wrong with rates is wrong with the amounts that are converted by them.
  fileprivate func faults(of rates: [Int: Result<ReferenceTable, DiagnosticList>]) -> Faults {
    var faults = Faults()
    for (place, result) in rates.sorted(by: { $0.key < $1.key }) {
      let name = columns[place].name
      switch result {
      case .success(let table):
        for (_, fault) in table.faults.byColumn.sorted(by: { $0.key < $1.key }) {
          faults.add(fault, to: name)
        }
      case .failure(let problems):
        for item in problems.items { faults.add(item, column: name, file: "") }
      }
    }
    return faults
  }

  /// What keeps all of the dataset from being used.
  fileprivate func failure(of tally: DatasetTally) -> DiagnosticList? {
    if let stopped = tally.stopped { return stopped }
    do throws(DiagnosticList) { try checkRows(tally.files) } catch { return error }
    return tally.spoiling.isEmpty ? nil : DiagnosticList(tally.spoiling)
  }
}
