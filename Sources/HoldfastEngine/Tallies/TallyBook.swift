import Crypto
import Diagnostics
import Exact
import HoldfastModel

/// The tallies of some datasets as they are written to a file, with all that tells what they are
/// good for.
struct TallyBook {
  /// Whose data was added up.
  var institution: String
  /// The day that the tallies were made for, at which their buckets are cut.
  var asOf: CivilDate
  /// When the institution's years begin.
  var calendar: FiscalCalendar
  /// The datasets, by name.
  var datasets: [String: Entry]

  /// The tallies of one dataset.
  struct Entry {
    /// A digest of its declaration.
    var declaration: [UInt8]
    /// Whether rows of its files bear on each other, so that it cannot be put together from parts.
    var standsAlone: Bool
    /// Whether rows may repeat the keys of others.
    var mayRepeat: Bool
    /// The files that the description named when the tallies were made.
    var named: Set<String>
    /// What each aggregate of the tally is.
    var aggregates: [Label]
    /// The numbers; its aggregates stand in the order of the labels.
    var tally: DatasetTally
  }

  /// What an aggregate is.
  struct Label: Hashable {
    /// A digest of all that can change its numbers but the cuts.
    var core: [UInt8]
    /// Where its fiscal months are cut.
    var cuts: BucketCuts
    /// The names of the commitments that it was made for.
    var commitments: Set<String>

    /// The order in which aggregates are written.
    func isBefore(_ other: Label) -> Bool { core.lexicographicallyPrecedes(other.core) }
  }
}

/// The file around a book: a line that says what it is, the length of the content, the content, and
/// a digest of all that.
extension TallyBook {
  /// Grows with every change of how books are written.
  static let version = 1

  private static let name = "holdfast-tally "
  private static let digestSize = 32

  /// The bytes of the file.
  var bytes: [UInt8] {
    var writer = TallyWriter()
    writer.book(self)
    let length = UInt64(writer.bytes.count)
    var bytes = Array("\(Self.name)\(Self.version)\n".utf8)
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    bytes += writer.bytes
    return bytes + SHA256.hash(data: bytes)
  }

  /// Reads the bytes of a file.
  init(_ bytes: [UInt8]) throws(TallyDamage) {
    let start = try Self.start(of: bytes)
    guard bytes.count >= start + 8 + Self.digestSize else { throw TallyDamage("ends too early") }
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << (8 * $1) }
    guard length == UInt64(bytes.count - start - 8 - Self.digestSize) else {
      throw TallyDamage("is not as long as it says")
    }
    let end = bytes.count - Self.digestSize
    guard Array(SHA256.hash(data: bytes[..<end])) == Array(bytes[end...]) else {
      throw TallyDamage("was changed after it was written: its digest differs")
    }
    var reader = TallyReader(bytes, start + 8..<end)
    self = try reader.book()
    try reader.checkEnd()
  }

  /// Where the content begins, behind a first line that says the version.
  private static func start(of bytes: [UInt8]) throws(TallyDamage) -> Int {
    let name = Array(name.utf8)
    guard bytes.starts(with: name) else { throw TallyDamage("is no tally of Holdfast") }
    let digits = bytes[name.count...].prefix(10).prefix { $0 != UInt8(ascii: "\n") }
    guard let version = Int(String(decoding: digits, as: UTF8.self)), digits.count < 10 else {
      throw TallyDamage("ends too early")
    }
    guard version == Self.version else {
      throw TallyDamage(
        "is written in version \(version) of the format, and this Holdfast knows \(Self.version)")
    }
    return name.count + digits.count + 1
  }
}
