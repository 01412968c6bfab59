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
  public var shares: [String: Decimal]
  /// The rows that it adds.
  public var adds: [Row]
  /// The rows that fall away with it.
  public var replaces: [Row]
  /// New rows of referred datasets.
  public var new: [Row]

  /// A reservation.
  public init(
    id: String, institution: String, proposal: String, alternative: String, decided: CivilDate,
    until: CivilDate, shares: [String: Decimal], adds: [Row], replaces: [Row], new: [Row]
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

/// All that was reserved, and what became of it.
public struct ReservationBook: Sendable {
  /// A reservation and how it ended; nil where nobody ended it.
  public struct Entry: Sendable {
    /// The reservation.
    public var reservation: Reservation
    /// How it ended.
    public var end: ReservationEnd?
    /// The day on which it did.
    public var ended: CivilDate?
  }

  /// In the order in which they were made.
  public private(set) var entries: [Entry] = []
  private var places: [TextKey: Int] = [:]

  /// Nothing reserved.
  public init() {}

  /// The entry of a name.
  public subscript(id: String) -> Entry? { places[TextKey(id)].map { entries[$0] } }

  /// Takes a reservation; false where its name is taken.
  public mutating func add(_ reservation: Reservation) -> Bool {
    guard places[TextKey(reservation.id)] == nil else { return false }
    places[TextKey(reservation.id)] = entries.count
    entries.append(Entry(reservation: reservation))
    return true
  }

  /// Ends a reservation; false where there is none of this name, or it has ended.
  public mutating func end(_ id: String, _ end: ReservationEnd, on day: CivilDate) -> Bool {
    guard let place = places[TextKey(id)], entries[place].end == nil else { return false }
    (entries[place].end, entries[place].ended) = (end, day)
    return true
  }

  /// Those of an institution that hold on a day. What was settled later is not in the data of that
  /// day yet.
  public func open(for institution: String, on day: CivilDate) -> [Reservation] {
    entries.filter { $0.end == nil || ($0.end == .settle && ($0.ended ?? day) > day) }
      .map(\.reservation)
      .filter { $0.institution == institution && day <= $0.until }
  }

  /// The same for data that was read when the book was another: what was settled since then may not
  /// be in it.
  public func beside(dataOf earlier: ReservationBook) -> ReservationBook {
    var result = self
    for place in entries.indices where entries[place].end == .settle {
      let id = entries[place].reservation.id
      if earlier[id]?.end != .settle { result.entries[place].end = nil }
    }
    return result
  }

  /// What suppliers were awarded in the twelve months up to a day, by supplier: paid or not, but not
  /// what was released or has expired, nor the reservation `own`.
  public func awarded(
    by institution: String, upTo day: CivilDate, but own: String? = nil
  ) throws(ExactError) -> [TextKey: Decimal] {
    let first = day.adding(months: -12) ?? CivilDate.range.lowerBound
    var result: [TextKey: Decimal] = [:]
    for entry in entries where entry.end != .release {
      let reservation = entry.reservation
      guard reservation.institution == institution, reservation.id != own,
        reservation.decided > first,
        entry.end == .settle || day <= reservation.until
      else { continue }
      for (supplier, value) in reservation.shares {
        let key = TextKey(supplier)
        result[key] = try (result[key] ?? .zero).adding(value)
      }
    }
    return result
  }
}

/// Something that is written down about reservations.
public enum ReservationEvent: Sendable, Hashable {
  /// One was made.
  case reserved(Reservation)
  /// One ended on a day.
  case ended(id: String, ReservationEnd, on: CivilDate)
}

extension ReservationBook {
  /// Takes what was written down; false where it cannot have happened after what came before.
  public mutating func take(_ event: ReservationEvent) -> Bool {
    switch event {
    case .reserved(let reservation): add(reservation)
    case .ended(let id, let end, let day): self.end(id, end, on: day)
    }
  }
}
