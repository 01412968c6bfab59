/// Which values a column holds, by their digests: enough to tell whether they repeat and whether
/// another column holds them too, without keeping a cell.
public struct ValueSketch: Sendable {
  /// Whether no value was seen twice; nil where there were too many to tell.
  public private(set) var isUnique: Bool? = true
  /// Digests of all values while they may be a key, else empty.
  private var all: Set<UInt64> = []
  /// The smallest digests of different values, sorted: a fair sample, the same in any order.
  public private(set) var sample: [UInt64] = []

  /// How many values are remembered to tell a key.
  static let keyLimit = 1_000_000
  /// How many digests the sample has.
  static let sampleSize = 256

  /// No values.
  public init() {}

  mutating func add(_ cell: ArraySlice<UInt8>) {
    let digest = Self.digest(cell)
    note(digest)
    guard isUnique == true else { return }
    if !all.insert(digest).inserted {
      giveUp(false)
    } else if all.count > Self.keyLimit {
      giveUp(nil)
    }
  }

  /// Whether every value of the column is different, and how many there are.
  public var keyCount: Int? { isUnique == true ? all.count : nil }

  /// How many different values there are: exact where they are few, else an estimate.
  public var distinct: Int {
    if isUnique == true { return all.count }
    guard sample.count == Self.sampleSize, let last = sample.last, last > 0 else {
      return sample.count
    }
    let estimate = Double(sample.count) / Double(last) * Double(UInt64.max)
    return Int(exactly: estimate.rounded()) ?? Int.max
  }

  /// The share, from 0 to 1, of another column's values that this one, a key, holds.
  public func share(of other: ValueSketch) -> Double {
    guard isUnique == true, !other.sample.isEmpty else { return 0 }
    return Double(other.sample.count { all.contains($0) }) / Double(other.sample.count)
  }

  /// How alike two columns' values are, from 0 to 1.
  public func likeness(to other: ValueSketch) -> Double {
    let size = min(sample.count, other.sample.count)
    guard size > 0 else { return 0 }
    let merged = Set(sample).union(other.sample).sorted().prefix(size)
    let (mine, theirs) = (Set(sample), Set(other.sample))
    return Double(merged.count { mine.contains($0) && theirs.contains($0) }) / Double(merged.count)
  }

  /// Takes in the values of a further file.
  public mutating func merge(_ other: ValueSketch) {
    for digest in other.sample { note(digest) }
    guard isUnique == true, other.isUnique == true else {
      giveUp(isUnique == false || other.isUnique == false ? false : nil)
      return
    }
    let count = all.count + other.all.count
    all.formUnion(other.all)
    if all.count < count {
      giveUp(false)
    } else if all.count > Self.keyLimit {
      giveUp(nil)
    }
  }

  private mutating func giveUp(_ answer: Bool?) {
    isUnique = answer
    all = []
  }

  private mutating func note(_ digest: UInt64) {
    if sample.count == Self.sampleSize, let last = sample.last, digest >= last { return }
    var (low, high) = (0, sample.count)
    while low < high {
      let middle = (low + high) / 2
      if sample[middle] < digest { low = middle + 1 } else { high = middle }
    }
    if low < sample.count, sample[low] == digest { return }
    sample.insert(digest, at: low)
    if sample.count > Self.sampleSize { sample.removeLast() }
  }

  /// FNV-1a with a final mix, so that the digests are spread evenly.
  private static func digest(_ cell: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ (hash >> 33)
  }
}
