import Exact
public import HoldfastModel

/// Rows that were drawn, for a person and for a spreadsheet to be filled in.
public struct SampleText {
  private let sample: RowSample

  /// The texts of a sample.
  public init(_ sample: RowSample) { self.sample = sample }

  /// What was drawn from what, and the rows.
  public var text: String {
    var lines = Layout.wrapped(
      "\(sample.commitment): \(Figures.count(sample.items.count, "row")) drawn of "
        + "\(Figures.count(sample.rows, "row")), \(amount(sample.total)) in all; the heavier a row, the "
        + "likelier it is drawn", indent: 0)
    if sample.unmeasured > 0 {
      lines += Layout.wrapped(
        "\(Figures.count(sample.unmeasured, "row")) without a measure could not be drawn: see holdfast "
          + "unknowns", indent: 0)
    }
    lines.append("")
    for item in sample.items {
      let why = item.isCertain ? "in every sample" : "stands for \(amount(rounded(item)))"
      lines += Layout.wrapped(
        "\(item.row.file):\(item.row.line) \(item.row.name): \(amount(item.measure)), "
          + "\(item.standing.rawValue), \(why)", indent: 2)
    }
    return lines.map { PlainText.line($0) + "\n" }.joined()
  }

  private static let heading = [
    "file", "line", "key", "shown", "measure", "standing", "in every sample", "stands for",
    "traced to",
    "measure found", "standing found", "remark",
  ]

  /// The rows with columns to fill in: what the papers say. UTF-8 with a byte order mark; a text that
  /// a spreadsheet would run has an apostrophe in front.
  public var csv: String {
    sample.items.reduce("\u{FEFF}" + CSVLine.text(Self.heading)) { text, item in
      let cells = [
        item.row.file, "\(item.row.line)", item.row.key, item.row.shown.joined(separator: ", "),
      ]
      .map { GuardedText.inert(PlainText.block($0, limit: 1_000)) }
      return text
        + CSVLine.text(
          cells + [
            item.measure.description, item.standing.rawValue, item.isCertain ? "yes" : "no",
            rounded(item).description, "", "", "", "",
          ])
    }
  }

  private func rounded(_ item: RowSample.Item) -> Decimal {
    Figures.rounded(item.standsFor, scale: 2, .value, against: nil)
  }

  private func amount(_ value: Decimal) -> String {
    sample.currency.map { Figures.money(value, $0) } ?? Figures.trimmed(value).grouped
  }
}
