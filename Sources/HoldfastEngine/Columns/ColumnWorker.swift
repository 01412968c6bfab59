import Exact
import HoldfastModel
import Tabular

/// Reads blocks of a file in columns on one thread, and adds their rows up.
final class ColumnWorker {
  /// What became of a block: its rows are in the sums, but for those to be judged one by one.
  struct Block: Sendable {
    /// A row to be judged by itself, and what stands before it in its block.
    struct Single: Sendable {
      let text: RowBlock.Text
      let before: Passed
      /// Whether it is one of the rows of the block's columns.
      let isRegular: Bool
    }

    /// A row that is in the sums, and that a report may show.
    struct Shown: Sendable {
      let text: RowBlock.Text
      /// What the judges that may show it make of it, by their places in the plan.
      let outcomes: [CubeJudge.Shown]
    }

    /// Rows that are in the sums, and what their amounts add up to.
    struct Passed: Sendable {
      var rows = 0
      var sums: [Int128]
    }

    let number: Int
    var singles: [Single] = []
    var passed: Passed
    var shown: [Shown] = []
  }

  let plan: ColumnPlan
  private let shared: ColumnShare
  let batch: ColumnBatch
  let cubes: [CodeCube]
  /// Its own way to the classes of columns that lead to one reference, by vector.
  private let readers: [AxisReader?]
  /// How many codes of each vector have classes.
  private var classified: [Int]
  /// Which rows are looked at one by one, by cube.
  private(set) var lookouts: [CubeWatch]
  /// How many cells were blacked out, by vector.
  private(set) var redacted: [Int]
  private(set) var watches: [TextWatch]
  private(set) var keys: [KeyWatch]
  /// The day of each code of the column of dates; the least for those without one.
  private var days: [Int32] = []
  /// The least of all of them so far.
  private var earliest = Int32.max

  /// A worker; nil where there is no memory for its sums.
  init?(
    _ plan: ColumnPlan, _ file: ColumnFile, _ shared: ColumnShare, watches: [TextWatch],
    keys: [KeyWatch]
  ) {
    (self.watches, self.keys) = (watches, keys)
    self.plan = plan
    self.shared = shared
    batch = file.batch(plan.requests)
    cubes = plan.groups.compactMap { CodeCube(axes: $0.axes, measure: $0.measure) }
    // Whoever gives days their classes notes which days there are.
    readers = plan.axes.enumerated().map { $0 == plan.date?.axis ? nil : AxisReader($1) }
    classified = plan.axes.map { _ in 0 }
    redacted = classified
    lookouts = plan.groups.map { group in
      CubeWatch(time: plan.date.flatMap { date in group.axes.firstIndex(of: date.axis) })
    }
    guard cubes.count == plan.groups.count else { return nil }
  }

  /// Reads one block and adds its rows up; nil at the end of the file.
  func next() throws(ColumnTrouble) -> Block? {
    do throws(BlockFeed.Trouble) {
      guard try batch.next() else { return nil }
    } catch {
      throw .irregular
    }
    try classify()
    watch()
    let count = batch.block.count
    let known = batch.oddRows(orWithoutAnyOf: plan.amounts.isEmpty ? [] : plan.texts)
    var odd = known
    var shown: [Int: [CubeJudge.Shown]] = [:]
    for group in cubes.indices {
      for row in cubes[group].add(batch.vectors, count, without: known) where !odd.contains(row) {
        let looked = lookouts[group].look(at: row, cubes[group], batch) { classes in
          shared.classes.change { $0.judges[group].judged(classes) }
        }
        guard let looked else { continue }
        guard looked.look != .judged else {
          odd.insert(row)
          continue
        }
        shown[row, default: []] += looked.shown
      }
    }
    for cube in cubes {
      for row in odd where !known.contains(row) { cube.remove(row, batch.vectors) }
    }
    for index in keys.indices { keys[index].see(batch, without: odd) }
    for vector in redacted.indices {
      redacted[vector] += batch.vectors[vector].redacted(count, without: odd)
    }
    var result = block(odd)
    for (row, outcomes) in shown.sorted(by: { $0.key < $1.key }) where !odd.contains(row) {
      let text = batch.block.text(at: batch.block.place(of: row))
      result.shown.append(.init(text: text, outcomes: outcomes))
    }
    return result
  }

  /// Gives the codes that came with the block their classes.
  private func classify() throws(ColumnTrouble) {
    for vector in batch.forgotten {
      classified[vector] = 0
      for cube in cubes {
        if let axis = cube.axes.firstIndex(of: vector) { cube.forgetCodes(of: axis) }
      }
    }
    var further: [[(axis: Int, classes: [Int32])]] = cubes.map { _ in [] }
    for (place, vector) in batch.vectors.enumerated() where vector.codeCount > classified[place] {
      let first = classified[place]
      classified[place] = vector.codeCount
      guard let classes = vector.fixedClasses ?? classes(of: vector, from: first, place) else {
        throw .irregular
      }
      for (group, cube) in cubes.enumerated() {
        guard let axis = cube.axes.firstIndex(of: place) else { continue }
        let own =
          shared.classes.change { $0.book.narrow(classes, group: group, axis: axis) }
        further[group].append((axis, own))
      }
    }
    for (group, cube) in cubes.enumerated() where !further[group].isEmpty {
      guard cube.add(further[group]) else { throw .tooManyClasses(group: group) }
    }
  }

  /// The classes of the codes of a vector from one on; nil where there are too many.
  private func classes(of vector: ColumnVector, from first: Int, _ place: Int) -> [Int32]? {
    let (cells, axis) = (vector.cells[first...], plan.axes[place])
    if let reader = readers[place] {
      return reader.classes(of: cells) { sample in
        shared.classes.change { _ in
          let number = axis.classify(sample)
          return axis.isFull ? nil : number
        }
      }
    }
    return shared.classes.change { shared in
      let result = shared.book.classify(cells, of: place) { vector.isOdd($0) }
      return axis.isFull ? nil : result
    }
  }

  /// Notes since when columns hold their texts.
  private func watch() {
    guard !watches.isEmpty else { return }
    let dates = plan.date?.axis
    if let dates {
      if batch.forgotten.contains(dates) { days.removeAll(keepingCapacity: true) }
      let cells = batch.vectors[dates].cells
      for cell in cells[days.count...] {
        days.append(cell.date.map { Int32($0.days) } ?? .min)
        earliest = min(earliest, days[days.count - 1])
      }
    }
    let bound = dates == nil ? .min : earliest
    for index in watches.indices {
      watches[index].see(batch, dates: dates, days: days, earliest: bound)
    }
  }
}

/// Why a file cannot be read in columns.
enum ColumnTrouble: Error, Sendable {
  /// Something in it is against the rules.
  case irregular
  /// A cube has too many classes.
  case tooManyClasses(group: Int)
}
