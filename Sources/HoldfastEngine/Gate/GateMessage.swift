import Diagnostics
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

  static func failed(_ text: ExpressionText, _ reason: String) -> Diagnostic {
    Diagnostic(
      "'block_when' cannot be evaluated: \(reason)", at: text.span, help: "mend the condition")
  }
}
