public import Exact

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
        result[supplier] = try (result[supplier] ?? .zero).adding(value)
      }
    }
    return result
  }
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
