public import Diagnostics
public import Exact
public import HoldfastModel

/// The end of a reservation, as somebody asks for it.
public struct ReservationEnding {
  private let name: String
  private let end: ReservationEnd
  private let day: CivilDate
  private let institution: String

  /// The end of a reservation of an institution on a day.
  public init(_ name: String, _ end: ReservationEnd, on day: CivilDate, by institution: String) {
    (self.name, self.end, self.day, self.institution) = (name, end, day, institution)
  }

  /// What is to be written down; nothing, and false, where it ended so before.
  ///
  /// - Throws: where there is no such reservation, or it ended otherwise.
  public func events(
    after book: ReservationBook
  ) throws(DiagnosticList) -> (events: [ReservationEvent], Bool) {
    guard let entry = book[name], entry.reservation.institution == institution else {
      let names = book.entries.map(\.reservation).filter { $0.institution == institution }
        .map(\.id)
      throw DiagnosticList([
        Diagnostic(
          .error, "nothing is reserved under '\(Diagnostic.printable(name, limit: 80))'",
          help: Nearest.hint(for: name, in: names) ?? "holdfast gate list shows what is")
      ])
    }
    let decided = entry.reservation.decided
    guard day >= decided else {
      throw DiagnosticList([
        Diagnostic(
          .error, "'\(name)' was decided on \(decided), and cannot have ended on \(day) before it",
          help: "give the day on which it ended: --as-of \(decided) or later")
      ])
    }
    guard let known = entry.end else { return ([.ended(id: name, end, on: day)], true) }
    guard known == end else {
      throw DiagnosticList([
        Diagnostic(
          .error, "'\(name)' was \(known == .release ? "released" : "settled") before",
          help: "reserve the award again under another name, if it is to count")
      ])
    }
    return ([], false)
  }
}
