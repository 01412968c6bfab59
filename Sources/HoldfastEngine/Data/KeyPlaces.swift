package import HoldfastModel

/// Keys in the order in which they were met, each once, and where each of them stands.
///
/// A dictionary from keys to rows would move all rows and read all keys again whenever it grows;
/// here only numbers move.
package struct KeyPlaces {
  /// The keys.
  package private(set) var keys: [TextKey] = []
  /// The hash of each key.
  private var hashes: [Int] = []
  /// Places in `keys`, each in the first slot from its hash on that was free; -1 where none is.
  private var slots = [Int](repeating: -1, count: 16)

  /// No keys.
  package init() {}

  /// The place of a key; nil where it was not met.
  package func place(of key: TextKey) -> Int? {
    let slot = slot(of: key, key.hashValue)
    return slots[slot] < 0 ? nil : slots[slot]
  }

  /// The place of a key that may be new, which then is the last.
  package mutating func insert(_ key: TextKey) -> (place: Int, isNew: Bool) {
    let hash = key.hashValue
    let slot = slot(of: key, hash)
    guard slots[slot] < 0 else { return (slots[slot], false) }
    slots[slot] = keys.count
    keys.append(key)
    hashes.append(hash)
    if keys.count * 2 > slots.count { grow() }
    return (keys.count - 1, true)
  }

  /// The slot that holds a key's place, or the free one where it belongs. At least half of all
  /// slots are free.
  private func slot(of key: TextKey, _ hash: Int) -> Int {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0, hashes[slots[slot]] != hash || keys[slots[slot]] != key {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    var wider = [Int](repeating: -1, count: slots.count * 2)
    for (place, hash) in hashes.enumerated() {
      var slot = hash & (wider.count - 1)
      while wider[slot] >= 0 { slot = (slot + 1) & (wider.count - 1) }
      wider[slot] = place
    }
    slots = wider
  }
}
