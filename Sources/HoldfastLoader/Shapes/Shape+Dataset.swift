import HoldfastModel

/// What is said of a dataset.
extension Shape {
  static let dataset = Shape(
    "dataset", "A table: where its rows are, and what they mean.",
    alternatives: [.exactlyOne("files", "source")], read + timed + described + complete)

  private static let read: [Key] = [
    .optional("format", .mapping(.format), "How the files are written."),
    .optional("rows", .text, "Of JSON: the path of the rows, as in data.items[]."),
    .optional("unknown_tokens", .tokens, "Whole cells that say nothing; blank cells never do."),
    .optional(
      "redacted", .tokens, "Whole cells that somebody blacked out: unknown, and counted."),
    .optional("keep", .expression, "Which rows belong to the institution."),
  ]

  private static let timed: [Key] = [
    .optional("snapshot", .date, "The day that a table without dates describes."),
    .optional(
      "period_by", .anyOf([.text, .mapping(.interval)]),
      "The date column that puts rows into periods; or, for a register, the two columns."),
    .optional("valid", .mapping(.validity), "When a row is the one of its key."),
  ]

  private static let described: [Key] = [
    .optional(
      "personal", .bool,
      "Whether the rows are about persons: no message shows a cell, no report a row."),
    .optional("may_be_empty", .bool, "Whether files without rows are in order."),
    .optional("key", .texts, "The column or columns that name a row."),
    .optional("show", .texts, "Columns that tell a reader which row is meant."),
    .told(
      "columns", .table(.variable("a column's name"), of: .mapping(.column)),
      "The columns by the names that expressions use."),
    .optional(
      "references", .table(.variable("a reference's name"), of: .mapping(.reference)),
      "Datasets that rows point to: supplier.postcode in expressions."),
    .optional(
      "files",
      .anyOf([
        .text, .mapping(.fileItem), .list(.anyOf([.text, .mapping(.fileItem)]), 0...Int.max),
      ]),
      "Paths below the data folder, with *, ? and [4-6]."),
    .optional("source", .mapping(.command), "In place of files: a command that prints the rows."),
  ]

  private static let complete: [Key] = [
    .optional(
      "value", .mapping(.shared),
      "Rows that share their numbers, so that each one's own is unknown."
    ),
    .optional("total_rows", .mapping(.totalRows), "Rows that only add up others."),
    .optional(
      "duplicates", .mapping(.duplicates),
      "What becomes of rows whose key stands in an earlier row."
    ),
    .optional("expect", .mapping(.expectation), "Files or rows that must be there."),
    .optional(
      "control_total",
      .anyOf([.mapping(.controlTotal), .list(.mapping(.controlTotal), 0...Int.max)]),
      "What the rows must add up to, as somebody else says."),
  ]

  static let interval = Shape(
    "interval", "The columns that say from when to when a row is in force.",
    [
      .required(
        "from", .filled, "The column of the first day.",
        help: "name the column of the first day: from: start"),
      .required(
        "to", .filled, "The column of the last day.",
        help: "name the column of the last day: to: expiry"),
      .optional(
        "blank_to", .word(Interval.Blank.self), "What a blank last day is; unknown if left out."),
      .optional(
        "reversed", .word(Interval.Reversed.self),
        "What a row is that ends before it begins; an error if left out."),
    ])

  static let validity = Shape(
    "validity", "The columns that say from when to when a row is the one of its key.",
    [
      .required(
        "from", .filled, "The column of the first day.",
        help: "name the column of the first day: from: valid_from"),
      .optional(
        "until", .text, "The column of the last day; without it each holds until the next."),
    ])

  static let reference = Shape(
    "reference", "A dataset that rows point to.",
    [
      .required(
        "to", .filled, "The dataset pointed to.", help: "name the dataset pointed to: to: suppliers"
      ),
      .required(
        "by", .filled, "The column with its key.",
        help: "name the column that holds the key: by: supplier_id"),
    ])
}
