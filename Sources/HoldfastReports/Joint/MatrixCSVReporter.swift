import Exact
public import HoldfastModel

/// The matrix of several institutions for a spreadsheet: a line a commitment, four columns an
/// institution. UTF-8 with a byte order mark, by which spreadsheets know it.
public struct MatrixCSVReporter: JointReporter {
  /// The format's name.
  public let name = "csv"

  /// A reporter.
  public init() {}

  /// Writes a heading and a line a commitment.
  public func render(_ report: JointReport, to sink: inout some TextOutputStream) {
    let matrix = Matrix(report)
    let hasJoint = !report.joint.isEmpty
    sink.write("\u{FEFF}")
    let names = matrix.institutions + (hasJoint ? ["Jointly"] : [])
    sink.write(
      CSVLine.text(
        ["pack", "commitment", "title", "target", "as of", "only part of the packs"]
          + names.flatMap { name in
            ["verdict", "lower bound", "upper bound", "rank"]
              .map { GuardedText.inert("\(name): \($0)") }
          } + ["not ranked because"]))
    for row in matrix.rows {
      let target = row.target ?? row.jointTarget ?? ""
      var cells = [row.pack, row.id, row.title, target].map(GuardedText.inert)
      cells += [report.asOf.description, report.reports[0].isPartial ? "yes" : "no"]
      for cell in row.cells { cells += self.cells(cell) }
      if hasJoint { cells += self.cells(Matrix.Cell(findings: row.joint)) }
      sink.write(CSVLine.text(cells + [GuardedText.inert(row.unranked.joined(separator: "; "))]))
    }
  }

  private func cells(_ cell: Matrix.Cell) -> [String] {
    let bounds = cell.finding.flatMap { finding in
      finding.toldBounds.map { (finding, $0) }
    }
    let number = { (value: Rational, end: Figures.End, finding: Finding) in
      Figures.rounded(value, scale: 4, end, against: finding.target).normalized.description
    }
    return [
      cell.verdict?.rawValue ?? "",
      bounds.map { number($1.lower, .lower, $0) } ?? "",
      bounds.map { number($1.upper, .upper, $0) } ?? "", CellText(cell: cell).rank,
    ]
  }
}
