import Exact
import Tabular

/// The rows of one key of a reference, at one time or another; of most keys there is one.
struct ReferenceRows {
  /// A row, and the days between which it is the one of its key.
  struct Version {
    let from: CivilDate?
    var until: CivilDate?
    let cells: [Cell]
    /// Where it stands.
    let file: String
    let line: Int

    fileprivate var begins: CivilDate { from ?? CivilDate.range.lowerBound }
    fileprivate var ends: CivilDate { until ?? CivilDate.range.upperBound }

    fileprivate func overlaps(_ other: Version) -> Bool {
      max(begins, other.begins) <= min(ends, other.ends)
    }
  }

  /// The one that was met first; once closed, the earliest.
  let first: Version
  private var others: [Version] = []

  /// A key with one row.
  init(_ version: Version) { first = version }

  /// All of them.
  var all: [Version] { [first] + others }

  /// How many there are.
  var count: Int { others.count + 1 }

  /// The one of a day.
  func row(on day: CivilDate) -> Version? {
    if first.begins <= day, day <= first.ends { return first }
    return others.first { $0.begins <= day && day <= $0.ends }
  }

  /// The first that holds on a day of the other's; of rows that each last until the next, the one
  /// that begins on the same day.
  func rival(of other: Version, lastsUntilNext: Bool) -> Version? {
    ([first] + others).first {
      lastsUntilNext ? $0.from == other.from : $0.overlaps(other)
    }
  }

  /// Takes one more.
  mutating func add(_ version: Version) { others.append(version) }

  /// The same, each row ending on the day before the next begins.
  func closed() -> ReferenceRows {
    guard !others.isEmpty else { return self }
    var sorted = ([first] + others).sorted { $0.begins < $1.begins }
    for (index, next) in sorted.indices.dropFirst().enumerated() {
      sorted[index].until = sorted[next].from?.adding(days: -1)
    }
    var result = ReferenceRows(sorted.removeFirst())
    result.others = sorted
    return result
  }
}
