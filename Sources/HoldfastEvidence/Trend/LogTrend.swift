public import Exact
import JSONText

/// What each commitment came to from run to run, by the days that the runs speak about.
public struct LogTrend: Sendable {
  /// What a finding came to in one run.
  public struct Cell: Sendable {
    /// The verdict's word as reports for programs have it.
    public var verdict: String
    /// The verdict under a waiver; nil where none held.
    public var withoutWaiver: String?
    /// The number in a reader's words; empty where there is none.
    public var figure: String
    /// The target as written; nil where there is none.
    public var target: String?
  }

  /// A finding with what it came to, by day.
  public struct Row: Sendable {
    /// The finding: `cleveland/CLE-1[Estates]`.
    public var finding: String
    /// What it came to, by day; of several runs for one day the last.
    public var cells: [CivilDate: Cell]
  }

  /// An institution, or several that promised something together.
  public struct Table: Sendable {
    /// Its name, or their names.
    public var institution: String
    /// The days that runs speak about, the oldest first.
    public var days: [CivilDate]
    /// The findings in the order in which they first stand in the log.
    public var rows: [Row]
  }

  /// A table an institution, in the order in which they first stand in the log.
  public private(set) var tables: [Table] = []

  /// The trend of a log's runs: of findings whose name begins with one of `named`, over the last so
  /// many days.
  public init(_ records: [LogRecord], named: [String] = [], last count: Int = 12) {
    for record in records where [LogKind.run, LogKind.joint].contains(record.kind) {
      add(record, named)
    }
    for index in tables.indices {
      let days = Set(tables[index].rows.flatMap(\.cells.keys)).sorted()
      tables[index].days = Array(days.suffix(count))
      let shown = Set(tables[index].days)
      tables[index].rows.removeAll { shown.isDisjoint(with: $0.cells.keys) }
    }
    tables.removeAll { $0.rows.isEmpty }
  }

  private mutating func add(_ record: LogRecord, _ named: [String]) {
    guard let name = record.body["institution"]?.text,
      let day = record.body["as_of"]?.text.flatMap({ CivilDate($0) }),
      let findings = record.body["findings"]?.items
    else { return }
    let title = record.kind == LogKind.joint ? "\(name) (jointly)" : name
    let place = tables.firstIndex { $0.institution == title } ?? tables.count
    if place == tables.count { tables.append(Table(institution: title, days: [], rows: [])) }
    for finding in findings {
      guard let id = finding["id"]?.text, let cell = Self.cell(finding),
        named.isEmpty || named.contains(where: { Self.isNamed(id, by: $0) })
      else { continue }
      if let row = tables[place].rows.firstIndex(where: { $0.finding == id }) {
        tables[place].rows[row].cells[day] = cell
      } else {
        tables[place].rows.append(Row(finding: id, cells: [day: cell]))
      }
    }
  }

  /// Whether a word names a finding: all of its name, its commitment, or its commitment's id.
  private static func isNamed(_ finding: String, by word: String) -> Bool {
    let commitment = finding.firstIndex(of: "[").map { String(finding[..<$0]) } ?? finding
    return [finding, commitment].contains(word) || commitment.hasSuffix("/\(word)")
  }

  private static func cell(_ finding: JSONValue) -> Cell? {
    guard let verdict = finding["verdict"]?.text else { return nil }
    return Cell(
      verdict: verdict, withoutWaiver: finding["without_waiver"]?.text, figure: figure(finding),
      target: finding["target"]?.text)
  }

  private static func figure(_ finding: JSONValue) -> String {
    let ends = ["lower", "upper"].compactMap { finding[$0]?.text.flatMap { Decimal($0) } }
    guard ends.count == 2, let unit = finding["unit"]?.text else { return "" }
    let text = { (value: Decimal, rounding: Rounding) -> String in
      switch unit {
      case "share": percent(value, rounding)
      case "money":
        (finding["currency"]?.text.map { "\($0) " } ?? "")
          + ((try? value.rounded(scale: 2, rounding)) ?? value).grouped
      default: value.grouped
      }
    }
    guard ends[0] != ends[1] else { return text(ends[0], .halfEven) }
    return "\(text(ends[0], .down)) to \(text(ends[1], .up))"
  }

  /// A fraction in hundredths, with two digits behind the point.
  private static func percent(_ value: Decimal, _ rounding: Rounding) -> String {
    guard let points = try? value.rounded(scale: 4, rounding) else { return "\(value)" }
    return Decimal(coefficient: points.coefficient, scale: 2).description + "%"
  }
}

extension LogTrend.Cell {
  /// The verdict as a board reads it.
  public var words: String {
    let plain = { (word: String) in
      switch word {
      case "indeterminate": "CANNOT TELL"
      case "not_applicable": "NOT APPLICABLE"
      default: word.uppercased()
      }
    }
    return plain(verdict) + (withoutWaiver.map { " (else \(plain($0)))" } ?? "")
  }
}
