/// The keys of an object that is open, to see one that comes twice. Keys are compared byte for
/// byte after escapes are resolved: `é` as one letter and as two are different keys.
struct KeyScope: Sendable {
  /// Up to how many keys are looked through one by one, which is faster than a set for the small
  /// objects that tables are made of.
  private static let few = 16

  /// How many keys there are.
  private(set) var count = 0
  /// How many bytes they have, with what keeping each costs.
  private(set) var bytes = 0
  private var text: [UInt8] = []
  private var ends: [Int] = []
  private var many: Set<[UInt8]> = []

  /// What keeping a key costs beside its bytes.
  static let cost = 64

  /// Notes a key; false where it is there already.
  mutating func insert(_ key: [UInt8]) -> Bool {
    if count >= Self.few {
      if many.isEmpty { fillSet() }
      guard many.insert(key).inserted else { return false }
    } else {
      guard !ends.indices.contains(where: { keyRange($0).count == key.count && holds($0, key) })
      else { return false }
      text.append(contentsOf: key)
      ends.append(text.count)
    }
    count += 1
    bytes += key.count + Self.cost
    return true
  }

  /// Empties the scope for the next object.
  mutating func clear() {
    (count, bytes) = (0, 0)
    text.removeAll(keepingCapacity: text.capacity < 4096)
    ends.removeAll(keepingCapacity: true)
    if !many.isEmpty { many = [] }
  }

  private func keyRange(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func holds(_ index: Int, _ key: [UInt8]) -> Bool {
    text[keyRange(index)].elementsEqual(key)
  }

  private mutating func fillSet() {
    for index in ends.indices { many.insert(Array(text[keyRange(index)])) }
  }
}
