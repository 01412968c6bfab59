import Exact
public import HoldfastModel

/// The cells worth asking about as a file that a spreadsheet program opens, people fill in, and
/// the next run reads as corrections.
public struct UnknownsCSV {
  /// A writer.
  public init() {}

  private static let headers = [
    "dataset", "key", "column", "value", "by", "on", "because", "rows", "amount", "share",
    "cumulative_share", "what", "commitments",
  ]

  /// UTF-8 with a byte order mark, commas and Windows line ends; texts that a spreadsheet program
  /// would run or change have an apostrophe in front.
  public func text(_ cells: UnknownCells) -> String {
    var text = "\u{FEFF}" + CSVLine.text(Self.headers)
    for cell in cells.items { text += CSVLine.text(record(cell)) }
    return text
  }

  private func record(_ cell: UnknownCell) -> [String] {
    let place = [cell.dataset, cell.key, cell.column].map(GuardedText.guarded)
    let numbers = [
      String(cell.rows), cell.amount.description, Figures.percent(cell.share),
      Figures.percent(cell.cumulativeShare),
    ]
    let words = [cell.what, cell.commitments.joined(separator: " ")].map(GuardedText.guarded)
    return place + ["", "", "", ""] + numbers + words
  }
}
