/// How many rows repeat others.
struct RepeatCount: Sendable {
  /// How many rows were met whose key stands in an earlier row.
  var met = 0
  /// How many rows have no key, and so were compared with none.
  var nameless = 0
  /// How many rows have a key whose digest is kept.
  var keyed = 0
  /// Digests of the keys, where they are kept.
  private(set) var keys: Set<UInt128> = []

  /// How many rows repeat the key of another, in whatever file that stands.
  var count: Int { keyed > 0 ? keyed - keys.count : met }

  /// Takes the key of a row.
  mutating func add(_ key: UInt128) {
    keyed += 1
    keys.insert(key)
  }

  /// Adds the rows of others.
  mutating func merge(_ other: RepeatCount) {
    met += other.met
    nameless += other.nameless
    keyed += other.keyed
    keys.formUnion(other.keys)
  }

  /// So many rows, as they were written down.
  init(met: Int = 0, nameless: Int = 0, keyed: Int = 0, keys: Set<UInt128> = []) {
    (self.met, self.nameless, self.keyed, self.keys) = (met, nameless, keyed, keys)
  }
}
