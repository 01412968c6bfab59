import HoldfastModel

/// The file that says what an award would add.
extension Shape {
  static let proposal = Shape(
    "proposal", "An award that is to be made, for holdfast gate.",
    [
      .required(
        "proposal", .name(.identifier("a proposal's name")), "The proposal's name.",
        help: "give it a name: proposal: laundry-2025"),
      .optional("title", .filled, "What is to be bought."),
      .required(
        "stage", .word(Proposal.Stage.self), "How far the award has come.",
        help: "say how far it has come: stage: award"),
      .optional(
        "value", .like(.quantity),
        "What the award is worth over all of its years, in the institution's currency."),
      .optional(
        "base", .word(Proposal.Base.self),
        "What the award is added to: the period of each commitment (period, the usual), or the "
          + "last twelve complete months (last_12_months), or the running year to its end with the rows "
          + "that the data has for days to come (forecast)."),
      .optional(
        "replaces", proposedRows,
        "Rows of the base that would fall away, by dataset: one for each sum."),
      .optional(
        "alternatives", .list(of: .alternative, atLeast: 1), "The alternatives, side by side."),
    ] + content)

  static let alternative = Shape(
    "alternative", "One way to make the award.",
    [
      .required(
        "id", .name(.identifier("an alternative's name")), "Its name within the proposal.",
        help: "give it a name: id: bid-a"),
      .optional("title", .filled, "What it is."),
      .optional("value", .like(.quantity), "What it is worth over all of its years."),
    ] + content)

  /// What an award is made of.
  private static let content: [Key] = [
    .optional("supplier", .filled, "Who would get it: the supplier's key."),
    .optional("new", proposedRows, "New rows of datasets that others point to, such as suppliers."),
    .optional("rows", proposedRows, "The rows that it adds, by dataset."),
    .optional("lots", .list(of: .lot), "Its parts, which are judged together."),
  ]

  static let lot = Shape(
    "lot", "A part of an award.",
    [
      .optional("id", .filled, "Its name."),
      .optional(
        "year", .integer(1...50), "The year of the award that its rows fall in; 1 if left out."),
      .optional("supplier", .filled, "Who would get it."),
      .optional("value", .like(.quantity), "What it is worth."),
      .required(
        "rows", proposedRows, "The rows that it adds, by dataset.",
        help: "add rows: and below it the dataset, such as spend:"),
    ])

  /// Rows by dataset, each a table of cells by column.
  private static let proposedRows = Kind.table(of: .list(.table(of: .cell), 0...Int.max))
}
