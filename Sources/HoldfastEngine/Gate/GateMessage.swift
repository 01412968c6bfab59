import Diagnostics
import Exact
import HoldfastModel

/// What is said where the gate cannot decide.
enum GateMessage {
  static func unreadable(_ reservation: Reservation, _ problem: Diagnostic) -> Diagnostic {
    Diagnostic(
      .error, "the reservation '\(reservation.id)' cannot be judged: \(problem.message)",
      at: .none,
      help: "release it and reserve the award again, or describe the data as it was described then")
  }

  static func tooLarge(_ alternative: Proposal.Alternative) -> Diagnostic {
    Diagnostic(
      .error, "the values of '\(alternative.id)' add up to more digits than are exact",
      at: alternative.place, help: "check the amounts")
  }

  static func noSupplier(
    _ alternative: Proposal.Alternative, _ commitment: Commitment
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "'\(commitment.id)' blocks by what a supplier is awarded, and '\(alternative.id)' does not "
        + "say who gets how much", at: alternative.place,
      help: "add supplier: and value:, to each lot where several suppliers share the award")
  }

  static func otherSupplier(_ supplier: String, _ row: ProposedRow) -> Diagnostic {
    Diagnostic(
      .error,
      "the award says that '\(Diagnostic.printable(supplier, limit: 80))' gets this row, and none of "
        + "its cells does, so what one supplier is awarded cannot be added up", at: row.place,
      help: "write the supplier's key after supplier: as in the row")
  }

  static func nothingToCome(_ datasets: [String], after today: CivilDate) -> Diagnostic {
    let names = datasets.map { "'\($0)'" }.joined(separator: " and ")
    return Diagnostic(
      .error,
      datasets.isEmpty
        ? "nothing is forecast: no commitment rests on data with dates"
        : "nothing is forecast: no row of \(names) is dated after \(today) and before the year ends",
      help:
        "add rows for days to come, such as orders, instalments or a budget, or take another base: "
        + "'period' or 'last_12_months'")
  }

  static func endsToday(_ dataset: String, _ today: CivilDate) -> Diagnostic {
    Diagnostic(
      .warning,
      "nothing is forecast of '\(dataset)': none of its rows is dated after \(today)",
      help: "what rests on it is judged by what has happened so far")
  }

  static func failed(_ text: ExpressionText, _ reason: String) -> Diagnostic {
    Diagnostic(
      "'block_when' cannot be evaluated: \(reason)", at: text.span, help: "mend the condition")
  }
}
