import HoldfastModel

/// Where the rows of a dataset are, and how they are written.
extension Shape {
  static let fileItem = Shape(
    "file_item", "Some of the files, with settings laid over those of the dataset.",
    [
      .required(
        "path", .filled, "Paths below the data folder, with *, ? and [4-6].",
        help: "name the files: path: spend/2024-0[4-6]*.csv"),
      .optional("format", .mapping(.format), "How these files are written."),
      .optional(
        "columns", .table(of: .mapping(.columnOfFile)),
        "How the cells of columns are read in these files."),
    ])

  static let command = Shape(
    "command", "A command that prints the rows.",
    [
      .optional("kind", .word("command"), "The kind of source: command."),
      .told("run", .texts(atLeast: 1), "The program and its arguments; no shell takes them apart."),
      .optional("count", .texts, "A command that prints how many rows there are."),
    ])

  static let format = Shape(
    "format", "How files are written.",
    [
      .optional("kind", .word(FileFormat.Kind.self), "The kind of file; csv if left out."),
      .optional("delimiter", .text, "Of text: what stands between cells; one character, or tab."),
      .optional("quote", .text, "Of text: what stands around cells; one character."),
      .optional(
        "encoding", .word(FileFormat.Encoding.self),
        "Of text: how letters are written; utf-8 if "
          + "left out."),
      .optional(
        "header_row", .anyOf([.word("auto", "none"), .integer(1...10_000)]),
        "The line of the headers, counted from 1; auto looks for them; none: there are none."),
      .optional(
        "header_rows", .integer(1...2), "How many rows the headers take."),
      .optional("sheet", .text, "Of a workbook: the sheet; the first if left out."),
      .optional("rows", .text, "Of JSON: the path of the rows, as in data.items[]."),
      .optional("compile", .word("latest"), "Of OCDS: which of several releases counts."),
    ])

  static let shared = Shape(
    "shared", "Rows that share their numbers.",
    [
      .required(
        "per", .texts, "The columns whose text such rows have in common.",
        help: "name the column: per: award_id")
    ])

  static let totalRows = Shape(
    "total_rows", "Rows that only add up others.",
    [
      .required(
        "column", .filled, "The column that says so.",
        help: "name the column that says Total: column: supplier"),
      .optional("cells", .texts, "What it says; Total if left out."),
      .required(
        "amount", .filled, "The column that is added up.",
        help: "name the column that is added up: amount: amount"),
    ])

  static let duplicates = Shape(
    "duplicates", "Rows whose key stands in an earlier row.",
    [
      .told("key", .texts(atLeast: 1), "The columns that tell rows apart."),
      .optional("then", .word(Duplicates.Rule.self), "What becomes of them; report if left out."),
    ])

  static let expectation = Shape(
    "expectation", "Files or rows that must be there.",
    [
      .optional("rows", .integer(0...Int.max), "How many rows there are."),
      .optional(
        "a_file_each", .word(Expectation.Cadence.self), "The stretch of which a file is due."),
      .optional("from", .like(.month), "The first month: 2024-04."),
      .optional("to", .like(.month), "The last month: 2025-03."),
      .optional("by", .text, "The date column that says what time a file is about."),
    ])

  static let controlTotal = Shape(
    "control_total", "What rows must add up to.",
    [
      .optional("column", .text, "The column that is added up; the only amount if left out."),
      .required(
        "amount", .like(.quantity), "The sum: 312.4m.", help: "write the sum: amount: \"312.4m\""),
      .optional("tolerance", .like(.quantity), "How far off it may be: 0.5%, or an amount."),
      .optional("from", .date, "The first day of the rows."),
      .optional("to", .date, "The last day of the rows."),
      .optional("source", .text, "Who says so."),
    ])
}
