import CEL
import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// What checkers outside the program want counted for the commitments of a run.
struct OutsidePlans {
  /// The aggregates, by the name of the commitment.
  private(set) var aggregates: [String: Set<Aggregate>] = [:]
  /// Why a checker did not say what it wants, likewise.
  private(set) var failures: [String: Diagnostic] = [:]

  /// Asks for every commitment that names such a checker.
  init(_ commitments: [CheckedCommitment], _ request: RunRequest) {
    let asked = commitments.filter { $0.commitment.outside != nil }
    guard !asked.isEmpty else { return }
    self = request.outside.settled { outside in
      var plans = OutsidePlans()
      for commitment in asked { plans.ask(commitment, outside, request) }
      return plans
    }
  }

  private init() {}

  private mutating func ask(
    _ commitment: CheckedCommitment, _ outside: OutsideCheckers, _ request: RunRequest
  ) {
    guard let dataset = request.institution.dataset(commitment.schema.dataset) else { return }
    do throws(Diagnostic) {
      let checker = try outside.checker(of: commitment.commitment)
      if commitment.readsOutside, request.tallies?.holds(dataset) == true {
        throw Self.hasNoRows(commitment)
      }
      aggregates[commitment.name] = try checker.plan(commitment.outsideContext(in: dataset))
    } catch {
      failures[commitment.name] = error
    }
  }

  /// A tally stands in for the rows that a plugin wants to read.
  private static func hasNoRows(_ commitment: CheckedCommitment) -> Diagnostic {
    Diagnostic(
      "'\(commitment.commitment.check.value)' reads rows, and a tally has none of "
        + "'\(commitment.schema.dataset)'",
      at: commitment.commitment.check.span,
      help: "check it over the data itself, or take it out of this run with --only")
  }
}

extension CheckedCommitment {
  /// Whether a checker outside the program reads its rows.
  var readsOutside: Bool { commitment.outside?.declaration.readsRows == true }

  /// What a checker outside the program may know of it.
  func outsideContext(in dataset: Dataset) -> OutsideContext {
    OutsideContext(
      commitment, unit: currency.map(Measurement.Unit.money) ?? .number,
      isPersonal: isPersonal(in: dataset))
  }

  /// Which way its target wants the value to go on a day; nil for exact targets and ranges.
  func direction(on day: CivilDate) -> CheckerContext.Direction? {
    let step = lines.last { step in step.from.map { $0 <= day } ?? true }
    return step?.aim.isFloor.map { $0 ? .high : .low }
  }
}

extension CheckedCommitment {
  /// The columns of a dataset that decide what a checker outside the program is sent.
  func sentColumns(of dataset: Dataset) -> [Int] {
    columns.flatMap { column in
      column.part.program.slots.compactMap { slot -> Int? in
        switch schema.slots[slot].source {
        case .column(let place): place
        case .reference(let place, _): dataset.place(of: dataset.references[place].by)
        case .parameter: nil
        }
      }
    }
  }
}
