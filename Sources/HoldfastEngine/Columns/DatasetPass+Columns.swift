import Exact
import HoldfastModel
import Tabular

/// Files whose rows are judged in columns, which gives the same as judging them one by one.
extension DatasetPass {
  /// Everything that the rows of a file taught; nil where they are to be judged one by one.
  mutating func inColumns(_ entry: TableFiles.Entry) -> DatasetTally? {
    guard mayReadInColumns(entry), case .csv(let format) = entry.format.table else { return nil }
    let scope = ColumnScope(
      dataset, talliers, schema: schema, keep: keep, tables: tables, watched: empty.texts,
      bucket: clock.finestStart, keepsAccount: request.keepsAccount, isFeeding: !feeds.isEmpty)
    let plan = columns ?? ColumnPlan(scope)
    columns = .some(plan)
    guard let plan else { return nil }
    while true {
      let sizes = plan.blockSizes(request.reading.blockSize)
      guard
        let opened = ColumnFile(
          entry.place, shownAs: entry.name, format: format, schema: dataset.schema(of: entry),
          isPersonal: dataset.isPersonal, blockSizes: sizes)
      else { return nil }
      do throws(ColumnTrouble) { return try read(opened, plan, scope, entry) } catch {
        guard case .tooManyClasses(let group) = error, plan.split(group) else { return nil }
      }
    }
  }

  private func mayReadInColumns(_ entry: TableFiles.Entry) -> Bool {
    request.reading.mayUseColumns && request.corrections == nil
      && !request.asksForUnknowns
      && !talliers.contains { $0.needsRows }
      && rates.isEmpty && dataset.columns.count == entry.columns.count
      && zip(dataset.columns, entry.columns).allSatisfy { $0.isCounted(as: $1) }
  }

  private mutating func read(
    _ opened: ColumnFile, _ plan: ColumnPlan, _ scope: ColumnScope, _ entry: TableFiles.Entry
  ) throws(ColumnTrouble) -> DatasetTally {
    var pass = self
    pass.file = empty
    pass.totals = TotalRowWatch(dataset)
    pass.met = dataset.references.map { _ in MetKeys() }
    var hasStopped = false
    let columnFeeds = feeds.enumerated().compactMap { ColumnFeed($1, plan, tallier: $0) }
    guard columnFeeds.count == feeds.count else { throw .irregular }
    let columns = ColumnPass(
      plan: plan, scope: scope, talliers: talliers,
      // What is sent is sent in the order of the file.
      jobs: feeds.isEmpty ? min(request.reading.jobs, opened.blocks) : 1,
      takesDigest: request.takesDigests)
    let result = try columns.read(
      opened,
      .init(
        take: { row in
          do { try pass.take(row, entry.name) } catch { hasStopped = true }
        },
        pass: { count, sums in pass.totals.pass(count, sums: sums, in: entry.name) },
        show: { row, outcomes in pass.show(row, entry.name, outcomes, plan) },
        feeds: columnFeeds))
    var (tally, time) = (pass.file, pass.clock)
    guard !hasStopped, result.add(to: &tally, talliers, scope, &time) else { throw .irregular }
    pass.file = tally
    for (place, keys) in result.keys { pass.met[place].see(keys) }
    pass.finish(FileTally(result.summary, digest: result.digest), entry)
    self = pass
    return file
  }
}

extension DatasetPass {
  /// Shows a row that stands in the sums already.
  fileprivate mutating func show(
    _ row: Row, _ name: String, _ outcomes: [CubeJudge.Shown], _ plan: ColumnPlan
  ) {
    for shown in outcomes {
      let (part, outcome) = (plan.parts[shown.part], shown.outcome)
      guard let bucket = clock.bucket(of: row.cells, for: part.tallier, &file) else { continue }
      let column = part.judge.measureColumn
      let isHidden = hidden[part.tallier]
      talliers[part.tallier].show(
        outcome, part.judge, measure: column.map { row.cells[$0].number } ?? Decimal(1),
        in: bucket, to: &file.aggregates[part.tallier].tally
      ) { [maker] in
        maker.witness(
          row, row.cells, file: name, measure: $0, unknown: $1, isHidden: isHidden)
      }
    }
  }
}

extension Column {
  /// Whether its cells count as those of another, however they are written.
  fileprivate func isCounted(as other: Column) -> Bool {
    type == other.type && scale == other.scale && blank == other.blank
      && extract == other.extract && between == other.between
      && unknownPatterns == other.unknownPatterns && redacted == other.redacted
      && (negateWhen == nil) == (other.negateWhen == nil)
      && (exchange == nil) == (other.exchange == nil)
  }
}
