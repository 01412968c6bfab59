public import Diagnostics

/// Where reservations are kept: events that are only ever added, and read again in their order.
public protocol ReservationStore {
  /// All that was reserved so far, and what is worth knowing about where it is kept.
  func book() throws(DiagnosticList) -> (book: ReservationBook, warnings: [Diagnostic])

  /// Decides on what was reserved so far and adds what was decided, while nobody else does either.
  /// When it returns, the events are kept for good; when it throws, none is.
  func transaction<Result>(
    _ decide: (ReservationBook) throws(DiagnosticList) -> (events: [ReservationEvent], Result)
  ) throws(DiagnosticList) -> (result: Result, warnings: [Diagnostic])
}
