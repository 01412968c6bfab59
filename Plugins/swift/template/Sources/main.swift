import HoldfastPluginKit

/// The part of the rows that are done: an example to begin with.
///
/// A checker is one struct. This one reads rows, and may be run in several processes.
struct DonePart: MergeableChecker {
  static let name = "done_part"
  static let summary = "the part of the rows that are done"
  static let unit = Unit.share

  static let done = Column<Bool>("done", nullable: true, means: "whether the row is done")
  static let columns: [any ColumnDeclaration] = [done]

  static let minimum = Parameter<Int>(
    "minimum_rows", "with fewer rows than these nothing is said", default: 1, in: 1...1_000_000)
  static let parameters: [any ParameterDeclaration] = [minimum]

  /// Rows that count for certain: done, not done, unknown.
  private var certain = [0, 0, 0]
  /// The same of rows of which nobody knows whether they count.
  private var possible = [0, 0, 0]
  private let minimumRows: Int

  init(_ parameters: Parameters) throws(PluginError) {
    minimumRows = parameters[Self.minimum]
  }

  mutating func take(_ batch: Batch) throws(PluginError) {
    for (row, done) in try batch[Self.done].enumerated() {
      let place = done.map { $0 ? 0 : 1 } ?? 2
      if batch.isCertain(row) { certain[place] += 1 } else { possible[place] += 1 }
    }
  }

  func state() throws(PluginError) -> State {
    .list((certain + possible).map(State.count))
  }

  mutating func merge(_ states: [State]) throws(PluginError) {
    for state in states {
      for (place, count) in (state.items ?? []).compactMap(\.count).enumerated() {
        if place < 3 { certain[place] += count } else { possible[place - 3] += count }
      }
    }
  }

  /// The bounds hold whichever way each unknown turns out: at the least no unknown is done and
  /// every row counts that is not, at the most the other way round.
  func finish() throws(PluginError) -> Measurement {
    let sure = certain.reduce(0, +)
    let rows = sure + possible.reduce(0, +)
    let unknown = certain[2] + possible.reduce(0, +)
    guard sure >= minimumRows else {
      return try .unbounded(
        "fewer than \(minimumRows) row(s) count for certain", rows: rows, unknownRows: unknown)
    }
    let most = certain[0] + certain[2] + possible[0] + possible[2]
    return try .between(
      certain[0].over(sure + possible[1] + possible[2]),
      most.over(sure + possible[0] + possible[2]), rows: rows, unknownRows: unknown)
  }
}

Plugin("my-plugin", [DonePart.self]).run()
