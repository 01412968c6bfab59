import CEL
import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Reads one dataset once, file after file, and fills the tallies of all commitments about it.
struct DatasetPass {
  let plan: DatasetPlan
  let dataset: Dataset
  let request: RunRequest
  /// What adds the rows of each aggregate up.
  let talliers: [Tallier]
  let tables: [Result<ReferenceTable, DiagnosticList>]
  /// The tables that rows look others up in, by name.
  var references: [String: ReferenceTable]
  let rates: [Int: Result<ReferenceTable, DiagnosticList>]
  let schema: RowSchema
  let keep: CheckedPart?
  let keyColumns: [Int]
  let blankColumns: [Int]
  /// The slots whose texts are watched.
  let watched: [Int]
  /// The columns that the run reads for somebody: of others nothing is told.
  var named: Set<String>
  /// Whether the rows behind each tallier may not be shown.
  let hidden: [Bool]
  /// A tally without rows.
  let empty: DatasetTally
  let maker: WitnessMaker
  let views: [RowView]
  let keepView: RowView
  let completeness: CompletenessWatch
  var clock: RowClock
  var adjuster: RowAdjuster
  var totals: TotalRowWatch
  /// What of the file at hand is known so far.
  var file: DatasetTally
  /// The keys by which its rows look others up, by reference, where they are to be known.
  var met: [MetKeys]

  /// How the rows are judged in columns, once that is known; nil where they are not.
  var columns: ColumnPlan??

  /// What takes rows to checkers outside the program, a commitment each; empty where nothing does.
  var feeds: [RowFeed] = []

  // What is known over all files.
  var duplicates: DuplicateWatch?
  var corrector: RowCorrector?
  var corrected: CorrectionTally
  var unknowns: UnknownCollector?

  init(
    _ plan: DatasetPlan, _ request: RunRequest,
    tables: [Result<ReferenceTable, DiagnosticList>],
    rates: [Int: Result<ReferenceTable, DiagnosticList>]
  ) {
    let institution = request.institution
    self.plan = plan
    let dataset = plan.dataset
    self.dataset = dataset
    self.request = request
    talliers = plan.counters
    let commitments = talliers.map(\.judge.commitment)
    self.tables = tables
    self.rates = rates
    references = Dictionary(
      tables.compactMap { try? $0.get() }.map { ($0.dataset.name, $0) },
      uniquingKeysWith: { first, _ in first })
    schema = commitments.first?.schema ?? RowRules.schema(of: dataset, in: institution)
    keep = commitments.first?.keep
    keyColumns = dataset.references.map { dataset.place(of: $0.by) ?? 0 }
    blankColumns = dataset.columns.indices.filter { dataset.columns[$0].blank != .unknown }
    named = dataset.named(by: commitments)
    hidden = plan.aggregates.map(\.isPersonal)
    empty = DatasetTally(talliers)
    watched = empty.texts.keys.sorted()
    maker = WitnessMaker(dataset)
    views = commitments.map { RowView($0.schema) }
    keepView = RowView(schema)
    clock = RowClock(
      dataset, institution.calendar, asOf: request.asOf, plan.aggregates)
    adjuster = RowAdjuster(dataset, in: institution)
    totals = TotalRowWatch(dataset)
    completeness = CompletenessWatch(dataset)
    file = empty
    met = []
    duplicates = DuplicateWatch(dataset, keepsDigests: request.keepsAccount)
    corrector = RowCorrector(dataset, request.corrections, maker)
    corrected = CorrectionTally(dataset)
    if request.asksForUnknowns {
      unknowns = UnknownCollector(dataset, request, talliers.map(\.judge), hidden: hidden)
    }
  }

  /// Reads every row, but those of files that a cache knows.
  mutating func run(_ cache: DatasetCache? = nil) -> DatasetReading {
    var tally = empty
    do throws(DiagnosticList) {
      let files = TableFiles(dataset, request)
      try prepare(files)
      var twins = Twins()
      for entry in try files.entries() {
        let part = cache.map { tallied(entry, $0) } ?? tallied(entry)
        if let cache, cache.bearOnEachOther(part, tally) {
          var pass = DatasetPass(plan, request, tables: tables, rates: rates)
          return pass.run()
        }
        tally.merge(part)
        if !request.makesBook { tally.references = [:] }
        guard tally.stopped == nil else { break }
        for file in part.files { try twins.add(file, reader(of: entry)) }
      }
    } catch {
      tally.stopped = error
    }
    return reading(tally)
  }

  private func reading(_ tally: DatasetTally) -> DatasetReading {
    var reading = DatasetReading(plan, request, tables: tables, rates: rates, tally: tally)
    reading.corrected = corrected
    reading.unknowns = unknowns
    // Nothing can be said of keys where not every row was read.
    if reading.failure == nil {
      reading.correctionProblems = corrector?.problems(mayAdd: false) ?? []
    }
    return reading
  }

  /// What a file says, by itself, as far as a cache does not know it.
  private mutating func tallied(
    _ entry: TableFiles.Entry, _ cache: DatasetCache
  ) -> DatasetTally {
    cache.tally(of: entry) { missing in
      guard let missing else {
        duplicates = DuplicateWatch(dataset, keepsDigests: true)
        return tallied(entry)
      }
      var pass = DatasetPass(
        plan.restricted(to: missing), request, tables: tables, rates: rates)
      pass.adjuster = adjuster
      pass.references = references
      return pass.tallied(entry)
    }
  }

  /// Makes ready what makes rows ready.
  private mutating func prepare(_ files: TableFiles) throws(DiagnosticList) {
    let found = rates.compactMapValues { try? $0.get() }
    for table in found.values { references[table.dataset.name] = table }
    adjuster = RowAdjuster(
      dataset, in: request.institution, rates: found, keepsAccount: request.keepsAccount,
      shared: try SharedValues(dataset, files).keys)
  }

  private func reader(of entry: TableFiles.Entry) -> TableReader {
    entry.reader(dataset.schema(of: entry), isPersonal: dataset.isPersonal)
  }

  /// Everything that the rows of a file taught, up to where it cannot be read.
  private mutating func tallied(_ entry: TableFiles.Entry) -> DatasetTally {
    guard !feeds.isEmpty else {
      return inColumns(entry) ?? inColumnsAndRows(entry) ?? inRows(entry)
    }
    let before = feeds.map(\.rows)
    if let tally = inColumns(entry) { return tally }
    // A file that turned out to be irregular was sent in part.
    if feeds.map(\.rows) != before { for feed in feeds { feed.spoil() } }
    return inRows(entry)
  }

  /// The same, row by row.
  mutating func inRows(_ entry: TableFiles.Entry) -> DatasetTally {
    file = empty
    totals = TotalRowWatch(dataset)
    met = dataset.references.map { _ in MetKeys() }
    do throws(DiagnosticList) {
      let facts = try reader(of: entry).tally(takesDigest: request.takesDigests) {
        (row) throws(DiagnosticList) in
        try take(row, entry.name)
      }
      finish(facts, entry)
    } catch {
      file.stopped = error
    }
    return file
  }

  /// Notes what was found out about the file apart from its rows.
  mutating func finish(_ facts: FileTally, _ entry: TableFiles.Entry) {
    var facts = facts
    if request.keepsAccount {
      facts.reading = TallyIdentity.reading(entry.format, entry.columns)
      noteReferences()
    }
    file.files = [facts.told(of: named)]
  }

  /// Writes down what the rows of the file looked up.
  private mutating func noteReferences() {
    for (reference, keys) in zip(dataset.references, met) {
      note(keys, of: reference.dataset.value)
    }
    for (place, keys) in file.cells.rated {
      if let name = dataset.columns[place].exchange?.rates?.value { note(keys, of: name) }
    }
    file.cells.rated = [:]
  }

  private mutating func note(_ keys: MetKeys, of name: String) {
    guard let table = references[name] else { return }
    file.references[name, default: ReferenceUse()].merge(table.use(of: keys), offset: 0)
  }
}

extension DatasetTally {
  /// A tally without rows, ready for those of some aggregates.
  init(_ talliers: [Tallier]) {
    aggregates = talliers.map { AggregateTally(variants: $0.variants.count) }
    for tallier in talliers {
      let commitment = tallier.judge.commitment
      for use in commitment.literals {
        // What tables hold that rows point to, the tables know themselves.
        guard case .column(let place) = commitment.schema.slots[use.slot].source else { continue }
        texts[place, default: TextValues()].want(TextKey(use.literal))
      }
    }
  }
}
