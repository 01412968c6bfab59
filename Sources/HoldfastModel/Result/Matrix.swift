/// Institutions side by side: a row a commitment, a column an institution.
public struct Matrix: Sendable {
  /// What one institution came to in one commitment.
  public struct Cell: Sendable {
    /// Its findings, one a group; empty where it has none.
    public var findings: [Finding]
    /// Where its number stands among those of the row, 1 the best, as far as bounds tell; nil where
    /// the row is not ranked, or the cell has no number.
    public var rank: ClosedRange<Int>?

    /// A cell that is not ranked.
    public init(findings: [Finding]) { self.findings = findings }

    /// The worst of its verdicts; nil where it has none.
    public var verdict: Verdict? { Verdict.worst(of: findings.map(\.verdict)) }

    /// Its only finding; nil where it has groups.
    public var finding: Finding? {
      findings.count == 1 && findings[0].group == nil ? findings[0] : nil
    }
  }

  /// A commitment.
  public struct Row: Sendable {
    /// The pack.
    public var pack: String
    /// The commitment's id.
    public var id: String
    /// The commitment in a reader's words.
    public var title: String
    /// A cell an institution, in the order of the columns.
    public var cells: [Cell]
    /// What the institutions came to together; empty where nothing is held jointly.
    public var joint: [Finding]
    /// Why the cells are not ranked, in sentences; empty where they are.
    public var unranked: [String]
  }

  /// The institutions, in the order in which they were named.
  public let institutions: [String]
  /// The rows, in the order of the packs.
  public let rows: [Row]

  /// The matrix of a report.
  public init(_ report: JointReport) {
    institutions = report.reports.map(\.institution)
    var rows: [Row] = []
    for finding in report.findings
    where !rows.contains(where: { $0.pack == finding.pack && $0.id == finding.id }) {
      let isOwn = { (other: Finding) in other.pack == finding.pack && other.id == finding.id }
      let cells = report.reports.map { Cell(findings: $0.findings.filter(isOwn)) }
      var row = Row(
        pack: finding.pack, id: finding.id, title: finding.title, cells: cells,
        joint: report.joint.filter(isOwn), unranked: [])
      Ranking(institutions: report.reports.map(\.institution)).rank(&row)
      rows.append(row)
    }
    self.rows = rows
  }
}
