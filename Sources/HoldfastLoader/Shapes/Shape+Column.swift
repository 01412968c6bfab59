import HoldfastModel

/// What is said of a column.
extension Shape {
  static let column = Shape(
    "column", "A column: where its cells come from, and what they mean.",
    alternatives: [.atMostOne("from", "from_file", "set")], origin + typed + meaning)

  /// What may be said of a column for some of the files: how cells are read may differ from file to
  /// file, what they mean may not.
  static let columnOfFile = column.overlaid(as: "column_of_file") { perFile.contains($0.name) }

  private static let perFile: Set<String> = [
    "from", "from_file", "set", "extract", "no_match", "type", "format", "written_as", "values",
    "unknown_tokens", "redacted",
  ]

  private static let origin: [Key] = [
    .optional("type", .word(ColumnType.self), "What its cells hold; text if left out."),
    .optional(
      "from",
      .anyOf([
        .text, .mapping(.header), .list(.anyOf([.text, .mapping(.header)]), 0...Int.max),
      ]), "The header, or several that it may have; the column's own name if left out."),
    .optional("from_file", .text, "A pattern over the file's path; its first group is the cell."),
    .optional("set", .text, "One text for all rows."),
    .optional(
      "no_match", .word(Extract.NoMatch.self), "What a cell is that `extract` does not fit.",
      beside: .key("extract", help: "add extract: with a pattern")),
    .optional(
      "extract", .text,
      "A pattern whose first group in the cell is the value; postcode: the one in a text."),
  ]

  private static let typed: [Key] = [
    .optional("scale", .integer(0...9), "Digits behind the point of a decimal; 2 if left out."),
    .optional("basis", .text, "Whether amounts are net or gross of tax."),
    .optional(
      "negate_when", .expression, "Of a decimal: for which rows the minus is left out in the files."
    ),
    .optional(
      "currency", .anyOf([.text, .mapping(.exchange)]),
      "Of a decimal: a code, none for a number that is no money, or the column of the codes."),
    .optional("format", .text, "How days are written: d/M/yyyy."),
    .optional("written_as", .word("points", "fraction"), "How a percentage is written."),
    .optional(
      "between", .list(.like(.quantity), 2...2), "Two numbers between which unknown ones lie."),
  ]

  private static let meaning: [Key] = [
    .optional("unknown_tokens", .tokens, "Further cells that say nothing."),
    .optional("redacted", .tokens, "Further cells that somebody blacked out."),
    .optional("personal", .bool, "Whether no message may show its cells."),
    .optional("edition", .text, "Of place codes: their edition."),
    .optional(
      "blank", .text,
      "What a cell without content stands for: unknown, exclude (the row is left out), or a value."),
    .optional(
      "values", .anyOf([.list(.cell, 0...Int.max), .table(of: .cell)]),
      "The texts that a choice may hold; or what each cell means."),
  ]

  static let header = Shape(
    "header", "A column of the file, by header or position.",
    alternatives: [.exactlyOne("position", "header")],
    [
      .optional("position", .integer(1...16_384), "The place of the column, counted from 1."),
      .optional("header", .text, "The header."),
      .optional(
        "nth", .integer(1...16_384), "Which of several columns with that header.",
        beside: .told("header")),
    ])

  static let exchange = Shape(
    "exchange", "The currency of each row.",
    [
      .required(
        "column", .filled, "The column of the codes.",
        help: "name the column with the codes: column: currency"),
      .optional(
        "rates", .text, "The dataset of the rates.",
        beside: .key("rate", help: "name the rates' column: rate: rate")),
      .optional("rate", .filled, "The column of the rates.", beside: .key("rates")),
    ])

  static let matching = Shape(
    "matching", "All cells that a pattern fits from end to end.",
    [
      .required(
        "matches", .filled, "The pattern.", help: "write a pattern: { matches: 'REDACTED.*' }")
    ])
}

extension Kind {
  /// Whole cells, as they are or by a pattern.
  static let tokens = Kind.anyOf([
    .text, .mapping(.matching), .list(.anyOf([.text, .mapping(.matching)]), 0...Int.max),
  ])
}
