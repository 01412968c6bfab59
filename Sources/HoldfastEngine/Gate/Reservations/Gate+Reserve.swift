public import Diagnostics
public import Exact
public import HoldfastModel

extension Gate {
  /// Judges a proposal and says what is to be written down so that its room is kept: nothing where it
  /// is not approved, or was reserved before.
  ///
  /// - Throws: what is wrong with the proposal, and where the name is that of another award.
  public func reserve(
    _ name: String, for proposal: Proposal, until: CivilDate?, in book: ReservationBook,
    rules: Rules
  ) throws(DiagnosticList) -> (events: [ReservationEvent], GateReport) {
    if let until, until < today {
      throw DiagnosticList([
        Diagnostic(
          .error, "the reservation would end on \(until), before the day of the run",
          help: "give a later --until")
      ])
    }
    try checkWhole()
    var rules = rules
    rules.reservation = name
    let entry = book[name]
    if let entry { try checkOpen(entry) }
    var report = try self.report(on: proposal, book, rules: rules)
    guard let outcome = report.outcomes.first, report.outcomes.count == 1 else {
      return ([], report)
    }
    let wanted = try reservation(name, of: outcome, in: proposal, until: until)
    if let known = entry?.reservation {
      guard known.isSameAward(as: wanted) else {
        throw DiagnosticList([
          Diagnostic(
            .error,
            "'\(name)' is reserved for another award: \(known.proposal), "
              + known.alternative,
            help: "reserve this one under a name of its own")
        ])
      }
      (report.reservation, report.wasReserved) = (known, true)
      return ([], report)
    }
    guard report.decision == .approve else { return ([], report) }
    report.reservation = wanted
    return ([.reserved(wanted)], report)
  }

  /// Room is kept for awards that nothing blocks: all that may has to be asked.
  private func checkWhole() throws(DiagnosticList) {
    guard let first = leftOut.first(where: \.blocks) else { return }
    throw DiagnosticList([
      Diagnostic(
        .error, "--only leaves out '\(first.name)', which may block the award",
        help: "name it with --only too, or reserve without --only")
    ])
  }

  private func checkOpen(_ entry: ReservationBook.Entry) throws(DiagnosticList) {
    guard entry.end != nil || today > entry.reservation.until else { return }
    let what = entry.end.map { $0 == .release ? "was released" : "was settled" } ?? "has expired"
    throw DiagnosticList([
      Diagnostic(
        .error, "the reservation '\(entry.reservation.id)' \(what)",
        help: "reserve the award under another name")
    ])
  }
}
