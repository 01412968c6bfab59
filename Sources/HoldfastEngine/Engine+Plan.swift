public import Diagnostics
import HoldfastExpressions
public import HoldfastModel

extension Engine {
  /// What a run would count.
  ///
  /// - Throws: what is wrong with the packs or the description of the institution.
  public func plan() throws(DiagnosticList) -> PlanSummary {
    var asking = request
    asking.keepsAccount = true
    let parts = try Preparation(asking).parts
    return PlanSummary(
      institution: request.institution.name, asOf: request.asOf,
      datasets: parts.map(\.counts))
  }
}

extension DatasetPlan {
  fileprivate var counts: DatasetCounts {
    DatasetCounts(
      name: dataset.name, digest: hexadecimal(declaration), columns: columns.own,
      references: dataset.references.enumerated().compactMap { place, reference in
        guard let columns = columns.referred[place] else { return nil }
        return DatasetCounts.Reference(
          name: reference.name, dataset: reference.dataset.value, columns: columns.sorted())
      },
      aggregates: aggregates.map { aggregate in
        AggregateCounts(
          digest: hexadecimal(aggregate.digest),
          counts: talliers[aggregate.first].aggregates.map(\.name).sorted(),
          buckets: buckets(of: aggregate), commitments: aggregate.commitments,
          isPersonal: aggregate.isPersonal)
      })
  }

  private func buckets(of aggregate: AggregatePlan) -> String {
    if let day = aggregate.day { return "what is in force on \(day)" }
    return dataset.periodBy == nil ? "no time" : aggregate.cuts.description
  }

  /// The columns that commitments read, the dataset's own and those behind references.
  private var columns: (own: [String], referred: [Int: Set<String>]) {
    var own: Set<String> = []
    var referred: [Int: Set<String>] = [:]
    for commitment in talliers.map(\.judge.commitment) {
      own.formUnion(commitment.schema.dates)
      for slot in commitment.slots.map({ commitment.schema.slots[$0] }) {
        guard let column = slot.column else { continue }
        switch slot.source {
        case .column: own.insert(column.name)
        case .reference(let place, _):
          referred[place, default: []].insert(column.name)
          own.insert(dataset.references[place].by.value)
        case .parameter: break
        }
      }
    }
    return (dataset.columns.map(\.name).filter(own.contains), referred)
  }
}

extension Aggregate {
  /// What is counted, for a reader.
  fileprivate var name: String {
    switch self {
    case .sums(all: true): "rows and sums of all rows"
    case .sums(all: false): "rows, and sums of those that meet the condition"
    case .uncertainValues: "each value of uncertain rows"
    case .values: "each value"
    case .keys: "rows and sums by what tells rows apart"
    case .uncertainRows(let limit): "the \(limit) heaviest uncertain rows"
    case .failingRows(let limit): "the \(limit) heaviest rows that fail"
    }
  }
}
