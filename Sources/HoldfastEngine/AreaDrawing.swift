import Diagnostics
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// Checks the commitments of a run, and those that name areas again for each way of drawing them:
/// an area's test is part of what expressions are compiled into.
struct AreaDrawing {
  private let packs: [Pack]
  private let institution: Institution
  private let checkers: CheckerBook
  private let zones = SystemZones().finder

  init(_ request: RunRequest) {
    packs = request.packs
    institution = request.institution
    checkers = request.outside.book
  }

  /// The commitments of all packs, wherever areas lie.
  func checked() throws(DiagnosticList) -> [CheckedCommitment] {
    var result: [CheckedCommitment] = []
    var problems: [Diagnostic] = []
    for pack in packs {
      let (commitments, diagnostics) = checker(of: pack, [:]).check()
      result += commitments
      problems += diagnostics
    }
    try DiagnosticList(problems).throwIfErrors()
    return result
  }

  /// Checked commitments over areas that have these tests.
  func placed(
    _ commitments: [CheckedCommitment], in areas: [String: AreaTest]
  ) throws(DiagnosticList) -> [CheckedCommitment] {
    let concerned = commitments.filter { !$0.areas.isEmpty }
    guard !concerned.isEmpty else { return commitments }
    var placed: [String: CheckedCommitment] = [:]
    var problems: [Diagnostic] = []
    for pack in packs {
      let ids = Set(concerned.filter { $0.pack.id == pack.id }.map(\.commitment.id))
      let (again, diagnostics) = checker(of: pack, areas).check(only: ids)
      for commitment in again { placed[commitment.name] = commitment }
      problems += diagnostics
    }
    try DiagnosticList(problems).throwIfErrors()
    return commitments.map { placed[$0.name] ?? $0 }
  }

  private func checker(of pack: Pack, _ areas: [String: AreaTest]) -> PackChecker {
    PackChecker(
      pack: pack, institution: institution, checkers: checkers, areas: areas, zones: zones)
  }
}
