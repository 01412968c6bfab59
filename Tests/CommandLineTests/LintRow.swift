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
      Change(file: "pack.yaml", old: smallFirms, new: "where: \(condition)"),
      Change(
        file: "data/institution.yaml", old: "category: {}",
        new: "category: { type: choice, values: [works, goods] }"),
    ]
    self.says = says
  }

  var testDescription: String { changes.map(\.new).joined(separator: "; ") }
}

/// A condition of the sample, to be replaced.
let smallFirms = "where: supplier.sme"
/// A target of the sample, to be replaced.
let tenth = "target: \">= 10%\""

extension LintRow {
  static let all = quoting + names + types + structure + institution

  private static let quoting = [
    LintRow(
      smallFirms, "where: !row.ok",
      "pack.yaml:20:12: error: an expression that begins with ! must be quoted",
      "help: write where: '!row.ok'"),
    LintRow(
      tenth, "target: >= 10%", "pack.yaml:22:13: error: a value that begins with > must be quoted",
      "help: quote the target: \">= 10%\""),
    LintRow(
      smallFirms, "where: \"a\" == category", "pack.yaml:20:12: error:", "help: quote all of it"),
    LintRow(
      tenth, "target: 10%",
      "pack.yaml:22:13: error: a target begins with >=, >, <=, <, = or between"),
    LintRow(smallFirms, "where: category == ", "pack.yaml:20:", "error:"),
  ]

  private static let names = [
    LintRow(
      "measure: amount", "mesure: amount",
      "pack.yaml:9:5: error: unknown key 'mesure' in commitment LOC",
      "help: did you mean 'measure'?"),
    LintRow("tags:", "tagz:", "pack.yaml:16:5: error: unknown key 'tagz'", "did you mean 'tags'?"),
    LintRow(
      "version: 1.0.0", "version: 1.0.0\nauthor: me", "pack.yaml:4:1: error: unknown key 'author'",
      "the keys here are pack, title"),
    LintRow(
      smallFirms, "where: suplier.sme", "pack.yaml:20:12: error:", "'suplier",
      "did you mean 'supplier.sme'?"),
    LintRow(smallFirms, "where: supplier.smee", "pack.yaml:20:", "did you mean 'supplier.sme'?"),
    LintRow(smallFirms, "where: sme", "pack.yaml:20:12: error:", "did you mean 'supplier.sme'?"),
    LintRow(
      smallFirms, "where: depratment == \"Parks\"", "pack.yaml:20:12: error:",
      "did you mean 'department'?"
    ),
    LintRow(
      "area(\"home\")", "area(\"hme\")", "pack.yaml:10:", "the area 'hme'", "did you mean 'home'?"),
    LintRow(
      "of: spend", "of: spent", "pack.yaml:8:9: error: the institution has no dataset 'spent'",
      "did you mean 'spend'?"),
    LintRow(
      "check: share", "check: shares", "pack.yaml:7:12: error: there is no checker 'shares'",
      "did you mean 'share'?"),
    LintRow(
      "enforcement: block", "enforcement: blok", "block, warn, report, not 'blok'",
      "did you mean 'block'?"),
    LintRow("period: fiscal_year", "period: fiscal", "unknown period 'fiscal'", "help:"),
    LintRow(
      choice: "category == \"work\"",
      "pack.yaml:20:24: error: 'work' is no value of column 'category'", "did you mean 'works'?"),
    LintRow(
      choice: "category in [\"works\", \"godos\"]", "pack.yaml:20:34: error: 'godos' is no value",
      "did you mean 'goods'?"),
    LintRow(
      choice: "category != \"xyzxyzxyz\"", "pack.yaml:20:24: error: 'xyzxyzxyz'",
      "its values are goods, works"),
  ]

  private static let types = [
    LintRow(
      smallFirms, "where: department == 3", "pack.yaml:20:23: error:",
      "'department' is text, '3' is a whole number; put the number in quotes"),
    LintRow(
      smallFirms, "where: supplier.sme && amount > \"x\"", "pack.yaml:20:35: error:",
      "'\"x\"' is text; write the number without quotes"),
    LintRow(
      smallFirms, "where: >-\n      supplier.sme &&\n      amount > \"x\"",
      "pack.yaml:22:14: error:",
      "22 | amount > \"x\""),
    LintRow(smallFirms, "where: 'supplier.sme && amount > \"x\"'", "pack.yaml:20:36: error:"),
    LintRow(
      smallFirms, "where: amount",
      "pack.yaml:20:12: error: 'where' must be a condition, true or false"),
    LintRow(
      "measure: amount", "measure: department",
      "pack.yaml:9:14: error: 'measure' must be an exact number", "decimal or integer"),
    LintRow("measure: amount", "measure: amount / 3", "pack.yaml:9:", "div("),
    LintRow(tenth, "target: \">= £10\"", "pack.yaml:22:14: error: a share is measured in percent"),
    LintRow(tenth, "target: \">= 0.1\"", "pack.yaml:22:14: error: a share is measured in percent"),
    LintRow(tenth, "target: \">= 10% or so\"", "pack.yaml:22:", "error:"),
  ]
}
