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

extension TallyBook {
  /// The version grows with every change of how books are written.
  private static let file = SealedFile(name: "holdfast-tally", version: 4, kind: "tally")

  /// The bytes of the file.
  var bytes: [UInt8] {
    var writer = TallyWriter()
    writer.book(self)
    return Self.file.sealed(writer.bytes)
  }

  /// Reads the bytes of a file.
  init(_ bytes: [UInt8]) throws(TallyDamage) {
    var reader = TallyReader(bytes, try Self.file.content(of: bytes))
    self = try reader.book()
    try reader.checkEnd()
  }
}
