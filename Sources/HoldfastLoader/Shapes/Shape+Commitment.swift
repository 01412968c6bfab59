import HoldfastModel

/// What every commitment may say. What only some checkers take is added by `Key.own(of:)`.
extension Shape {
  static let commitment = Shape(
    "commitment", "One promise.", alternatives: [.atMostOne("target", "schedule")],
    named + judged + aimed + consequences)

  private static let named: [Key] = [
    .required("id", .name(.identifier("an id")), "The promise's name within its pack."),
    .required("title", .filled, "The promise in a reader's words."),
    .required(
      "check", .filled, "How it is evaluated: the name of a checker.",
      help: "say how it is evaluated: check: share"),
    .optional("of", .filled, "The dataset whose rows are judged."),
    .optional("tags", .table(of: .cell), "What it is about, by kind of tag; --only takes them."),
    .optional("owner", .text, "Who answers for it."),
    .optional("source", .mapping(.citation), "Where the promise comes from."),
  ]

  /// What is said of rows, in parts too.
  static let rows: [Key] = [
    .optional("measure", .expression, "The number to add up; without it rows are counted."),
    .optional("where", .expression, "Which rows keep the promise: the numerator."),
    .optional("by", .expression, "What is told apart: a text of each row."),
    .optional(
      "among", .expression, "Which rows the promise speaks about: the denominator."),
    .optional(
      "missing", .word(MissingRule.self),
      "What an unknown `where` does to a row: it widens the bounds (unknown), is left out and "
        + "counted (exclude), or counts on the side that hurts (worst)."),
    .optional(
      "leave_out", .list(of: .exclusion),
      "Rows that the promise does not speak about, by name and with the reason."),
  ]

  private static let judged: [Key] =
    rows + [
      .optional("per", .text, "A text column: one finding for each of its values."),
      .optional(
        "groups", .texts, "The values of `per` that must be there.", beside: .told("per")),
      .optional("due", .date, "Until this day a miss only reports."),
      .optional(
        "period", .period(),
        "The time whose rows count; without it every row up to the as-of date."),
    ]

  private static let aimed: [Key] = [
    .optional(
      "target", .like(.targetOrRequired),
      "The line to reach: \">= 25%\". The word required leaves it to others to supply."),
    .optional("stretch", .like(.target), "A further line, reported and without weight."),
    .optional(
      "schedule", .list(of: .step, atLeast: 1), "Dated targets, one after the other."),
    .optional(
      "joint", .anyOf([.like(.target), .mapping(.joint)]),
      "A line that several institutions reach together."),
    .optional(
      "score", .mapping(.score), "The points that a share earns, without weight in the verdict."),
  ]

  private static let consequences: [Key] = [
    .optional("may_be_empty", .bool, "Whether no row at all means that it does not apply."),
    .optional("legal_basis", .text, "The law that lets a miss block the gate."),
    .optional(
      "block_when", .expression,
      "Which awards a miss blocks at the gate: a condition over proposal.stage and "
        + "proposal.value; every award if left out.", beside: .key("legal_basis")),
    .optional(
      "enforcement", .anyOf([.word(Enforcement.Level.self), .mapping(.enforcement)]),
      "What a miss does: it stops the run (block), is pointed out (warn) or written down (report)."),
    .optional(
      "baseline", .mapping(.baseline), "What the target is drawn from, or growth starts from."),
    .optional("loosens", .text, "In a pack that extends another: why this may ask less."),
    .optional(
      "counted_once_with", .texts, "Commitments of this pack whose rows do not count here."),
  ]

  static let citation = Shape(
    "citation", "Where a promise comes from.",
    [
      .required(
        "ref", .filled, "The pack's name of the document.",
        help: "name one of the pack's sources: ref: S1"),
      .optional("says", .text, "The words that the promise rests on."),
      .optional("number_from", .word(Citation.NumberFrom.self), "Who set the number."),
      .optional("reading", .text, "How an ambiguous text was read."),
    ])

  static let exclusion = Shape(
    "exclusion", "Rows that a promise does not speak about.",
    [
      .required(
        "id", .name(.identifier("the id of an exclusion")), "The name that reports count it by."),
      .required("when", .expression, "Which rows."),
      .required("because", .filled, "Why.", help: "say why these rows are left out"),
    ])

  static let step = Shape(
    "step", "A target and the day from which it holds.",
    [
      .required("from", .date, "The first day on which the target holds."),
      .required("target", .like(.target), "The line to reach."),
    ])

  static let joint = Shape(
    "joint", "A line that several institutions reach together.",
    alternatives: [.exactlyOne("target", "schedule")],
    [
      .optional("target", .like(.target), "The line to reach together."),
      .optional(
        "schedule", .list(of: .step, atLeast: 1), "Dated targets, one after the other."),
      .optional(
        "institutions", .texts(atLeast: 2),
        "Those that promised it, as their descriptions name them; left out, those of the run."),
    ])

  static let score = Shape(
    "score", "Points that a share earns: all from some share on, and below it in proportion.",
    [
      .required(
        "full_at", .like(.percent), "The share that earns all points.",
        help: "name the share that earns all points: full_at: 50%"),
      .required(
        "points", .like(.quantity), "All points.",
        help: "say how many points there are: points: 6"),
    ])

  static let days = Shape(
    "days", "A time by its days.",
    [.required("from", .date, "The first day."), .required("to", .date, "The last day.")])

  static let enforcement = Shape(
    "enforcement", "What a miss does, in a run and at the gate.",
    [
      .optional("check", .word(Enforcement.Level.self), "What a miss does in `holdfast check`."),
      .optional("gate", .word(Enforcement.Level.self), "What a miss does before an award."),
    ])
}

extension Kind {
  /// A time by its name, one of some further words, or its days.
  static func period(_ words: String...) -> Kind {
    .anyOf([.words(WordList(PeriodRule.names.map(\.key) + words)), .mapping(.days)])
  }
}
