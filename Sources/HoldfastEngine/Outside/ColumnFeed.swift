import CEL
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Rows that are read in columns on their way to a checker outside the program: each distinct cell
/// is written once, and what becomes of a row is found out once for all rows like it.
final class ColumnFeed {
  /// Where the cells of a column that is sent come from.
  private enum Source {
    /// Each distinct cell of a column decides.
    case distinct(vector: Int, CheckedPart)
    /// The numbers of a column, as they are.
    case numbers(vector: Int, CheckedPart, scale: Int)

    var vector: Int {
      switch self {
      case .distinct(let vector, _), .numbers(let vector, _, _): vector
      }
    }
  }

  private let feed: RowFeed
  private let plan: ColumnPlan
  private let sources: [Source]
  private let view: RowView
  /// The cube that the commitment's rows are in, and the judge's place there.
  private let group: Int
  private let place: Int
  /// What is sent for each distinct cell, by source.
  private var written: [[RowFeed.Written?]]
  /// What becomes of the rows of a cell of the cube.
  private var fates: [Int: RowFeed.Fate?] = [:]

  /// A feed over a plan in which the commitment is the tallier of that number; nil where some column
  /// is worked out from several.
  init?(_ feed: RowFeed, _ plan: ColumnPlan, tallier: Int) {
    guard
      let part = plan.parts.firstIndex(where: { $0.tallier == tallier && $0.variant == nil }),
      let group = plan.groups.firstIndex(where: { $0.parts.contains(part) }),
      let place = plan.groups[group].parts.firstIndex(of: part)
    else { return nil }
    (self.feed, self.plan, self.group, self.place) = (feed, plan, group, place)
    let schema = plan.parts[part].judge.commitment.schema
    view = RowView(schema)
    view.cells = [Cell](repeating: .unknown, count: plan.dataset.columns.count)
    view.references = plan.dataset.references.map { _ in nil }
    var sources: [Source] = []
    for column in feed.columns {
      guard let source = Self.source(column, plan, schema) else { return nil }
      sources.append(source)
    }
    self.sources = sources
    written = sources.map { _ in [] }
  }

  private static func source(
    _ part: CheckedPart, _ plan: ColumnPlan, _ schema: RowSchema
  ) -> Source? {
    let slots = part.program.slots.filter { !schema.slots[$0].isParameter }
    let columns = Set(
      slots.compactMap { slot -> Int? in
        switch schema.slots[slot].source {
        case .column(let column): column
        case .reference(let place, _):
          plan.dataset.place(of: plan.dataset.references[place].by)
        case .parameter: nil
        }
      })
    guard columns.count == 1, let column = columns.first, let vector = plan.axis(of: column) else {
      return nil
    }
    switch plan.requests[vector].form {
    case .distinct: return .distinct(vector: vector, part)
    case .presence: return nil
    case .numbers:
      guard slots.count == 1, part.expression.canonicalText == "." + schema.slots[slots[0]].name
      else { return nil }
      let own = plan.dataset.columns[column]
      return .numbers(vector: vector, part, scale: own.type == .decimal ? own.scale : 0)
    }
  }

  /// Takes what is known of a block that comes next.
  func begin(_ batch: ColumnBatch) {
    fates.removeAll(keepingCapacity: true)
    for index in sources.indices where batch.forgotten.contains(sources[index].vector) {
      written[index].removeAll(keepingCapacity: true)
    }
  }

  /// Takes some of the block's regular rows.
  func take(_ rows: Range<Int>, of worker: ColumnWorker, _ shared: ColumnShare) {
    let cube = worker.cubes[group]
    for row in rows {
      let cell = cube.cell(of: row)
      let fate: RowFeed.Fate?
      if let known = fates[cell] {
        fate = known
      } else {
        fate = self.fate(cube.classes(of: cell), shared)
        fates[cell] = .some(fate)
      }
      guard let fate else { continue }
      feed.take(fate) { session in
        for (index, source) in sources.enumerated() {
          guard send(source, index, row, worker.batch, to: session) else { return false }
        }
        return true
      }
    }
  }

  private func fate(_ classes: [Int], _ shared: ColumnShare) -> RowFeed.Fate? {
    shared.classes.change { shared in
      let logic = shared.judges[group].judged(classes).logic
      let day = shared.judges[group].day(classes)
      let bucket: Tally.Bucket =
        plan.date == nil ? .undated : day.map { .starting($0) } ?? .dateUnknown
      return feed.fate(shared.judges[group].outcomes[place][logic.outcomes[place]], bucket)
    }
  }

  /// Sends a cell; false where it is unknown and must not be.
  private func send(
    _ source: Source, _ index: Int, _ row: Int, _ batch: ColumnBatch,
    to session: any OutsideRows
  ) -> Bool {
    let vector = batch.vectors[source.vector]
    let code = vector.code(of: row)
    if case .numbers(_, _, let scale) = source, let number = vector.number(of: row) {
      session.append(feed.number(number, scale: scale, in: index), to: index)
      return true
    }
    while written[index].count <= code { written[index].append(nil) }
    let known: RowFeed.Written
    if let there = written[index][code] {
      known = there
    } else {
      known = made(source, index, vector, code)
      written[index][code] = known
    }
    switch known {
    case .cell(let bytes): session.append(written: bytes, to: index)
    case .lacking: return false
    case .wrong:
      feed.spoil()
      return false
    }
    return true
  }

  private func made(
    _ source: Source, _ index: Int, _ vector: ColumnVector, _ code: Int
  ) -> RowFeed.Written {
    switch source {
    case .distinct(let axis, let part):
      plan.axes[axis].show(plan.axes[axis].sample(of: vector.cells[code]), in: view)
      return feed.written(part.program.evaluate(view), in: index)
    case .numbers(let axis, let part, _) where vector.isConstant:
      plan.axes[axis].show(plan.axes[axis].sample(of: vector.cells[code]), in: view)
      return feed.written(part.program.evaluate(view), in: index)
    case .numbers(let axis, let part, _):
      view.cells[plan.axes[axis].column] = vector.isExcluded(code) ? .excluded : .unknown
      return feed.written(part.program.evaluate(view), in: index)
    }
  }
}
