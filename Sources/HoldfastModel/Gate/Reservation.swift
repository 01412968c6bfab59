public import Exact

/// An award that a gate approved and that is not paid yet: until it is released, settled or expired
/// it is part of what further awards are added to.
public struct Reservation: Sendable, Hashable {
  /// A row, as it stood in the proposal.
  public struct Row: Sendable, Hashable {
    /// The dataset.
    public var dataset: String
    /// The year of the award, from 1.
    public var year: Int
    /// What is written, by column.
    public var cells: [String: String]

    /// A row.
    public init(dataset: String, year: Int, cells: [String: String]) {
      self.dataset = dataset
      self.year = year
      self.cells = cells
    }
  }

  /// Its name.
  public var id: String
  /// Whose award it is.
  public var institution: String
  /// The proposal and the alternative.
  public var proposal: String
  /// The alternative that was approved.
  public var alternative: String
  /// The day that the gate decided for.
  public var decided: CivilDate
  /// The last day on which it holds.
  public var until: CivilDate
  /// What each supplier gets, by supplier.
  public var shares: [TextKey: Decimal]
  /// The rows that it adds.
  public var adds: [Row]
  /// The rows that fall away with it.
  public var replaces: [Row]
  /// New rows of referred datasets.
  public var new: [Row]

  /// A reservation.
  public init(
    id: String, institution: String, proposal: String, alternative: String, decided: CivilDate,
    until: CivilDate, shares: [TextKey: Decimal], adds: [Row], replaces: [Row], new: [Row]
  ) {
    self.id = id
    self.institution = institution
    self.proposal = proposal
    self.alternative = alternative
    self.decided = decided
    self.until = until
    self.shares = shares
    self.adds = adds
    self.replaces = replaces
    self.new = new
  }

  /// Whether it was approved for the same award as another.
  public func isSameAward(as other: Reservation) -> Bool {
    var copy = other
    (copy.decided, copy.until) = (decided, until)
    return copy == self
  }
}

/// What became of a reservation.
public enum ReservationEnd: String, Sendable, CaseIterable {
  /// The award is not made: its room is free again.
  case release
  /// The award is in the data: it counts there.
  case settle
}

/// Something that is written down about reservations.
public enum ReservationEvent: Sendable, Hashable {
  /// One was made.
  case reserved(Reservation)
  /// One ended on a day.
  case ended(id: String, ReservationEnd, on: CivilDate)
}
