import Exact
import HoldfastModel
import JSONText

/// What people set right, as the JSON report has it; nothing where there is no file of corrections.
struct CorrectionJSON {
  let report: Report

  /// What depends on the corrections themselves.
  var result: [(String, JSON)] {
    guard let corrections = report.corrections else { return [] }
    return [
      (
        "corrections",
        .object([
          ("cells", .integer(corrections.cells)),
          ("unanswered", .integer(corrections.unanswered)),
          ("changes_verdict", corrections.decides.map { .bool(!$0.isEmpty) } ?? .null),
          ("decides", corrections.decides.map { .array($0.map(JSON.text)) } ?? .null),
          ("columns", .array(corrections.columns.map(column))),
          ("items", .array(corrections.items.map(item))),
        ])
      )
    ]
  }

  /// The file that they stand in.
  var run: [(String, JSON)] {
    guard let corrections = report.corrections else { return [] }
    return [
      (
        "corrections",
        .object([("path", .text(corrections.file)), ("digest", .text(corrections.digest))])
      )
    ]
  }

  private func column(_ column: CorrectedColumn) -> JSON {
    .object([
      ("dataset", .text(column.dataset)), ("column", .text(column.column)),
      ("cells", .integer(column.cells)), ("read", .bool(column.isRead)),
      ("rows", .array(column.rows.map(rows))), ("by", .array(column.by.map(JSON.text))),
      ("first", .text(column.first.description)), ("last", .text(column.last.description)),
      ("because", .array(column.reasons.map(JSON.text))),
    ])
  }

  private func rows(_ rows: CorrectedColumn.Rows) -> JSON {
    .object([
      ("dataset", .text(rows.dataset)), ("rows", .integer(rows.count)),
      ("sum", JSON(rows.sum?.description)), ("currency", JSON(rows.currency)),
    ])
  }

  private func item(_ item: Correction) -> JSON {
    .object([
      ("dataset", .text(item.dataset)), ("key", .text(item.key)), ("column", .text(item.column)),
      ("value", .text(item.value)), ("by", .text(item.by)), ("on", .text(item.on.description)),
      ("because", .text(item.because)),
    ])
  }
}
