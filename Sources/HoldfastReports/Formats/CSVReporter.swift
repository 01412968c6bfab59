import Diagnostics
import Exact
public import HoldfastModel

/// The findings for a spreadsheet: a line a commitment and group. UTF-8 with a byte order mark, by
/// which spreadsheets know it; a text that a spreadsheet would run as a formula has an apostrophe
/// in front.
public struct CSVReporter: Reporter {
  /// The format's name.
  public let name = "csv"

  /// A reporter.
  public init() {}

  /// What a spreadsheet's cell holds, less what says that it was cut.
  private static let cellLimit = 32_000

  private static let heading = [
    "institution", "as of", "only part of the packs", "pack", "pack version", "commitment", "group",
    "title", "owner", "verdict", "stops the run", "standing", "basis", "enforcement", "from", "to",
    "unit",
    "currency", "lower bound", "upper bound", "target", "headroom", "shortfall", "rows",
    "unknown rows", "explanation", "source", "file", "line",
  ]

  /// Writes a heading and a line a finding.
  public func render(_ report: Report, to sink: inout some TextOutputStream) {
    sink.write("\u{FEFF}" + CSVLine.text(Self.heading))
    for finding in report.findings {
      let cells = who(report) + promise(finding) + outcome(finding) + number(finding)
      sink.write(CSVLine.text(cells + words(finding)))
    }
  }

  private func who(_ report: Report) -> [String] {
    [text(report.institution), report.asOf.description, report.isPartial ? "yes" : "no"]
  }

  private func promise(_ finding: Finding) -> [String] {
    [
      finding.pack, finding.packVersion, finding.id, finding.group ?? "", finding.title,
      finding.owner ?? "",
    ].map(text)
  }

  private func outcome(_ finding: Finding) -> [String] {
    [
      finding.verdict.rawValue, finding.stopsTheRun ? "yes" : "no",
      finding.standing?.rawValue ?? "", finding.basis,
      finding.enforcement.check.rawValue, finding.period?.from?.description ?? "",
      finding.period?.to.description ?? "",
    ]
  }

  private func number(_ finding: Finding) -> [String] {
    let bounds = finding.toldBounds
    let shown = { (value: Rational, end: Figures.End) in
      Figures.rounded(value, scale: 4, end, against: finding.target).normalized.description
    }
    return [
      bounds == nil ? "" : finding.measurement?.unit.name ?? "", finding.currency ?? "",
      bounds.map { shown($0.lower, .lower) } ?? "", bounds.map { shown($0.upper, .upper) } ?? "",
      text(finding.target?.text ?? ""), finding.headroom?.description ?? "",
      finding.shortfall?.description ?? "", finding.measurement.map { "\($0.rows)" } ?? "",
      finding.measurement.map { "\($0.unknownRows)" } ?? "",
    ]
  }

  private func words(_ finding: Finding) -> [String] {
    let errors = finding.errors.map { "\n" + $0.rendered() }.joined()
    let source = finding.citation.map { $0.reference + ($0.says.map { ": \($0)" } ?? "") }
    return [
      text(Explanation(finding: finding).paragraph + errors), text(source ?? ""),
      text(finding.place.file), "\(finding.place.line)",
    ]
  }

  private func text(_ text: String) -> String {
    GuardedText.inert(PlainText.block(text, limit: Self.cellLimit))
  }
}
