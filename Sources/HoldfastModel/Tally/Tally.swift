public import Diagnostics
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
  /// How many distinct measures of uncertain rows it keeps.
  public var valueCount = 0
  /// Rows that could not be evaluated, by bucket.
  public var failures: [Bucket: Failures] = [:]

  /// How many slices a tally holds, over all buckets and groups.
  public static let sliceLimit = 100_000
  /// How many distinct measures of uncertain rows a tally keeps.
  public static let valueLimit = 4_000_000

  /// No rows.
  public init() {}

  /// Adds the rows of another tally of the same plan.
  public mutating func merge(_ other: Tally) throws(ExactError) {
    if slices.isEmpty {
      slices = other.slices
    } else {
      for (key, slice) in other.slices { try slices[key, default: Slice()].merge(slice) }
    }
    valueCount += other.valueCount
    for (bucket, some) in other.failures { failures[bucket, default: Failures()].merge(some) }
  }

  /// The known groups, by code point.
  public var groups: [String] {
    Set(slices.keys.compactMap { $0.group.map(TextKey.init) }).sorted().map(\.text)
  }

  /// The same without what is dated after a day, which must be the last of a bucket.
  public func known(by day: CivilDate) -> Tally {
    var result = self
    result.slices = slices.filter { !$0.key.bucket.isAfter(day) }
    result.failures = failures.filter { !$0.key.isAfter(day) }
    return result
  }

  /// Everything that counts or may count in a period, whatever its group.
  public func slice(of period: Period?) throws(ExactError) -> Slice {
    var result = Slice()
    for (key, slice) in slices {
      switch key.bucket {
      case .starting(let day):
        if period?.contains(day) ?? true { try result.merge(slice) }
      case .dateUnknown: try result.merge(slice.demoted())
      case .undated: try result.merge(slice)
      }
    }
    return result
  }

  /// Everything that counts or may count for a group in a period.
  public func slice(of period: Period?, group: String?) throws(ExactError) -> Slice {
    var (result, isFirst) = (Slice(), true)
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
      let some = try isSure ? slice : slice.demoted()
      if isFirst { result = some } else { try result.merge(some) }
      isFirst = false
    }
    return result
  }
}

extension Tally.Bucket {
  /// Whether it begins after a day.
  public func isAfter(_ day: CivilDate) -> Bool {
    if case .starting(let start) = self { start > day } else { false }
  }
}

/// Rows that could not be evaluated: the first twenty by file and line, and how many there are.
public struct Failures: Sendable, Hashable {
  /// How many rows are told of.
  public static let kept = 20

  /// How many there are.
  public private(set) var count = 0
  /// What is wrong with the first of them.
  public private(set) var first: [Diagnostic] = []

  /// None.
  public init() {}

  /// So many rows, and what is wrong with the first of them.
  package init(count: Int, first: [Diagnostic]) {
    self.count = count
    self.first = first
  }

  /// Notes a row; the message is made only where there is room for it.
  public mutating func add(_ problem: @autoclosure () -> Diagnostic) {
    count += 1
    if first.count < Self.kept { first.append(problem()) }
  }

  /// Takes the rows of others. Of all messages the first by file and line are kept, so that which
  /// they are does not depend on the order of merging.
  public mutating func merge(_ other: Failures) {
    count += other.count
    first = Array((first + other.first).sorted { $0.precedes($1) }.prefix(Self.kept))
  }

  /// Whether there are as many, whatever is told of them.
  public static func == (left: Failures, right: Failures) -> Bool { left.count == right.count }

  /// Feeds the number to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
