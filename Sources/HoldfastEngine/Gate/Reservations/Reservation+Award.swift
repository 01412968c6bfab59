public import Diagnostics
public import Exact
public import HoldfastModel

extension Gate {
  /// The reservation of an approved alternative.
  ///
  /// - Throws: where it would keep cells about persons.
  public func reservation(
    _ id: String, of outcome: GateOutcome, in proposal: Proposal, until: CivilDate?
  ) throws(DiagnosticList) -> Reservation {
    let alternative = outcome.alternative
    let rows =
      proposal.replaces + alternative.new + alternative.lots.flatMap(\.rows)
    if let row = rows.first(where: isAboutPersons) {
      throw DiagnosticList([
        Diagnostic(
          .error, "the row of '\(row.dataset)' is about a person, and reservations hold none such",
          at: row.place, help: "judge the award without --reserve")
      ])
    }
    let shares = (try? proposal.shares(of: alternative)) ?? [:]
    return Reservation(
      id: id, institution: base.request.institution.name, proposal: proposal.id,
      alternative: alternative.id, decided: today,
      until: until ?? today.adding(months: 12) ?? CivilDate.range.upperBound, shares: shares,
      adds: alternative.lots.flatMap { lot in lot.rows.map { .init($0, year: lot.year) } },
      replaces: proposal.replaces.map { .init($0, year: 1) },
      new: alternative.new.map { .init($0, year: 1) })
  }

  private func isAboutPersons(_ row: ProposedRow) -> Bool {
    guard let dataset = base.request.institution.dataset(row.dataset) else { return true }
    return dataset.isPersonal
      || row.cells.contains { cell in
        dataset.columns.first { $0.name == cell.column }?.isPersonal == true
      }
  }
}

extension Reservation.Row {
  fileprivate init(_ row: ProposedRow, year: Int) {
    self.init(
      dataset: row.dataset, year: year,
      cells: Dictionary(
        row.cells.map { ($0.column, $0.text) }, uniquingKeysWith: { first, _ in first }))
  }
}
