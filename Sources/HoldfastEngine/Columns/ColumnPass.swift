import Crypto
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Reads one file in columns, on as many threads as are wanted.
struct ColumnPass {
  let plan: ColumnPlan
  let scope: ColumnScope
  let talliers: [Tallier]
  /// How many threads may work.
  let jobs: Int
  /// Whether the digest of the file's bytes is wanted.
  let takesDigest: Bool

  /// What judges rows one by one meanwhile.
  struct Singles {
    /// Takes a row.
    let take: (Row) -> Void
    /// Takes rows for sure ones, with what their amounts add up to.
    let pass: (Int, [Decimal]) -> Void
    /// Takes a row that is in the sums, and that a report may show.
    let show: (Row, [CubeJudge.Shown]) -> Void
    /// What takes rows elsewhere, one thread reading.
    var feeds: [ColumnFeed] = []
  }

  /// Everything that the rows of the file taught beside what single rows did; nil where the file is
  /// to be read row by row, and what single rows taught is to be forgotten.
  func read(_ file: ColumnFile, _ singles: Singles) throws(ColumnTrouble) -> ColumnResult {
    let watches = scope.keep == nil ? self.watches : []
    let book = ClassBook(plan, bucket: scope.bucket)
    let shared = ColumnShare(plan, book, limits: talliers.map(\.limits), workers: jobs)
    let keys = scope.keepsAccount ? keyWatches : []
    let crew = Crew(
      (0..<jobs).compactMap { _ in
        ColumnWorker(plan, file, shared, watches: watches, keys: keys)
      })
    guard crew.workers.count == jobs else { throw .irregular }
    var rows = SingleRows(file)
    let digest = FileDigest()
    if jobs == 1 {
      let worker = crew.workers[0]
      while let block = try worker.next() {
        for feed in singles.feeds { feed.begin(worker.batch) }
        try take(block, &rows, singles) { passed in
          for feed in singles.feeds { feed.take(passed, of: worker, shared) }
        }
      }
      if takesDigest { digest.take(file) }
    } else {
      var trouble: ColumnTrouble?
      let hasRun = Threads.run(takesDigest ? jobs + 1 : jobs) { [jobs] number in
        if number < jobs { shared.work(crew.workers[number]) } else { digest.take(file) }
      } meanwhile: {
        while trouble == nil, let block = shared.take() {
          do throws(ColumnTrouble) { try take(block, &rows, singles) { _ in } } catch {
            trouble = error
          }
        }
        if let trouble { shared.progress.change { $0.trouble = trouble } }
      }
      guard hasRun else { throw .irregular }
      if let trouble = trouble ?? shared.progress.change({ $0.trouble }) { throw trouble }
    }
    guard !rows.hasProblems, file.isUnchanged else { throw .irregular }
    if takesDigest, digest.bytes == nil { throw .irregular }
    let classes = shared.classes.change { $0 }
    return ColumnResult(plan, classes, crew.workers, file, rows, digest: digest.bytes)
  }

  private var watches: [TextWatch] {
    scope.watched.sorted { $0.key < $1.key }.compactMap { slot, values in
      guard case .column(let column) = scope.schema.slots[slot].source,
        let vector = plan.axis(of: column)
      else { return nil }
      return TextWatch(slot: slot, vector: vector, values: values)
    }
  }

  private var keyWatches: [KeyWatch] {
    plan.axes.indices.filter { !plan.axes[$0].places.isEmpty }
      .map { KeyWatch(references: plan.axes[$0].places, vector: $0) }
  }

  /// Lets single rows be judged, each in its place among the others.
  private func take(
    _ block: ColumnWorker.Block, _ rows: inout SingleRows, _ singles: Singles,
    _ feed: (Range<Int>) -> Void
  ) throws(ColumnTrouble) {
    var last = ColumnWorker.Block.Passed(sums: plan.amounts.map { _ in 0 })
    var next = 0
    for single in block.singles {
      pass(from: last, to: single.before, &rows, singles)
      let count = single.before.rows - last.rows
      feed(next..<next + count)
      next += count + (single.isRegular ? 1 : 0)
      last = single.before
      do throws(BlockFeed.Trouble) {
        if let row = try rows.row(single.text) { singles.take(row) }
      } catch {
        throw .irregular
      }
    }
    pass(from: last, to: block.passed, &rows, singles)
    feed(next..<next + block.passed.rows - last.rows)
    for shown in block.shown {
      do throws(BlockFeed.Trouble) {
        singles.show(try rows.look(at: shown.text), shown.outcomes)
      } catch {
        throw .irregular
      }
    }
  }

  private func pass(
    from last: ColumnWorker.Block.Passed, to next: ColumnWorker.Block.Passed,
    _ rows: inout SingleRows, _ singles: Singles
  ) {
    guard next.rows > last.rows else { return }
    rows.pass(next.rows - last.rows)
    let sums = plan.amounts.indices.map { index in
      let column = scope.dataset.columns[plan.axes[plan.amounts[index]].column]
      return Decimal(coefficient: next.sums[index] - last.sums[index], scale: column.scale)
    }
    singles.pass(next.rows - last.rows, sums)
  }

  /// The digest of a file, which one thread finds while others read its rows.
  private final class FileDigest: @unchecked Sendable {
    private(set) var bytes: [UInt8]?

    func take(_ file: ColumnFile) {
      var hash = SHA256()
      do throws(BlockFeed.Trouble) {
        try file.observe { hash.update(data: $0) }
        bytes = Array(hash.finalize())
      } catch {
        bytes = nil
      }
    }
  }

  /// The workers, each of which one thread uses.
  private final class Crew: @unchecked Sendable {
    let workers: [ColumnWorker]

    init(_ workers: [ColumnWorker]) { self.workers = workers }
  }
}
