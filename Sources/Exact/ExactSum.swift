/// A sum of decimals that does not depend on the order of its terms.
///
/// Terms have at most 27 digits before the point at scale 0, fewer at larger scales
/// (`largestTerm`), so that no 10^11 of them can leave 128 bits: whether a sum overflows cannot
/// depend on the order in which they come or on how a file was split.
public struct ExactSum: Sendable, Hashable {
  /// The sum so far.
  public private(set) var total: Decimal

  /// The largest magnitude of a term's digits, at its own scale.
  public static let largestTerm: Int128 = 1_000_000_000_000_000_000_000_000_000

  /// The empty sum at a scale.
  public init(scale: Int = 0) { total = Decimal(coefficient: 0, scale: scale) }

  /// Adds a term; throws where its digits pass `largestTerm` at the sum's scale.
  public mutating func add(_ term: Decimal) throws(ExactError) {
    let scale = max(total.scale, term.scale)
    guard try term.digits(at: scale).magnitude <= Self.largestTerm.magnitude else {
      throw .overflow
    }
    total = try total.adding(term)
  }

  /// Adds another sum.
  public mutating func merge(_ other: ExactSum) throws(ExactError) {
    total = try total.adding(other.total)
  }

  public static func == (left: ExactSum, right: ExactSum) -> Bool { left.total == right.total }

  public func hash(into hasher: inout Hasher) { hasher.combine(total) }
}
