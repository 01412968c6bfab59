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
      ?? differing("describes", "the rows are of other days", \.snapshot, Self.oneDay)
      ?? differing("counts in", "the currencies differ", \.currency, Self.oneCurrency)
      ?? differing("states amounts", "amounts are with and without tax", \.basis, Self.oneBasis)
      ?? differing(
        "holds", "what tells rows apart is held in two ways", \.keys, Self.oneKey)
  }

  private static let namedDays =
    "give the commitment days of its own: period: { from: 2024-04-01, to: 2025-03-31 }"
  private static let oneDay = "take registers of one day for all"
  private static let oneCurrency = "convert the amounts to one currency with rates:"
  private static let oneBasis =
    "bring the amounts to one basis, net or gross, before they are added up"

  private static let oneKey =
    "declare the columns that 'by' reads alike in each description: their type, and personal"

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
  /// The day that rows without dates describe.
  fileprivate var snapshot: String {
    conclusion.dataset.snapshot.map { "\($0)" } ?? "what is dated, or of no day"
  }

  /// The columns that it reads, those behind references too.
  private var columns: [Column] {
    commitment.slots.compactMap { commitment.schema.slots[$0].column }
  }

  fileprivate var currency: String {
    let codes = Set(columns.compactMap(\.currency)).sorted()
    return codes.isEmpty ? "no currency" : codes.joined(separator: " and ")
  }

  /// What is held of what tells rows apart: digests say nothing of plain texts, nor one spelling of
  /// another.
  fileprivate var keys: String {
    guard commitment.key != nil else { return "" }
    let slots = commitment.key?.program.slots ?? []
    let types = slots.compactMap { commitment.schema.slots[$0].column?.type }
      .map { ($0 == .choice ? ColumnType.text : $0).rawValue }
    let kind = commitment.hidesKeys(in: conclusion.dataset) ? "digests" : "texts"
    return "\(kind) of \(Set(types).sorted().joined(separator: " and "))"
  }

  /// Whether the amounts that are added up are with or without tax.
  fileprivate var basis: String {
    Set(columns.compactMap(\.basis)).sorted().joined(separator: " and ").orUnsaid
  }
}

extension String {
  fileprivate var orUnsaid: String { isEmpty ? "without saying whether with tax" : self }
}

extension Period {
  /// The days in words.
  var words: String { "\(from.map(\.description) ?? "the beginning") to \(to)" }
}
