public import Diagnostics
public import Exact
public import HoldfastModel

/// The end of a reservation, as somebody asks for it.
public struct ReservationEnding {
  private let name: String
  private let end: ReservationEnd
  private let day: CivilDate

  /// The end of a reservation on a day.
  public init(_ name: String, _ end: ReservationEnd, on day: CivilDate) {
    (self.name, self.end, self.day) = (name, end, day)
  }

  /// What is to be written down; nothing, and false, where it ended so before.
  ///
  /// - Throws: where there is no such reservation, or it ended otherwise.
  public func events(
    after book: ReservationBook
  ) throws(DiagnosticList) -> (events: [ReservationEvent], Bool) {
    guard let entry = book[name] else {
      let names = book.entries.map(\.reservation.id)
      throw DiagnosticList([
        Diagnostic(
          .error, "nothing is reserved under '\(Diagnostic.printable(name, limit: 80))'",
          help: Nearest.hint(for: name, in: names) ?? "holdfast gate list shows what is")
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
