import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// What awards are added to: the rows of a run, counted for each commitment by itself.
struct GateBase {
  let request: RunRequest
  let plan: RunPlan
  let references: ReferenceShelf
  /// What each dataset says, by name.
  var readings: [String: DatasetReading]
  /// Where an award counts, by the name of what is counted.
  let places: [String: AwardPlace]
  /// All whose rows are counted for a commitment, and what it rests on, by its name.
  private let behind: [String: [CheckedCommitment]]
  /// Commitments of periods that have not begun.
  let notBegun: Set<String>
  /// What is worth knowing about how it was read.
  private(set) var warnings: [Diagnostic]

  /// Reads what a run would read.
  init(_ request: RunRequest) throws(DiagnosticList) {
    let reading = try Engine.reading(request)
    self.request = request
    plan = reading.plan
    references = reading.references
    readings = reading.datasets.mapValues { $0.unshared() }
    let finder = AwardPlaces(request)
    var places: [String: AwardPlace] = [:]
    var notBegun: Set<String> = []
    var behind: [String: [CheckedCommitment]] = [:]
    let dependencies = Dependencies(plan.all)
    for commitment in plan.all {
      behind[commitment.name] = dependencies.needed(for: [commitment]).flatMap(\.counted)
      if finder.hasBegun(commitment) {
        places.merge(finder.places(of: commitment)) { first, _ in first }
      } else {
        notBegun.insert(commitment.name)
      }
    }
    self.places = places
    self.notBegun = notBegun
    self.behind = behind
    warnings =
      reading.warnings
      + reading.datasets.sorted { $0.key < $1.key }.flatMap(\.value.warnings)
      + reading.references.warnings
  }

  /// The same with more that is worth knowing.
  func warned(_ further: [Diagnostic]) -> GateBase {
    var result = self
    result.warnings += further
    return result
  }

  /// The findings of some commitments, each group by itself, once plugins that were asked have
  /// ended well.
  func findings(of commitments: [CheckedCommitment]) -> [String: [Finding]] {
    let reading = Engine.Reading(
      plan: plan, datasets: readings, references: references, lookups: [], warnings: [])
    return request.outside.settled { outside in
      var asking = request
      asking.outside = outside
      let court = Court(reading, asking)
      return Dictionary(
        commitments.map { ($0.name, court.findings(of: $0)) },
        uniquingKeysWith: { first, _ in first
        })
    }
  }

  /// All whose rows are counted for a commitment, and what it rests on.
  func counted(for commitment: CheckedCommitment) -> [CheckedCommitment] {
    behind[commitment.name] ?? []
  }
}

extension DatasetReading {
  /// The same with numbers of its own for each commitment, and none for choices made otherwise.
  fileprivate func unshared() -> DatasetReading {
    var result = self
    result.plan = plan.unshared()
    result.tally.aggregates = plan.places.map { place in
      AggregateTally(tally: tally.aggregates[place].tally, variants: [])
    }
    return result
  }
}
