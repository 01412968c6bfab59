import Diagnostics
import HoldfastExpressions
import HoldfastModel

/// All that is known before the rows of datasets are read.
struct Preparation {
  private let request: RunRequest
  let plan: RunPlan
  /// What is counted of each dataset.
  let parts: [DatasetPlan]
  private var references: ReferenceShelf
  private let lookups: [DatasetSummary]
  private let cache: CacheFolder?

  init(_ request: RunRequest) throws(DiagnosticList) {
    self.request = request
    cache = request.cache.map { CacheFolder($0.folder) }
    // Aggregates are told apart where numbers come from elsewhere, or go there.
    let needsIdentity = request.keepsAccount || request.tallies != nil
    let loader = AreaLoader(
      institution: request.institution, folder: request.folder,
      takesDigests: needsIdentity || request.reading.takesDigests)
    let areas = request.believesTallies ? loader.unread : try loader.load()
    lookups = areas.files
    plan = try RunPlan(request, areas: areas.tests)
    try plan.checkOnly()
    references = ReferenceShelf(request, plan: plan)
    parts = plan.datasetPlans(
      needsIdentity
        ? TallyIdentity(
          institution: request.institution, asOf: request.asOf, lookups: areas.digests) : nil)
  }

  /// What a dataset says, from its rows or from tallies of them.
  mutating func read(_ part: DatasetPlan) throws(DiagnosticList) -> DatasetReading {
    let tables = references.tables(of: part.dataset)
    let rates = references.rates(of: part.dataset)
    guard let tallies = request.tallies, tallies.holds(part.dataset) else {
      var pass = DatasetPass(part, request, tables: tables, rates: rates)
      var reading = pass.run(DatasetCache(cache, part, request, tables + rates.values))
      reading.claims = RowClaims(plan: part, request: request, tables: tables, rates: rates)
        .claims(beside: reading)
      return reading
    }
    let found = (tables + rates.values).compactMap { try? $0.get() }
    return DatasetReading(
      part, request, tables: tables, rates: rates,
      tally: try tallies.tally(of: part, request, found))
  }

  /// Reads the rows of a dataset one by one and gives those of one commitment their chance.
  mutating func read(
    _ part: DatasetPlan, drawing place: Int, by sampler: RowSampler
  ) throws(DiagnosticList) {
    var asking = request.withoutCache
    asking.reading.mayUseColumns = false
    asking.keepsAccount = false
    let tallier = part.talliers[place]
    let period = request.institution.calendar.period(
      tallier.judge.commitment.commitment.period, asOf: request.asOf)
    let own = DatasetPlan(
      part.dataset, [tallier], calendar: request.institution.calendar, asOf: request.asOf,
      identity: nil)
    var pass = DatasetPass(
      own, asking, tables: references.tables(of: part.dataset),
      rates: references.rates(of: part.dataset))
    pass.feeds = [
      RowFeed(
        tallier.judge.commitment, part.dataset, period, asOf: request.asOf,
        .sampling(sampler, countsRows: tallier.judge.commitment.measure == nil))
    ]
    let reading = pass.run()
    if let failure = reading.failure { throw failure }
    if let failure = pass.feeds[0].failure { throw DiagnosticList([failure]) }
  }

  /// What keeps the cache from being used; it is put in order first.
  func closeCache() -> [Diagnostic] {
    cache?.tidy()
    return cache?.warnings ?? []
  }

  /// What was read for some datasets.
  func summaries(_ readings: [DatasetReading]) -> [DatasetSummary] {
    readings.map(\.summary) + references.summaries + lookups
  }

  /// What the datasets say together; throws what is wrong with corrections of their rows.
  func reading(
    of datasets: [String: DatasetReading]
  ) throws(DiagnosticList) -> Engine.Reading {
    try DiagnosticList(
      datasets.values.flatMap(\.correctionProblems) + references.correctionProblems
    ).throwIfErrors()
    return Engine.Reading(
      plan: plan, datasets: datasets, references: references, lookups: lookups,
      warnings: closeCache())
  }
}
