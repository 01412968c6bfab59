import Exact
import HoldfastModel

/// The keys by which rows looked others up, gathered while rows pass.
struct MetKeys: Sendable {
  /// The first and the last day for which each key was looked up; nil where days do not matter.
  private(set) var days: [TextKey: ClosedRange<CivilDate>?] = [:]

  /// Notes that a key was looked up for a day.
  mutating func see(_ key: String, in table: ReferenceTable, on day: CivilDate?) {
    let isDated = table.dataset.valid != nil
    // A row that has no day finds nothing in such a table, whatever it holds.
    guard day != nil || !isDated else { return }
    see(TextKey(key), isDated ? day : nil)
  }

  /// Notes keys that were looked up in a table whose rows always hold.
  mutating func see(_ keys: Set<TextKey>) {
    for key in keys { see(key, nil) }
  }

  private mutating func see(_ key: TextKey, _ day: CivilDate?) {
    guard let known = days[key] else {
      days[key] = .some(day.map { $0...$0 })
      return
    }
    guard let day, let known, !known.contains(day) else { return }
    days[key] = min(known.lowerBound, day)...max(known.upperBound, day)
  }
}

/// What was read of a dataset that rows point to: enough to tell whether it still says the same.
struct ReferenceUse: Sendable, Equatable {
  /// A key, and the days for which it was looked up where days matter.
  struct Met: Hashable, Sendable {
    let key: TextKey
    let days: ClosedRange<CivilDate>?
  }

  /// What a key led to.
  struct Found: Sendable, Equatable {
    var digest: UInt128
    /// The files that met the key, by their place among those of the tally.
    var files = PlaceSet()
  }

  /// What each key led to.
  var rows: [Met: Found] = [:]
  /// A digest of the whole dataset, in place of keys that are about persons.
  var whole: [UInt8]?

  /// Takes what rows of further files looked up, whose places begin at `offset`.
  mutating func merge(_ other: ReferenceUse, offset: Int) {
    for (met, found) in other.rows {
      let files = found.files.moved { $0 + offset }
      if rows[met]?.files.formUnion(files) == nil {
        rows[met] = Found(digest: found.digest, files: files)
      }
    }
    whole = whole ?? other.whole
  }

  /// The keys that lead elsewhere in another account of the same dataset.
  func differences(from other: ReferenceUse) -> [Met] {
    let (few, many) = rows.count < other.rows.count ? (rows, other.rows) : (other.rows, rows)
    return few.filter { met, found in many[met].map { $0.digest != found.digest } ?? false }
      .keys.sorted { $0.isBefore($1) }
  }

  /// Whether another account of the dataset as a whole differs.
  func differsAsWhole(from other: ReferenceUse) -> Bool {
    guard let whole, let others = other.whole else { return false }
    return whole != others
  }
}

extension ReferenceUse.Met {
  /// The order in which keys are told and written.
  func isBefore(_ other: ReferenceUse.Met) -> Bool {
    if key != other.key { return key < other.key }
    guard let mine = days else { return other.days != nil }
    guard let others = other.days else { return false }
    return (mine.lowerBound, mine.upperBound) < (others.lowerBound, others.upperBound)
  }
}
