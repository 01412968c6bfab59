import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// What the rows that were read in columns come to.
struct ColumnResult {
  private let plan: ColumnPlan
  private let book: ClassBook
  private let workers: [ColumnWorker]
  /// What was found out about the file.
  let summary: FileSummary
  /// The SHA-256 digest of its bytes, where somebody wanted it.
  let digest: [UInt8]?

  /// Rows of one class of a cube, over all threads.
  private struct Sum {
    var rows = 0
    var sum: Int128 = 0

    mutating func add(_ rows: Int, _ sum: Int128) {
      self.rows += rows
      self.sum += sum
    }
  }

  init(
    _ plan: ColumnPlan, _ book: ClassBook, _ workers: [ColumnWorker], _ file: ColumnFile,
    _ rows: SingleRows, digest: [UInt8]?
  ) {
    self.digest = digest
    self.plan = plan
    self.book = book
    self.workers = workers
    var redacted: [Int: Int] = [:]
    var saying: Set<Int> = []
    for worker in workers {
      for (vector, count) in worker.redacted.enumerated() where count > 0 {
        redacted[plan.axes[vector].column, default: 0] += count
      }
      for (place, vector) in worker.batch.vectors.enumerated() where vector.saysSomething {
        saying.insert(plan.axes[place].column)
      }
    }
    summary = file.summary(rows, redacted: redacted, saying: saying)
  }

  /// Adds the rows to the tally of their file; false where a sum leaves 128 bits.
  func add(
    to tally: inout DatasetTally, _ talliers: [Tallier], _ scope: ColumnScope,
    _ clock: inout RowClock
  ) -> Bool {
    for worker in workers {
      for watch in worker.watches {
        let texts = watch.texts(worker.batch)
        tally.texts[watch.slot] = tally.texts[watch.slot]?.merged(with: texts) ?? texts
      }
    }
    for group in plan.groups.indices where !add(group, to: &tally, talliers, scope, &clock) {
      return false
    }
    return true
  }

  private func add(
    _ group: Int, to tally: inout DatasetTally, _ talliers: [Tallier], _ scope: ColumnScope,
    _ clock: inout RowClock
  ) -> Bool {
    // What one thread has found out about classes is true for all.
    var judge = workers[0].judges[group]
    let scale = plan.groups[group].measure.map { axis in
      let column = plan.dataset.columns[plan.axes[axis].column]
      return column.type == .decimal ? column.scale : 0
    }
    // Rows by time and by what is made of them, which are far fewer than the cells.
    var sums: [CellKey: Sum] = [:]
    for worker in workers {
      worker.cubes[group].forEach { classes, rows, sum in
        let day = judge.day(classes)
        let key = CellKey(logic: judge.logic(classes), bucket: bucket(day, scope))
        sums[key, default: Sum()].add(rows, sum)
        for fact in plan.groups[group].facts {
          note(
            plan.facts[fact], classes, Sum(rows: rows, sum: sum), scale ?? 0, day,
            judge.logics[key.logic], judge, &tally, scope, &clock)
        }
      }
    }
    for (place, part) in plan.groups[group].parts.enumerated() {
      var own: [CellKey: Sum] = [:]
      for (key, sum) in sums {
        let outcome = judge.logics[key.logic].outcomes[place]
        own[CellKey(logic: outcome, bucket: key.bucket), default: Sum()].add(sum.rows, sum.sum)
      }
      for (key, sum) in own {
        let isExact = add(
          sum, scale, judge.outcomes[place][key.logic], plan.parts[part],
          in: clock.bucket(around: key.bucket, for: plan.parts[part].tallier), to: &tally, talliers)
        guard isExact || plan.parts[part].variant != nil else { return false }
      }
    }
    return true
  }

  private func add(
    _ sum: Sum, _ scale: Int?, _ outcome: RowOutcome, _ part: ColumnPlan.Part,
    in bucket: Tally.Bucket, to tally: inout DatasetTally, _ talliers: [Tallier]
  ) -> Bool {
    let total = scale.map { Decimal(coefficient: sum.sum, scale: $0) }
    let (tallier, judge) = (talliers[part.tallier], part.judge)
    if let variant = part.variant {
      return tallier.add(
        sum.rows, sum: total, of: outcome, judge, in: bucket,
        to: &tally.aggregates[part.tallier].variants[variant])
    }
    return tallier.add(
      sum.rows, sum: total, of: outcome, judge, in: bucket,
      to: &tally.aggregates[part.tallier].tally)
  }

  /// A stretch of time, and what is made of rows.
  private struct CellKey: Hashable {
    let logic: Int
    let bucket: Tally.Bucket
  }

  private func bucket(_ day: CivilDate?, _ scope: ColumnScope) -> Tally.Bucket {
    guard plan.date != nil else { return .undated }
    return day.map { .starting(scope.bucket($0)) } ?? .dateUnknown
  }

  private func note(
    _ fact: ColumnPlan.Counted, _ classes: [Int],
    _ sum: Sum, _ scale: Int, _ day: CivilDate?, _ logic: CubeJudge.Logic, _ judge: CubeJudge,
    _ tally: inout DatasetTally, _ scope: ColumnScope, _ clock: inout RowClock
  ) {
    switch fact.fact {
    case .unmatched(let place):
      if !judge.leads(classes, place) {
        tally.unmatched[plan.dataset.references[place].name, default: 0] += sum.rows
      }
    case .blank(let column):
      if judge.cell(classes, of: column) == .excluded {
        tally.blanks[column, default: 0] += sum.rows
      }
    case .buckets:
      if let start = day.map(scope.bucket), let span = book.spans[start] {
        clock.note(DatedRows(sum.rows, span), in: start, &tally)
      }
    case .days:
      guard logic.isKept else {
        if fact.isFirst { tally.dropped += sum.rows }
        return
      }
      if fact.isFirst, let day { clock.note(DatedRows(sum.rows, day...day), in: day, &tally) }
      note(fact, day, sum, scale, &tally)
    case .texts(let slot):
      guard logic.isKept, case .column(let column) = scope.schema.slots[slot].source,
        let cell = judge.cell(classes, of: column)
      else { return }
      let start = day.map(scope.bucket) ?? CivilDate.range.lowerBound
      tally.texts[slot, default: TextValues()].add(cell, on: start)
    }
  }

  /// Notes the rows of a day that are kept, for whoever asks whether the data is complete.
  private func note(
    _ fact: ColumnPlan.Counted, _ day: CivilDate?, _ sum: Sum, _ scale: Int,
    _ tally: inout DatasetTally
  ) {
    let watch = CompletenessWatch(plan.dataset)
    if fact.isFirst { watch.see(sum.rows, on: day, in: summary.path, &tally.completeness) }
    guard let axis = fact.measure else { return }
    let total = Decimal(coefficient: sum.sum, scale: scale)
    watch.see(
      total, of: plan.axes[axis].column, rows: sum.rows, on: day, &tally.completeness)
  }
}
