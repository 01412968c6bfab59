/// Values by equality, each once, found by hash.
struct ElementSet {
  private struct Entry {
    let value: Value
    /// The place of the entry before it with the same hash.
    let previous: Int?
  }

  private var entries: [Entry] = []
  /// The place of the last entry with a hash.
  private var last: [Int: Int] = [:]
  private var hashes = ValueHash(limit: 2 * Sizes.elements)

  /// The values in the order in which they came.
  var elements: [Value] { entries.map(\.value) }

  init() {}

  /// A set of the elements of a list; throws where they are too many or too large.
  init(_ elements: [Value]) throws(EvaluationError) {
    for element in elements { try insert(element) }
  }

  /// Adds a value unless an equal one is there.
  mutating func insert(_ value: Value) throws(EvaluationError) {
    let (hash, parts) = try hashes.of(value)
    guard try !isKnown(value, hash, parts) else { return }
    entries.append(Entry(value: value, previous: last[hash]))
    last[hash] = entries.count - 1
  }

  /// Whether an equal value is there.
  mutating func contains(_ value: Value) throws(EvaluationError) -> Bool {
    let (hash, parts) = try hashes.of(value)
    return try isKnown(value, hash, parts)
  }

  private mutating func isKnown(
    _ value: Value, _ hash: Int, _ parts: Int
  ) throws(EvaluationError) -> Bool {
    var place = last[hash]
    while let index = place {
      try hashes.pay(parts)
      if entries[index].value.isEqual(to: value) { return true }
      place = entries[index].previous
    }
    return false
  }
}
