extension LintRow {
  /// Keys that are missing, doubled or of the wrong shape.
  static let structure = [
    LintRow("    check: share\n", "", "commitment LOC has no 'check'", "check: share"),
    LintRow("version: 1.0.0\n", "", "the pack has no 'version'"),
    LintRow(
      "version: 1.0.0", "version: 1.0.0\nversion: 1.0.1",
      "pack.yaml:4:1: error: the key 'version' appears twice", "the first is on line 3"),
    LintRow(
      "id: SME", "id: LOC", "pack.yaml:14:9: error: the id 'LOC' is used twice; first on line 5"),
    LintRow(
      "    title: A tenth", "\ttitle: A tenth",
      "pack.yaml:15:1: error: a tab is used for indentation", "indent with spaces"),
    LintRow("title: Fair spending", "title: [Fair", "the [ on line 2 is not closed"),
    LintRow(
      "title: Fair spending", "title: { a: b }",
      "pack.yaml:2:8: error: 'title' of the pack must be a text, not a mapping"),
    LintRow(
      smallFirms, "\(smallFirms)\n    per: department\n    groups: [Parks, Housing, Parks]",
      "pack.yaml:22:30: error:", "'Parks'", "twice"),
    LintRow(
      smallFirms,
      "\(smallFirms)\n    leave_out:\n      - { id: blank measure, when: amount < 9.00, because: x }",
      "pack.yaml:22:", "'blank measure' cannot be"),
    LintRow(
      smallFirms, "\(smallFirms)\n    leave_out:\n      - { id: a, when: amount < 9.00 }",
      "pack.yaml:22:",
      "no 'because'"),
    LintRow(
      "check: share\n", "check: share\n    missing: whatever\n", "unknown, exclude, worst",
      "'whatever'"),
    LintRow(
      "enforcement: block", "enforcement: { check: block, gate: block }", "needs a legal basis",
      "legal_basis:"),
    LintRow(
      "version: 1.0.0", "version: 1.0.0\neffective: 2025-01-01\nuntil: 2024-01-01",
      "'until' is before 'effective'"),
    LintRow(
      "period: fiscal_year\n    \(tenth)",
      "period: { from: 2025-02-29, to: 2025-03-31 }\n    \(tenth)",
      "'2025-02-29' is not a date"),
    LintRow(
      "period: fiscal_year\n    \(tenth)",
      "period: { from: 2025-02-28, to: 2024-03-31 }\n    \(tenth)",
      "the period ends before it begins"),
  ]

  /// Mistakes in the description of the institution.
  static let institution = [
    LintRow(
      institution: "type: decimal", "type: decimel", "data/institution.yaml:18:", "'decimel'",
      "did you mean 'decimal'?"),
    LintRow(
      institution: "period_by: date", "period_by: dat",
      "data/institution.yaml:11:16: error: dataset 'spend' has no column 'dat'",
      "did you mean 'date'?"),
    LintRow(
      institution: "period_by: date", "period_by: category", "'category', which is no date",
      "type: date"),
    LintRow(
      institution: "key: id\n", "kye: id\n",
      "data/institution.yaml:12:5: error: unknown key 'kye' in dataset 'spend'",
      "did you mean 'key'?"),
    LintRow(
      institution: "to: suppliers", "to: supliers", "no dataset 'supliers'",
      "did you mean 'suppliers'?"),
    LintRow(
      institution: "lookup: places", "lookup: palces", "unknown lookup 'palces'",
      "did you mean 'places'?"),
    LintRow(
      institution: "currency: GBP", "currency: pounds",
      "data/institution.yaml:2:11: error: 'pounds' is no currency code", "GBP"),
    LintRow(institution: "04-01", "13-01", "'13-01' is no day on which a year can start"),
    LintRow(
      institution: "date: { type: date }", "date: { type: date, format: DD/MM/YYYY }",
      "'DD/MM/YYYY' is no date format", "dd/MM/yyyy"),
    LintRow(institution: "covers: [M]", "covers: [12]", "'12' is no part of a British postcode"),
    LintRow(
      institution: "    period_by: date\n", "",
      "pack.yaml:5:9: error: 'LOC' asks for a period, but dataset 'spend' has no dates", "snapshot:"
    ),
    LintRow(
      institution: "files: spend.csv\n", "files: spend.csv\n    key: id\n",
      "the key 'key' appears twice"),
    LintRow(
      institution: "sme: { type: bool }", "sme: { type: text }",
      "pack.yaml:20:12: error: 'where' must be a condition"),
  ]
}
