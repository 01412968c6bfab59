import Exact
import HoldfastModel

/// What people set right, for a terminal and in the facts of other formats.
struct CorrectionLines {
  let report: Report

  /// The lines with their heading; none where there is no file of corrections.
  var lines: [String] {
    counted + (report.corrections?.decides.map { Layout.wrapped(Self.weight($0), indent: 2) } ?? [])
  }

  /// The same without what they decide.
  var counted: [String] {
    guard let corrections = report.corrections else { return [] }
    var result = [""] + Layout.wrapped(head(corrections), indent: 0)
    for column in corrections.columns {
      result += Layout.wrapped("\(column.name): \(text(column))", indent: 2)
    }
    return result
  }

  /// The same as names and values.
  var facts: [(String, String)] {
    guard let corrections = report.corrections else { return [] }
    var result = [("corrections", counts(corrections))]
    for column in corrections.columns {
      result.append(("corrections.\(column.name)", text(column)))
    }
    if let decides = corrections.decides {
      result.append(("corrections_decide", decides.joined(separator: ", ")))
    }
    return result
  }

  private func head(_ corrections: CorrectionReport) -> String {
    "Corrections from \(corrections.file): \(counts(corrections))"
  }

  private func counts(_ corrections: CorrectionReport) -> String {
    let cells = Figures.count(corrections.cells, "cell")
    guard corrections.unanswered > 0 else { return cells }
    return cells + ", \(Decimal(corrections.unanswered).grouped) not answered"
  }

  private static func weight(_ decides: [String]) -> String {
    guard !decides.isEmpty else { return "Without them every verdict would be the same." }
    let names =
      decides.count > 3
      ? "\(decides.prefix(3).joined(separator: ", ")) and \(decides.count - 3) more"
      : decides.joined(separator: ", ")
    return "Without them another verdict on \(names)."
  }

  private func text(_ column: CorrectedColumn) -> String {
    let rows = column.rows.map { rows in
      let sum = rows.sum.flatMap { sum in
        rows.currency.map { ", " + Figures.shortMoney(sum, $0) }
      }
      return "\(Figures.count(rows.count, "row")) of \(rows.dataset)\(sum ?? "")"
    }
    let nothing = column.isRead ? "no judged row" : "not read in this run"
    let bearing = rows.isEmpty ? nothing : rows.joined(separator: ", ")
    return "\(Figures.count(column.cells, "cell")), \(bearing); by \(people(column)), "
      + days(column) + reasons(column)
  }

  private func people(_ column: CorrectedColumn) -> String { shortened(column.by, ", ") }

  private func days(_ column: CorrectedColumn) -> String {
    column.first == column.last ? "\(column.first)" : "\(column.first) to \(column.last)"
  }

  private func reasons(_ column: CorrectedColumn) -> String {
    column.reasons.isEmpty ? "" : "; because: " + shortened(column.reasons, "; ")
  }

  /// At most five texts, and how many more there are.
  private func shortened(_ texts: [String], _ separator: String) -> String {
    let more = texts.count - 5
    return texts.prefix(5).joined(separator: separator) + (more > 0 ? " and \(more) more" : "")
  }
}
