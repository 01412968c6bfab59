import Exact
public import HoldfastModel
import JSONText

/// What a run counts, for programs.
public struct PlanJSON: Sendable {
  /// A writer.
  public init() {}

  /// One JSON object and a line end.
  public func text(_ plan: PlanSummary) -> String {
    let document = JSON.object([
      ("holdfast", .text("1")),
      (
        "plan",
        .object([
          ("institution", .text(plan.institution)), ("as_of", .text(plan.asOf.description)),
          ("datasets", .array(plan.datasets.map(dataset))),
        ])
      ),
    ])
    var text = ""
    document.write(to: &text)
    return text + "\n"
  }

  private func dataset(_ dataset: DatasetCounts) -> JSON {
    .object([
      ("name", .text(dataset.name)), ("digest", .text("sha256:" + dataset.digest)),
      ("columns", .array(dataset.columns.map(JSON.text))),
      (
        "references",
        .array(
          dataset.references.map { reference in
            .object([
              ("name", .text(reference.name)), ("dataset", .text(reference.dataset)),
              ("columns", .array(reference.columns.map(JSON.text))),
            ])
          })
      ),
      ("aggregates", .array(dataset.aggregates.map(aggregate))),
    ])
  }

  private func aggregate(_ aggregate: AggregateCounts) -> JSON {
    .object([
      ("digest", .text("sha256:" + aggregate.digest)),
      ("counts", .array(aggregate.counts.map(JSON.text))),
      ("buckets", .text(aggregate.buckets)),
      ("commitments", .array(aggregate.commitments.map(JSON.text))),
      ("personal", .bool(aggregate.isPersonal)),
    ])
  }
}
