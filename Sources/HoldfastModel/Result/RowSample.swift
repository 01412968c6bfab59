public import Exact

/// Rows drawn for somebody to trace to their papers, the heavier the likelier.
public struct RowSample: Sendable {
  /// What the condition of a commitment says of a row.
  public enum Standing: String, Sendable {
    /// It is in the numerator.
    case counted
    /// It is in the denominator alone.
    case notCounted = "not counted"
    /// Nobody can tell.
    case unknown
  }

  /// A row that was drawn.
  public struct Item: Sendable {
    /// The row.
    public var row: Witness
    /// Its measure; 1 where rows are counted.
    public var measure: Decimal
    /// What the commitment's condition says of it.
    public var standing: Standing
    /// Whether it is so heavy that it is in every sample.
    public var isCertain: Bool
    /// How much of the whole it stands for: its own magnitude, or the threshold where that is more.
    public var standsFor: Rational

    /// A row.
    public init(
      row: Witness, measure: Decimal, standing: Standing, isCertain: Bool, standsFor: Rational
    ) {
      self.row = row
      self.measure = measure
      self.standing = standing
      self.isCertain = isCertain
      self.standsFor = standsFor
    }
  }

  /// The commitment, or its part, as `pack/id`.
  public var commitment: String
  /// The rows, in the order of their files and lines.
  public var items: [Item]
  /// How many rows could be drawn.
  public var rows: Int
  /// The magnitudes of their measures, added up.
  public var total: Decimal
  /// How many rows have no measure, so that none of them could be drawn.
  public var unmeasured: Int
  /// The code of the measure's currency; nil where it is no money.
  public var currency: String?

  /// A sample.
  public init(
    commitment: String, items: [Item], rows: Int, total: Decimal, unmeasured: Int, currency: String?
  ) {
    self.commitment = commitment
    self.items = items
    self.rows = rows
    self.total = total
    self.unmeasured = unmeasured
    self.currency = currency
  }
}
