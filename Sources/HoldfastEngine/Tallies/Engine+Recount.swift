public import Diagnostics
import HoldfastExpressions
public import HoldfastModel

/// What tallies come to by themselves.
public struct Recount: Sendable {
  /// The report of the commitments that they hold.
  public let report: Report
  /// The commitments that take more than tallies, as `pack/id`: what is about persons, what plugins
  /// read row by row, and what judges other commitments.
  public let others: [String]
  /// Those of the report that compare a column of another table with a text, which the tallies do
  /// not know: they count as texts that stand there.
  public let restOnTexts: Set<String>
}

extension Engine {
  /// Judges by tallies alone: neither the rows that they stand for, nor what these point to, nor what
  /// areas are looked up in is at hand. For tallies that are known by other means, such as a
  /// signature, to be those of the data.
  ///
  /// - Throws: where no tallies were taken, or they are of another institution, description or day.
  public func recount() throws(DiagnosticList) -> Recount {
    guard let tallies = request.tallies else {
      throw DiagnosticList([Diagnostic(.error, "there are no tallies to judge by")])
    }
    var asking = request
    asking.believesTallies = true
    var checked = request.checked ?? []
    if request.checked == nil { checked = try AreaDrawing(request).checked() }
    let dependencies = Dependencies(checked)
    let held = tallies.names
    let isHeld = { (commitment: CheckedCommitment) in
      !commitment.commitment.readsRegister
        && dependencies.needed(for: [commitment]).flatMap(\.counted)
          .allSatisfy {
            held.contains($0.name) && !$0.commitment.readsRegister && !$0.readsOutside
          }
    }
    asking.checked = checked.filter(isHeld)
    var outcome = Self.report(try Self.reading(asking), asking)
    try besides(&outcome.report)
    let asked = checked.filter { $0.commitment.isNamed(by: request.only) }
    return Recount(
      report: outcome.report,
      others: asked.filter { !isHeld($0) && !$0.commitment.isTemplate }.map(\.name),
      restOnTexts: Set(
        asked.filter { commitment in
          dependencies.needed(for: [commitment]).flatMap(\.counted).contains(
            where: \.asksReferences)
        }.map(\.name)))
  }
}

extension CheckedCommitment {
  /// Whether a condition compares a column of another table with a text.
  fileprivate var asksReferences: Bool {
    literals.contains { use in
      if case .reference = schema.slots[use.slot].source { true } else { false }
    }
  }
}
