public import Exact

/// What is known of a row, as far as adding it up goes.
public struct RowClass: Sendable, Hashable {
  /// What `among` says of a row that may count.
  public enum Membership: Int, Sendable, CaseIterable {
    /// The row counts.
    case certain
    /// Nobody knows whether it counts.
    case possible
  }

  /// What `where` says of the row.
  public enum Condition: Int, Sendable, CaseIterable {
    /// It holds.
    case holds
    /// It does not hold.
    case fails
    /// Nobody knows.
    case unknown
  }

  /// Which way the row's measure points; credit notes point down.
  public enum Sign: Int, Sendable, CaseIterable {
    /// Below zero.
    case negative
    /// Zero.
    case zero
    /// Above zero.
    case positive
  }

  /// What `among` says.
  public var membership: Membership
  /// What `where` says.
  public var condition: Condition
  /// The sign of the measure.
  public var sign: Sign

  /// A class.
  public init(_ membership: Membership, _ condition: Condition, _ sign: Sign) {
    self.membership = membership
    self.condition = condition
    self.sign = sign
  }

  /// Whether what is not known of the row can move a sum.
  public var isUncertain: Bool { membership == .possible || condition == .unknown }

  /// A number from 0 to 17 for each class.
  public var index: Int { membership.rawValue * 9 + condition.rawValue * 3 + sign.rawValue }

  /// Every class in the order of its index.
  public static let all = Membership.allCases.flatMap { membership in
    Condition.allCases.flatMap { condition in
      Sign.allCases.map { RowClass(membership, condition, $0) }
    }
  }
}

/// What tells a row apart, and its class.
public struct KeyedClass: Sendable, Hashable {
  /// The text that tells it apart; nil where that is unknown.
  public var key: TextKey?
  /// The class.
  public var row: RowClass

  /// A text and a class.
  public init(_ key: TextKey?, _ row: RowClass) {
    self.key = key
    self.row = row
  }
}

extension RowClass.Sign {
  /// The sign of a number.
  public init(_ value: Decimal) {
    self = value.signum < 0 ? .negative : value.signum == 0 ? .zero : .positive
  }
}

/// How many rows, and what their measures add up to.
public struct RowSum: Sendable, Hashable {
  /// The number of rows.
  public var rows: Int
  /// The exact sum of their measures, as far as these are known.
  public var sum: ExactSum

  /// No rows.
  public init() {
    rows = 0
    sum = ExactSum()
  }

  /// So many rows with a sum.
  package init(rows: Int, sum: ExactSum) {
    self.rows = rows
    self.sum = sum
  }

  /// Adds a row.
  public mutating func add(_ measure: Decimal?) throws(ExactError) {
    rows += 1
    if let measure { try sum.add(measure) }
  }

  /// Adds so many rows.
  public mutating func add(_ count: Int, _ terms: ManyTerms?) throws(ExactError) {
    rows += count
    if let terms { try sum.add(terms) }
  }

  /// Adds the rows of another.
  public mutating func merge(_ other: RowSum) throws(ExactError) {
    guard other.rows > 0 else { return }
    guard rows > 0 else {
      self = other
      return
    }
    rows += other.rows
    try sum.merge(other.sum)
  }

  /// The sum's number.
  public var total: Decimal { sum.total }
}

/// How many rows, and what the ends between which their measures lie add up to.
public struct RangeSum: Sendable, Hashable {
  /// The number of rows.
  public private(set) var rows = 0
  package private(set) var low = ExactSum()
  package private(set) var high = ExactSum()

  /// No rows.
  public init() {}

  /// So many rows with the sums of their ends.
  package init(rows: Int, low: ExactSum, high: ExactSum) {
    self.rows = rows
    self.low = low
    self.high = high
  }

  /// Adds a row.
  public mutating func add(_ range: ClosedRange<Decimal>) throws(ExactError) {
    rows += 1
    try low.add(range.lowerBound)
    try high.add(range.upperBound)
  }

  /// Adds the rows of another.
  public mutating func merge(_ other: RangeSum) throws(ExactError) {
    rows += other.rows
    try low.merge(other.low)
    try high.merge(other.high)
  }

  /// The least and the most that the measures can add up to.
  public var ends: (low: Decimal, high: Decimal) { (low.total, high.total) }
}
