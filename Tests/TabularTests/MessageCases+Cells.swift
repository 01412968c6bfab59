import Exact
import Patterns
import Tabular

extension MessageCase {
  private static func date(_ pattern: String) -> CellType { .date(DateFormat(pattern) ?? .iso) }

  static let cells: [MessageCase] = [
    MessageCase(cell: "n/k", "no number", .decimal(scale: 2)),
    MessageCase(cell: "-", "a dash", .decimal(scale: 2)),
    MessageCase(cell: "1.234,56", "a decimal comma", .decimal(scale: 2)),
    MessageCase(cell: "1.2E+06", "an exponent", .decimal(scale: 2)),
    MessageCase(cell: "42,480.00-", "a minus behind", .decimal(scale: 2)),
    MessageCase(cell: "5 CR", "a credit in letters", .decimal(scale: 2)),
    MessageCase(cell: "5DR", "a debit in letters", .decimal(scale: 2)),
    MessageCase(cell: "\u{2212}5.00", "a dash for a minus", .decimal(scale: 2)),
    MessageCase(cell: "'5.00", "the sign of a text", .decimal(scale: 2)),
    MessageCase(cell: "+5", "a plus", .decimal(scale: 2)),
    MessageCase(cell: "1 234.50", "blanks between digits", .decimal(scale: 2)),
    MessageCase(cell: "#REF!", "an error of a spreadsheet", .decimal(scale: 2)),
    MessageCase(cell: "########", "a narrow column", .decimal(scale: 2)),
    MessageCase(cell: "1.234", "too many digits", .decimal(scale: 2)),
    MessageCase(
      cell: "0.0000000000000000000000000001", "far too many digits", .percent(points: false)),
    MessageCase(cell: String(repeating: "9", count: 40), "a number too large", .decimal(scale: 2)),
    MessageCase(cell: "€5", "another currency", .decimal(scale: 2)),
    MessageCase(cell: "many", "no percentage", .percent(points: true)),
    MessageCase(cell: "12%", "a percent sign among fractions", .percent(points: false)),
    MessageCase(cell: "1.5", "no whole number", .integer),
    MessageCase(cell: "99999999999999999999", "a whole number too large", .integer),
    MessageCase(cell: "perhaps", "no truth value", .bool),
    MessageCase(cell: "open", "nearly a choice", .choice(allowed: ["Open", "Restricted"])),
    MessageCase(cell: "xyzzy", "no choice", .choice(allowed: ["Open", "Restricted"])),
    MessageCase(cell: "31/02/2024", "no such day", date("dd/MM/yyyy")),
    MessageCase(cell: "TBC", "no date", date("dd/MM/yyyy")),
    MessageCase(cell: "#VALUE!", "an error for a date", date("dd/MM/yyyy")),
    MessageCase(cell: "30/02/2024", "a personal day", date("dd/MM/yyyy"))
      .with { $0.isPersonal = true },
    MessageCase(cell: "04/13/2024", "a day of another form", date("dd/MM/yyyy")),
    MessageCase(cell: "3/4/2024", "a day of two other forms", date("yyyy-MM-dd")),
    MessageCase(cell: "Oct-20", "a month", date("dd/MM/yyyy")),
    MessageCase(cell: "44136", "a day number", date("dd/MM/yyyy")),
    MessageCase(cell: "45", "a day number too small", date("serial")),
    MessageCase(cell: "01/04/2024 00:00", "a day with a time", date("dd/MM/yyyy")),
    MessageCase(cell: "2024-04-01", "no time", .timestamp),
    MessageCase(cell: "Ireland", "no company number", .companyNumber),
    MessageCase(cell: "Siobhan", "a personal cell", .integer).with { $0.isPersonal = true },
  ]

  /// A cell in which a pattern finds nothing.
  static func extracts() throws -> [MessageCase] {
    let pattern = try Pattern("^([A-Z]+[0-9]+) : ")
    return [
      MessageCase(cell: "Prime Care", "nothing to extract", .text).with {
        $0.schema[0].extract = .pattern(pattern, noMatch: .fault)
      }
    ]
  }
}
