import Exact
public import HoldfastModel

/// What a run counts, for a person.
public struct PlanText: Sendable {
  /// A writer.
  public init() {}

  /// The text.
  public func text(_ plan: PlanSummary) -> String {
    "\(plan.institution), as of \(plan.asOf)\n" + plan.datasets.map(dataset).joined()
  }

  private func dataset(_ dataset: DatasetCounts) -> String {
    var lines = ["", "\(dataset.name) (\(short(dataset.digest)))"]
    if !dataset.columns.isEmpty {
      lines.append("  columns: \(dataset.columns.joined(separator: ", "))")
    }
    lines += dataset.references.map { reference in
      "  \(reference.name) in \(reference.dataset): \(reference.columns.joined(separator: ", "))"
    }
    lines += dataset.aggregates.flatMap(aggregate)
    return lines.joined(separator: "\n") + "\n"
  }

  private func aggregate(_ aggregate: AggregateCounts) -> [String] {
    var lines = [
      "  aggregate \(short(aggregate.digest)) by \(aggregate.buckets)",
      "    counts: \(aggregate.counts.joined(separator: ", "))",
      "    for: \(aggregate.commitments.joined(separator: ", "))",
    ]
    if aggregate.isPersonal { lines.append("    about persons: in no file of tallies") }
    return lines
  }

  private func short(_ digest: String) -> String { String(digest.prefix(12)) }
}
