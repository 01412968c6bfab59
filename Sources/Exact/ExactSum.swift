/// What many terms add up to, and the magnitude of the one that is farthest from zero.
public struct ManyTerms: Sendable {
  /// Their sum.
  public let total: Decimal
  /// The largest magnitude among them.
  public let largest: Decimal

  /// A sum, with the largest magnitude among its terms.
  public init(total: Decimal, largest: Decimal) { (self.total, self.largest) = (total, largest) }

  /// Terms that are all zero.
  public static let zero = ManyTerms(total: .zero, largest: .zero)

  /// So many times one.
  public static func ones(_ count: Int) -> ManyTerms {
    ManyTerms(total: Decimal(count), largest: Decimal(1))
  }
}

/// A sum of decimals that does not depend on the order of its terms.
///
/// Terms have at most 27 digits before the point at scale 0, fewer at larger scales
/// (`largestTerm`), so that no 10^11 of them can leave 128 bits: whether a sum overflows cannot
/// depend on the order in which they come or on how a file was split.
public struct ExactSum: Sendable, Hashable {
  /// The sum so far.
  public private(set) var total: Decimal
  /// The largest magnitude among the terms: a later term of a larger scale gives it more digits,
  /// which must be refused just as if that term had come first.
  package private(set) var largest = Decimal.zero

  /// The largest magnitude of a term's digits, at its own scale.
  public static let largestTerm: Int128 = 1_000_000_000_000_000_000_000_000_000

  /// The empty sum at a scale.
  public init(scale: Int = 0) { total = Decimal(coefficient: 0, scale: scale) }

  /// A sum as it was written down, with the largest magnitude among its terms.
  package init(total: Decimal, largest: Decimal) {
    self.total = total
    self.largest = largest
  }

  /// Adds a term; throws where a term's digits pass `largestTerm` at the sum's scale.
  public mutating func add(_ term: Decimal) throws(ExactError) {
    try add(term, largest: term)
  }

  /// Adds the sum of many terms.
  public mutating func add(_ terms: ManyTerms) throws(ExactError) {
    try add(terms.total, largest: terms.largest)
  }

  /// Adds another sum.
  public mutating func merge(_ other: ExactSum) throws(ExactError) {
    try add(other.total, largest: other.largest)
  }

  private mutating func add(_ amount: Decimal, largest other: Decimal) throws(ExactError) {
    let scale = max(total.scale, amount.scale)
    if total.scale == scale, amount.scale == scale, largest.scale == scale, other.scale == scale {
      return try addAtOneScale(amount, largest: other)
    }
    let sum = try total.adding(amount)
    let digits = try max(largest.digits(at: scale).magnitude, other.digits(at: scale).magnitude)
    guard digits <= Self.largestTerm.magnitude else { throw .overflow }
    total = sum
    largest = Decimal(coefficient: Int128(digits), scale: scale)
  }

  /// The same where all numbers have the same scale, as they nearly always do.
  private mutating func addAtOneScale(
    _ amount: Decimal, largest other: Decimal
  ) throws(ExactError) {
    let digits = max(largest.coefficient.magnitude, other.coefficient.magnitude)
    let (sum, isOver) = total.coefficient.addingReportingOverflow(amount.coefficient)
    guard digits <= Self.largestTerm.magnitude, !isOver else { throw .overflow }
    total = Decimal(coefficient: sum, scale: total.scale)
    largest = Decimal(coefficient: Int128(digits), scale: total.scale)
  }

  /// Whether the totals are equal, whatever terms they came from.
  public static func == (left: ExactSum, right: ExactSum) -> Bool { left.total == right.total }

  /// Feeds the total to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(total) }
}
