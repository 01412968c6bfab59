import Exact
public import HoldfastModel
import JSONText

/// The reports of several institutions for programs, with what they promised together and the
/// matrix. Each institution's `result` is that of its own run.
public struct JointJSONReporter: JointReporter {
  /// The format's name.
  public let name = "json"

  /// A reporter.
  public init() {}

  /// Writes one JSON object and a line end.
  public func render(_ report: JointReport, to sink: inout some TextOutputStream) {
    let own = JSONReporter()
    let document = JSON.object([
      ("holdfast", .text("1")),
      (
        "result",
        .object([
          ("as_of", .text(report.asOf.description)),
          ("verdict", .text(report.verdict.rawValue)), ("exit", .integer(Int(report.exitCode))),
          ("institutions", .array(report.reports.map { own.result($0) })),
          ("joint", .array(report.joint.map { FindingJSON(finding: $0).value })),
          ("joint_reservation", JSON(report.reservation)),
          ("matrix", .array(Matrix(report).rows.map { row($0, report) })),
        ])
      ),
      ("runs", .array(report.reports.map { own.run($0) })),
    ])
    document.write(to: &sink)
    sink.write("\n")
  }

  private func row(_ row: Matrix.Row, _ report: JointReport) -> JSON {
    .object([
      ("commitment", .text("\(row.pack)/\(row.id)")),
      ("ranked", .bool(row.unranked.isEmpty)),
      ("not_ranked_because", .array(row.unranked.map(JSON.text))),
      (
        "cells",
        .array(
          zip(report.reports, row.cells).map { own, cell in
            .object([
              ("institution", .text(own.institution)), ("verdict", JSON(cell.verdict?.rawValue)),
              ("best_rank", cell.rank.map { .integer($0.lowerBound) } ?? .null),
              ("worst_rank", cell.rank.map { .integer($0.upperBound) } ?? .null),
            ])
          })
      ),
    ])
  }
}
