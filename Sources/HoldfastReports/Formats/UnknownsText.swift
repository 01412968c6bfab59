import Diagnostics
import Exact
public import HoldfastModel

/// The cells worth asking about for a person at a terminal: the heaviest twenty.
public struct UnknownsText {
  /// A writer.
  public init() {}

  private static let limit = 20

  /// What is unknown, and how to answer it.
  public func text(_ cells: UnknownCells) -> String {
    var lines = Layout.wrapped("\(cells.institution), as of \(cells.asOf)", indent: 0)
    guard !cells.items.isEmpty else {
      return (lines + ["", "No cell keeps a row from being judged."]).joined(separator: "\n") + "\n"
    }
    lines += [""]
    lines += Layout.wrapped(
      "\(Figures.count(cells.items.count, "cell")) \(cells.items.count == 1 ? "keeps" : "keep") "
        + "rows from being judged, heaviest first", indent: 0)
    for (index, cell) in cells.items.prefix(Self.limit).enumerated() {
      lines += entry(cell, index + 1, cells.currency)
    }
    let more = cells.items.count - Self.limit
    lines += [""]
    lines += Layout.wrapped(
      (more > 0 ? "... and \(Decimal(more).grouped) more. " : "")
        + "To answer: write them all with --csv=unknowns.csv, fill in value, by, on and because, "
        + "and save the file as corrections.csv in the data folder.", indent: 0)
    return lines.joined(separator: "\n") + "\n"
  }

  private func entry(_ cell: UnknownCell, _ number: Int, _ currency: String) -> [String] {
    let size = cell.isMoney ? Figures.shortMoney(cell.amount, currency) : cell.amount.grouped
    let amount = cell.amount.signum == 0 ? "" : ", \(size)"
    let what = cell.what.isEmpty ? "" : " (\(cell.what))"
    let head = "\(number). \(cell.dataset).\(cell.column) of \(cell.key)\(what)"
    let body =
      "\(Figures.count(cell.rows, "row"))\(amount); \(Figures.percent(cell.share)), with those "
      + "above \(Figures.percent(cell.cumulativeShare)); "
      + cell.commitments.joined(separator: ", ")
    return Layout.wrapped(head, indent: 2) + Layout.wrapped(body, indent: 6)
  }
}
