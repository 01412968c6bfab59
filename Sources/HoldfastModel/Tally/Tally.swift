public import Exact

/// The mergeable, exact summary of a dataset for one commitment.
public struct Tally: Sendable, Hashable {
  /// A stretch of time whose rows are summed together.
  public enum Bucket: Sendable, Hashable {
    /// From a day up to the next boundary.
    case starting(CivilDate)
    /// Rows whose date is unknown.
    case dateUnknown
    /// Rows of a dataset without dates.
    case undated
  }

  /// A bucket of time and a group.
  public struct Key: Sendable, Hashable {
    /// The time.
    public var bucket: Bucket
    private let key: TextKey?

    /// The group; nil where it is unknown, empty where the commitment has no groups.
    public var group: String? { key?.text }

    /// A key.
    public init(bucket: Bucket, group: String?) {
      self.bucket = bucket
      key = group.map(TextKey.init)
    }

    /// Whether it is of a group.
    public func isOf(_ group: String?) -> Bool { key == group.map(TextKey.init) }
  }

  /// What was learned, by bucket and group.
  public var slices: [Key: Slice] = [:]
  /// Rows after the as-of date.
  public var later = 0

  /// No rows.
  public init() {}

  /// Adds the rows of another tally of the same plan.
  public mutating func merge(_ other: Tally) throws(ExactError) {
    for (key, slice) in other.slices { try slices[key, default: Slice()].merge(slice) }
    later += other.later
  }

  /// The known groups, by code point.
  public var groups: [String] {
    Set(slices.keys.compactMap { $0.group.map(TextKey.init) }).sorted().map(\.text)
  }

  /// Everything that counts or may count for a group in a period.
  public func slice(of period: Period?, group: String?) throws(ExactError) -> Slice {
    var result = Slice()
    for (key, slice) in slices where key.group == nil || key.isOf(group) {
      let isTimely: Bool? =
        switch key.bucket {
        case .starting(let day): period.map { $0.contains(day) } ?? true
        // Such a row may lie outside any period, after the as-of date if nowhere else.
        case .dateUnknown: nil
        case .undated: true
        }
      guard isTimely != false else { continue }
      let isSure = isTimely == true && key.isOf(group)
      try result.merge(isSure ? slice : slice.demoted())
    }
    return result
  }
}
