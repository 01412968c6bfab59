import Exact
import HoldfastModel
import Tabular

/// What one file said when it was read, as it is kept for later runs.
struct CacheEntry {
  /// The day of the run that read it, behind which its buckets are cut.
  var asOf: CivilDate
  /// What the system knew of the file; nil where it was written so shortly before that a further
  /// change might not show.
  var stamp: FileStamp?
  /// What its rows say whatever is asked of them, without what they looked up.
  var facts: DatasetTally
  /// A digest of each dataset that its rows looked others up in, as it was then.
  var states: [String: [UInt8]]
  /// What its rows looked up, as bytes: it is only wanted where a state differs.
  var lookedUp: [UInt8]
  /// What was counted, as bytes.
  var aggregates: [Aggregate]

  /// Something that was counted.
  struct Aggregate {
    let core: [UInt8]
    let cuts: BucketCuts
    let bytes: [UInt8]
  }

  /// How many aggregates are kept for a file.
  static let limit = 1024

  /// The digest of the file's bytes.
  var digest: [UInt8]? { facts.files.first?.digest }

  /// What was counted for an aggregate of a plan.
  func aggregate(_ plan: AggregatePlan) -> Aggregate? {
    aggregates.first { $0.core == plan.core && $0.cuts.covers(plan.cuts) }
  }

  /// Takes what was counted for an aggregate, in place of what is no better.
  mutating func add(_ tally: AggregateTally, of plan: AggregatePlan) {
    aggregates.removeAll { $0.core == plan.core && plan.cuts.covers($0.cuts) }
    var writer = TallyWriter()
    writer.aggregate(tally)
    aggregates.append(Aggregate(core: plan.core, cuts: plan.cuts, bytes: writer.bytes))
    if aggregates.count > Self.limit { aggregates.removeFirst(aggregates.count - Self.limit) }
  }
}

extension CacheEntry {
  /// The version grows with every change of how entries are written.
  private static let file = SealedFile(name: "holdfast-cache", version: 2, kind: "cache entry")

  /// The bytes of the file for a key.
  func bytes(for key: [UInt8]) -> [UInt8] {
    var writer = TallyWriter()
    writer.raw(key)
    writer.day(asOf)
    writer.optional(stamp) { writer, stamp in
      for value in [Int128(stamp.device), Int128(stamp.inode)] { writer.integer(value) }
      for value in [stamp.size, stamp.modified, stamp.changed] { writer.integer(Int128(value)) }
    }
    writer.facts(facts)
    writer.table(states) { $0.raw($1) }
    writer.block(lookedUp)
    writer.list(aggregates) { writer, aggregate in
      writer.raw(aggregate.core)
      writer.cuts(aggregate.cuts)
      writer.block(aggregate.bytes)
    }
    return Self.file.sealed(writer.bytes)
  }

  /// Reads the bytes of the file for a key.
  init(_ bytes: [UInt8], for key: [UInt8]) throws(TallyDamage) {
    var reader = TallyReader(bytes, try Self.file.content(of: bytes))
    guard try reader.longDigest() == key else { throw TallyDamage("stands under another's name") }
    asOf = try reader.day()
    stamp = try reader.optional { (reader) throws(TallyDamage) in try reader.stamp() }
    facts = try reader.facts()
    guard facts.files.count == 1 else { throw TallyDamage("is not of one file") }
    states = try reader.textTable { (reader) throws(TallyDamage) in try reader.longDigest() }
    lookedUp = try reader.block()
    aggregates = try reader.list { (reader) throws(TallyDamage) in
      Aggregate(
        core: try reader.longDigest(), cuts: try reader.cuts(), bytes: try reader.block())
    }
    try reader.checkEnd()
  }
}

extension TallyReader {
  fileprivate mutating func stamp() throws(TallyDamage) -> FileStamp {
    FileStamp(
      device: try number(), inode: try number(), size: try number(), modified: try number(),
      changed: try number())
  }

  private mutating func number<Number: FixedWidthInteger>() throws(TallyDamage) -> Number {
    guard let number = Number(exactly: try integer()) else {
      throw TallyDamage("holds a number that is too large")
    }
    return number
  }

  /// What stands in a block of bytes, all of it.
  static func value<Value>(
    in bytes: [UInt8], _ read: (inout TallyReader) throws(TallyDamage) -> Value
  ) throws(TallyDamage) -> Value {
    var reader = TallyReader(bytes, bytes.indices)
    let value = try read(&reader)
    try reader.checkEnd()
    return value
  }
}
