import HoldfastPluginKit

/// The rows of a slice, by group.
struct Staff {
  /// Rows that count and whose group is known.
  private(set) var known: [Int]
  /// Rows of a known group of which nobody knows whether they count.
  private(set) var open: [Int]
  /// Rows that count, of an unknown group.
  private(set) var nameless = 0
  /// Rows of an unknown group of which nobody knows whether they count.
  private(set) var openNameless = 0

  init(_ slice: Slice, _ population: Population) throws(PluginError) {
    known = Array(repeating: 0, count: population.names.count)
    open = known
    let places = Dictionary(uniqueKeysWithValues: zip(population.names, population.names.indices))
    var strange = 0
    for part in slice.keys where part.row.condition != .fails {
      switch (part.key.map { places[$0] }, part.row.isUncertain) {
      case (.some(.some(let group)), false): known[group] += part.rows
      case (.some(.some(let group)), true): open[group] += part.rows
      case (.some(.none), _): strange += part.rows
      case (.none, false): nameless += part.rows
      case (.none, true): openNameless += part.rows
      }
    }
    guard strange == 0 else {
      throw PluginError(
        .data,
        "\(strange) row(s) are of a group that population does not name; name every group there, "
          + "and those who are of no other as one")
    }
    let counted = slice.sums.filter { $0.row.condition != .fails }.reduce(0) { $0 + $1.rows }
    guard counted == rows, slice.unmeasured.isEmpty else {
      throw PluginError(.internal, "the rows by group are others than those by class")
    }
  }

  /// Rows that count for certain.
  var certain: Int { known.reduce(0, +) + nameless }

  /// Rows of which something is unknown.
  var unknown: Int { open.reduce(0, +) + nameless + openNameless }

  /// All rows that count or may.
  var rows: Int { known.reduce(0, +) + unknown }

  /// As many rows as a group can come to.
  func most(_ group: Int) -> Int { known[group] + open[group] + nameless + openNameless }
}
