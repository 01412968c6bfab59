import Testing

/// One mistake in a file of the sample, and what is said about it.
struct LintRow: Sendable, CustomTestStringConvertible {
  struct Change: Sendable {
    let file: String
    let old: String
    let new: String
  }

  let changes: [Change]
  let says: [String]
  let hasData = true

  /// A mistake in the pack.
  init(_ old: String, _ new: String, _ says: String...) {
    changes = [Change(file: "pack.yaml", old: old, new: new)]
    self.says = says
  }

  /// A mistake in the description of the institution.
  init(institution old: String, _ new: String, _ says: String...) {
    changes = [Change(file: "data/institution.yaml", old: old, new: new)]
    self.says = says
  }

  /// A condition on a column whose values are declared.
  init(choice condition: String, _ says: String...) {
    changes = [
      Change(file: "pack.yaml", old: sme, new: "where: \(condition)"),
      Change(
        file: "data/institution.yaml", old: "category: {}",
        new: "category: { type: choice, values: [works, goods] }"),
    ]
    self.says = says
  }

  var testDescription: String { changes.map(\.new).joined(separator: "; ") }
}

private let sme = "where: supplier.sme"
private let ten = "target: \">= 10%\""

extension LintRow {
  static let all = quoting + names + types + structure + institution

  private static let quoting = [
    LintRow(sme, "where: !row.ok", "pack.yaml:20:12: error: an expression that begins with ! must be quoted", "help: write where: '!row.ok'"),
    LintRow(ten, "target: >= 10%", "pack.yaml:22:13: error: a value that begins with > must be quoted", "help: quote the target: \">= 10%\""),
    LintRow(sme, "where: \"a\" == category", "pack.yaml:20:12: error:", "help: quote all of it"),
    LintRow(ten, "target: 10%", "pack.yaml:22:13: error: a target begins with >=, >, <=, <, = or between"),
    LintRow(sme, "where: category == ", "pack.yaml:20:", "error:"),
  ]

  private static let names = [
    LintRow("measure: amount", "mesure: amount", "pack.yaml:9:5: error: unknown key 'mesure' in commitment LOC", "help: did you mean 'measure'?"),
    LintRow("tags:", "tagz:", "pack.yaml:16:5: error: unknown key 'tagz'", "did you mean 'tags'?"),
    LintRow("version: 1.0.0", "version: 1.0.0\nauthor: me", "pack.yaml:4:1: error: unknown key 'author'", "the keys here are pack, title"),
    LintRow(sme, "where: suplier.sme", "pack.yaml:20:12: error:", "'suplier", "did you mean 'supplier.sme'?"),
    LintRow(sme, "where: supplier.smee", "pack.yaml:20:", "did you mean 'supplier.sme'?"),
    LintRow(sme, "where: sme", "pack.yaml:20:12: error:", "did you mean 'supplier.sme'?"),
    LintRow(sme, "where: depratment == \"Parks\"", "pack.yaml:20:12: error:", "did you mean 'department'?"),
    LintRow("area(\"home\")", "area(\"hme\")", "pack.yaml:10:", "the area 'hme'", "did you mean 'home'?"),
    LintRow("of: spend", "of: spent", "pack.yaml:8:9: error: the institution has no dataset 'spent'", "did you mean 'spend'?"),
    LintRow("check: share", "check: shares", "pack.yaml:7:12: error: there is no checker 'shares'", "did you mean 'share'?"),
    LintRow("enforcement: block", "enforcement: blok", "block, warn, report, not 'blok'", "did you mean 'block'?"),
    LintRow("period: fiscal_year", "period: fiscal", "unknown period 'fiscal'", "help:"),
    LintRow(choice: "category == \"work\"", "pack.yaml:20:24: error: 'work' is no value of column 'category'", "did you mean 'works'?"),
    LintRow(choice: "category in [\"works\", \"godos\"]", "pack.yaml:20:34: error: 'godos' is no value", "did you mean 'goods'?"),
    LintRow(choice: "category != \"xyzxyzxyz\"", "pack.yaml:20:24: error: 'xyzxyzxyz'", "its values are goods, works"),
  ]

  private static let types = [
    LintRow(sme, "where: department == 3", "pack.yaml:20:23: error:", "'department' is text, '3' is a whole number; put the number in quotes"),
    LintRow(sme, "where: supplier.sme && amount > \"x\"", "pack.yaml:20:35: error:", "'\"x\"' is text; write the number without quotes"),
    LintRow(sme, "where: >-\n      supplier.sme &&\n      amount > \"x\"", "pack.yaml:22:14: error:", "22 | amount > \"x\""),
    LintRow(sme, "where: 'supplier.sme && amount > \"x\"'", "pack.yaml:20:36: error:"),
    LintRow(sme, "where: amount", "pack.yaml:20:12: error: 'where' must be a condition, true or false"),
    LintRow("measure: amount", "measure: department", "pack.yaml:9:14: error: 'measure' must be an exact number", "decimal or integer"),
    LintRow("measure: amount", "measure: amount / 3", "pack.yaml:9:", "div("),
    LintRow(ten, "target: \">= £10\"", "pack.yaml:22:14: error: a share is measured in percent"),
    LintRow(ten, "target: \">= 0.1\"", "pack.yaml:22:14: error: a share is measured in percent"),
    LintRow(ten, "target: \">= 10% or so\"", "pack.yaml:22:", "error:"),
  ]

  private static let structure = [
    LintRow("    check: share\n", "", "commitment LOC has no 'check'", "check: share"),
    LintRow("version: 1.0.0\n", "", "the pack has no 'version'"),
    LintRow("version: 1.0.0", "version: 1.0.0\nversion: 1.0.1", "pack.yaml:4:1: error: the key 'version' appears twice", "the first is on line 3"),
    LintRow("id: SME", "id: LOC", "pack.yaml:14:9: error: the id 'LOC' is used twice; first on line 5"),
    LintRow("    title: A tenth", "\ttitle: A tenth", "pack.yaml:15:1: error: a tab is used for indentation", "indent with spaces"),
    LintRow("title: Fair spending", "title: [Fair", "the [ on line 2 is not closed"),
    LintRow("title: Fair spending", "title: { a: b }", "pack.yaml:2:8: error: 'title' of the pack must be a text, not a mapping"),
    LintRow("check: share\n", "check: share\n    missing: whatever\n", "unknown, exclude, worst", "'whatever'"),
    LintRow("enforcement: block", "enforcement: { check: block, gate: block }", "needs a legal basis", "legal_basis:"),
    LintRow("version: 1.0.0", "version: 1.0.0\neffective: 2025-01-01\nuntil: 2024-01-01", "'until' is before 'effective'"),
    LintRow("period: fiscal_year\n    \(ten)", "period: { from: 2025-02-29, to: 2025-03-31 }\n    \(ten)", "'2025-02-29' is not a date"),
    LintRow("period: fiscal_year\n    \(ten)", "period: { from: 2025-02-28, to: 2024-03-31 }\n    \(ten)", "the period ends before it begins"),
  ]

  private static let institution = [
    LintRow(institution: "type: decimal", "type: decimel", "data/institution.yaml:18:", "'decimel'", "did you mean 'decimal'?"),
    LintRow(institution: "period_by: date", "period_by: dat", "data/institution.yaml:11:16: error: dataset 'spend' has no column 'dat'", "did you mean 'date'?"),
    LintRow(institution: "period_by: date", "period_by: category", "'category', which is no date", "type: date"),
    LintRow(institution: "key: id\n", "kye: id\n", "data/institution.yaml:12:5: error: unknown key 'kye' in dataset 'spend'", "did you mean 'key'?"),
    LintRow(institution: "to: suppliers", "to: supliers", "no dataset 'supliers'", "did you mean 'suppliers'?"),
    LintRow(institution: "lookup: places", "lookup: palces", "unknown lookup 'palces'", "did you mean 'places'?"),
    LintRow(institution: "currency: GBP", "currency: pounds", "data/institution.yaml:2:11: error: 'pounds' is no currency code", "GBP"),
    LintRow(institution: "04-01", "13-01", "'13-01' is no day on which a year can start"),
    LintRow(institution: "date: { type: date }", "date: { type: date, format: DD/MM/YYYY }", "'DD/MM/YYYY' is no date format", "dd/MM/yyyy"),
    LintRow(institution: "covers: [M]", "covers: [12]", "'12' is no part of a British postcode"),
    LintRow(institution: "    period_by: date\n", "", "pack.yaml:5:9: error: 'LOC' asks for a period, but dataset 'spend' has no dates", "snapshot:"),
    LintRow(institution: "files: spend.csv\n", "files: spend.csv\n    key: id\n", "the key 'key' appears twice"),
    LintRow(institution: "sme: { type: bool }", "sme: { type: text }", "pack.yaml:20:12: error: 'where' must be a condition"),
  ]
}
