import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// What the rows that were read in columns come to.
struct ColumnResult {
  private let plan: ColumnPlan
  private let classes: ColumnShare.Classes
  private let workers: [ColumnWorker]
  /// What was found out about the file.
  let summary: FileSummary
  /// The SHA-256 digest of its bytes, where somebody wanted it.
  let digest: [UInt8]?

  init(
    _ plan: ColumnPlan, _ classes: ColumnShare.Classes, _ workers: [ColumnWorker],
    _ file: ColumnFile, _ rows: SingleRows, digest: [UInt8]?
  ) {
    self.digest = digest
    self.plan = plan
    self.classes = classes
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

  /// The keys by which rows look others up, by reference, where they are to be known.
  var keys: [(reference: Int, keys: Set<TextKey>)] {
    workers.flatMap { worker in
      worker.keys.flatMap { watch in
        let keys = watch.keys(worker.batch)
        return watch.references.map { ($0, keys) }
      }
    }
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
    var judge = classes.judges[group]
    let scale = plan.groups[group].measure.map { axis in
      let column = plan.dataset.columns[plan.axes[axis].column]
      return column.type == .decimal ? column.scale : 0
    }
    var cells = CubeSums(group, plan, judge) { bucket($0, scope) }
    for worker in workers { cells.add(worker, &judge) }
    for (place, fact) in plan.groups[group].facts.enumerated() {
      for (classes, isKept, sum) in cells.facts[place].all {
        note(
          plan.facts[fact], classes, sum, scale ?? 0, judge.day(classes), isKept, judge, &tally,
          scope, &clock)
      }
    }
    for (place, part) in plan.groups[group].parts.enumerated() {
      for (outcome, bucket, sum) in cells.outcomes(of: place, judge) {
        let isExact = add(
          sum, scale, judge.outcomes[place][outcome], plan.parts[part],
          in: clock.bucket(around: bucket, for: plan.parts[part].tallier), to: &tally, talliers)
        guard isExact || plan.parts[part].variant != nil else { return false }
      }
    }
    return true
  }

  private func add(
    _ sum: CubeSums.Sum, _ scale: Int?, _ outcome: RowOutcome, _ part: ColumnPlan.Part,
    in bucket: Tally.Bucket, to tally: inout DatasetTally, _ talliers: [Tallier]
  ) -> Bool {
    let total = scale.map(sum.terms)
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

  private func bucket(_ day: CivilDate?, _ scope: ColumnScope) -> Tally.Bucket {
    guard plan.date != nil else { return .undated }
    return day.map { .starting(scope.bucket($0)) } ?? .dateUnknown
  }

  private func note(
    _ fact: ColumnPlan.Counted, _ classes: [Int],
    _ sum: CubeSums.Sum, _ scale: Int, _ day: CivilDate?, _ isKept: Bool, _ judge: CubeJudge,
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
      if let start = day.map(scope.bucket), let span = self.classes.book.spans[start] {
        clock.note(DatedRows(sum.rows, span), in: start, &tally)
      }
    case .days:
      guard isKept else {
        if fact.isFirst { tally.dropped += sum.rows }
        return
      }
      if fact.isFirst, let day { clock.note(DatedRows(sum.rows, day...day), in: day, &tally) }
      note(fact, day, sum, scale, &tally)
    case .texts(let slot):
      guard isKept, case .column(let column) = scope.schema.slots[slot].source,
        let cell = judge.cell(classes, of: column)
      else { return }
      let first = scope.keepsAccount ? day : day.map(scope.bucket)
      let start = first ?? CivilDate.range.lowerBound
      tally.texts[slot, default: TextValues()].add(cell, on: start)
    }
  }

  /// Notes the rows of a day that are kept, for whoever asks whether the data is complete.
  private func note(
    _ fact: ColumnPlan.Counted, _ day: CivilDate?, _ sum: CubeSums.Sum, _ scale: Int,
    _ tally: inout DatasetTally
  ) {
    let watch = CompletenessWatch(plan.dataset)
    if fact.isFirst { watch.see(sum.rows, on: day, in: summary.path, &tally.completeness) }
    guard let axis = fact.measure else { return }
    watch.see(
      sum.terms(scale: scale), of: plan.axes[axis].column, rows: sum.rows, on: day,
      &tally.completeness)
  }
}
