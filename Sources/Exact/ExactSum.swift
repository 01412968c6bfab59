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

  /// Adds the sum of many terms, each of which is far below the largest term.
  public mutating func add(total: Decimal) throws(ExactError) {
    try add(total, largest: Decimal(coefficient: 0, scale: total.scale))
  }

  /// Adds another sum.
  public mutating func merge(_ other: ExactSum) throws(ExactError) {
    try add(other.total, largest: other.largest)
  }

  private mutating func add(_ amount: Decimal, largest other: Decimal) throws(ExactError) {
    let scale = max(total.scale, amount.scale)
    let sum = try total.adding(amount)
    let digits = try max(largest.digits(at: scale).magnitude, other.digits(at: scale).magnitude)
    guard digits <= Self.largestTerm.magnitude else { throw .overflow }
    total = sum
    largest = Decimal(coefficient: Int128(digits), scale: scale)
  }

  /// Whether the totals are equal, whatever terms they came from.
  public static func == (left: ExactSum, right: ExactSum) -> Bool { left.total == right.total }

  /// Feeds the total to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(total) }
}
