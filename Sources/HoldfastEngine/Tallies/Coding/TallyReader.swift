import Exact
import HoldfastModel

/// What is wrong with the bytes of a tally.
struct TallyDamage: Error {
  /// In the words of a message: `ends too early`.
  let what: String

  init(_ what: String) { self.what = what }
}

/// Reads what a `TallyWriter` wrote, from bytes that anybody may have made: nothing is taken on
/// trust, neither lengths nor orders, and each value has one spelling only.
struct TallyReader {
  private let bytes: [UInt8]
  private var place: Int
  private let end: Int
  /// How many bytes of memory may still be taken.
  private var room: Int

  /// The sum of all counts so far.
  private var total = 0

  /// The largest sum of all counts, so that a thousand tallies can be added up within 63 bits.
  static let largestTotal = 1 << 52

  /// A reader of a stretch of bytes, whose values may take so many bytes of memory.
  init(_ bytes: [UInt8], _ range: Range<Int>, room: Int = 1 << 30) {
    self.bytes = bytes
    place = range.lowerBound
    end = range.upperBound
    self.room = room
  }

  /// Refuses bytes behind the last value.
  func checkEnd() throws(TallyDamage) {
    guard place == end else { throw TallyDamage("goes on behind its end") }
  }

  /// Notes that a value takes memory.
  mutating func take(_ size: Int) throws(TallyDamage) {
    guard size <= room else { throw TallyDamage("takes more than 1 GiB of memory") }
    room -= size
  }

  mutating func byte() throws(TallyDamage) -> UInt8 {
    guard place < end else { throw TallyDamage("ends too early") }
    place += 1
    return bytes[place - 1]
  }

  mutating func raw(_ count: Int) throws(TallyDamage) -> [UInt8] {
    guard count <= end - place else { throw TallyDamage("ends too early") }
    try take(count + 32)
    place += count
    return Array(bytes[place - count..<place])
  }

  /// Bytes with their number.
  mutating func block() throws(TallyDamage) -> [UInt8] { try raw(try count()) }

  private mutating func magnitude() throws(TallyDamage) -> UInt128 {
    var value: UInt128 = 0
    for index in 0..<19 {
      let byte = try byte()
      let digits = UInt128(byte & 0x7F)
      guard index < 18 || digits <= 3 else { break }
      value |= digits << (7 * index)
      guard byte & 0x80 == 0 else { continue }
      guard byte != 0 || index == 0 else { throw TallyDamage("writes a number in two ways") }
      return value
    }
    throw TallyDamage("holds a number that is too large")
  }

  mutating func count(below limit: Int = largestTotal) throws(TallyDamage) -> Int {
    let value = try magnitude()
    guard value < UInt128(limit) else { throw TallyDamage("holds a count that is too large") }
    total += Int(value)
    guard total < Self.largestTotal else { throw TallyDamage("holds counts that are too large") }
    return Int(value)
  }

  mutating func integer() throws(TallyDamage) -> Int128 {
    let value = try magnitude()
    let half = Int128(value >> 1)
    return value & 1 == 0 ? half : -half - 1
  }

  mutating func flag() throws(TallyDamage) -> Bool {
    let byte = try byte()
    guard byte <= 1 else { throw TallyDamage("holds something between yes and no") }
    return byte == 1
  }

  mutating func text() throws(TallyDamage) -> String {
    let bytes = try raw(try count())
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TallyDamage("holds a text that is no UTF-8")
    }
    return text
  }

  mutating func optional<Value>(
    _ read: (inout TallyReader) throws(TallyDamage) -> Value
  ) throws(TallyDamage) -> Value? {
    guard try flag() else { return nil }
    return try read(&self)
  }

  mutating func list<Item>(
    _ read: (inout TallyReader) throws(TallyDamage) -> Item
  ) throws(TallyDamage) -> [Item] {
    // Every item takes a byte or more, so that no count asks for memory by itself.
    let count = try count(below: end - place + 1)
    try take(count * MemoryLayout<Item>.stride)
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try read(&self)) }
    return items
  }

  /// A table whose keys rise, as `key` reads them.
  mutating func table<Key: Hashable, Value>(
    _ key: (inout TallyReader) throws(TallyDamage) -> Key, _ rises: (Key, Key) -> Bool,
    _ read: (inout TallyReader) throws(TallyDamage) -> Value
  ) throws(TallyDamage) -> [Key: Value] {
    var table: [Key: Value] = [:]
    var last: Key?
    for _ in 0..<(try count(below: end - place + 1)) {
      let name = try key(&self)
      guard last.map({ rises($0, name) }) ?? true else {
        throw TallyDamage("is not in the order of its keys")
      }
      try take(2 * MemoryLayout<(Key, Value)>.stride)
      table[name] = try read(&self)
      last = name
    }
    return table
  }

  mutating func textTable<Value>(
    _ read: (inout TallyReader) throws(TallyDamage) -> Value
  ) throws(TallyDamage) -> [String: Value] {
    let table = try table(
      { (reader) throws(TallyDamage) in TextKey(try reader.text()) }, { $0 < $1 }, read)
    return Dictionary(
      table.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func countTable<Value>(
    _ read: (inout TallyReader) throws(TallyDamage) -> Value
  ) throws(TallyDamage) -> [Int: Value] {
    try table({ (reader) throws(TallyDamage) in try reader.count() }, { $0 < $1 }, read)
  }

  mutating func dayTable<Value>(
    _ read: (inout TallyReader) throws(TallyDamage) -> Value
  ) throws(TallyDamage) -> [CivilDate: Value] {
    try table({ (reader) throws(TallyDamage) in try reader.day() }, { $0 < $1 }, read)
  }

  mutating func day() throws(TallyDamage) -> CivilDate {
    guard let day = Int(exactly: try integer()).flatMap({ CivilDate(days: $0) }) else {
      throw TallyDamage("holds a day that does not exist")
    }
    return day
  }

  /// The first and the last day of something.
  mutating func days() throws(TallyDamage) -> ClosedRange<CivilDate> {
    let first = try day()
    let last = try day()
    guard first <= last else { throw TallyDamage("holds days that end before they begin") }
    return first...last
  }

  mutating func decimal() throws(TallyDamage) -> Decimal {
    Decimal(
      coefficient: try integer(), scale: try count(below: Decimal.maximumScale + 1))
  }
}
