import CEL
import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel

/// Whether the numbers of institutions may be put together at all.
struct JointAgreement {
  let contributions: [Contribution]

  /// What keeps them from being put together; nil where nothing does.
  var problem: Diagnostic? {
    differing("judges", "the time that is judged differs", \.period.words, Self.namedDays)
      ?? differing("counts in", "the currencies differ", \.currency, Self.oneCurrency)
      ?? differing("states amounts", "amounts are with and without tax", \.basis, Self.oneBasis)
  }

  private static let namedDays =
    "give the commitment days of its own: period: { from: 2024-04-01, to: 2025-03-31 }"
  private static let oneCurrency = "convert the amounts to one currency with rates:"
  private static let oneBasis =
    "bring the amounts to one basis, net or gross, before they are added up"

  private func differing(
    _ verb: String, _ what: String, _ value: (Contribution) -> String, _ help: String
  ) -> Diagnostic? {
    guard let first = contributions.first,
      let other = contributions.first(where: { value($0) != value(first) })
    else { return nil }
    let promise = first.commitment.commitment
    return Diagnostic(
      "'\(promise.id)' cannot be added up over institutions, since \(what): "
        + "\(first.institution) \(verb) \(value(first)), \(other.institution) \(value(other))",
      at: promise.joint?.span ?? promise.span, help: help)
  }
}

extension Contribution {
  fileprivate var currency: String { commitment.currency ?? "no currency" }

  /// Whether the amounts that are added up are with or without tax.
  fileprivate var basis: String {
    guard let measure = commitment.measure else { return "" }
    let bases = measure.program.slots.compactMap { commitment.schema.slots[$0].column?.basis }
    return Set(bases).sorted().joined(separator: " and ").orUnsaid
  }
}

extension String {
  fileprivate var orUnsaid: String { isEmpty ? "without saying whether with tax" : self }
}

extension Period {
  /// The days in words.
  var words: String { "\(from.map(\.description) ?? "the beginning") to \(to)" }
}
