import HoldfastModel

/// What a commitment is made of: parts, a baseline, and the keys that are a checker's own.
extension Shape {
  /// The word for a part whose rows count whatever their day.
  static let anyTime = "all"
  /// The word for the time before the commitment's own.
  static let previous = "previous"

  static let part = Shape(
    "part", "A number of its own; what it does not say is said by its commitment.",
    [
      .optional(
        "check", .text, "How it is evaluated; a total where there is a measure, else a count."),
      .optional("of", .text, "The dataset whose rows it counts."),
    ] + rows + [
      .optional("per", .text, "The text column of the groups."),
      .optional("period", .period(anyTime), "The time whose rows count; all for any."),
    ])

  static let baseline = Shape(
    "baseline", "The same promise over another time, dataset or other rows, or a known number.",
    [
      .optional("value", .like(.quantity), "A number that is known from elsewhere: £12.5m."),
      .optional("date", .date, "The day that the number is of."),
      .optional("of", .text, "Another dataset with columns of the same names."),
      .optional("measure", .expression, "Another number to add up."),
      .optional("where", .expression, "Other rows that keep the promise."),
      .optional("among", .expression, "Other rows that it speaks about."),
      .optional("period", .period(previous), "Another time; previous is the year before."),
    ])

  static let member = Shape(
    "member", "What a commitment counts for.",
    [
      .optional("weight", .like(.quantity), "What a pass counts for; 1 if left out."),
      .optional(
        "points", .like(.quantity), "The points that the share `full_at` earns.",
        beside: .key(
          "full_at", help: "write { points: 6, full_at: 50% }, or weight: for a plain pass")),
      .optional("full_at", .like(.percent), "The share that earns all points."),
    ])
}

extension Key {
  /// The keys that are a checker's own.
  static func own(of declaration: CheckerDeclaration) -> [Key] {
    declaration.options.map { option in
      Key(name: option.name, kind: option.kind.kind, want: .optional, means: option.sentence)
        .wanted(option.want)
    }
      + declaration.partNames.map { part in
        Key(name: part.name, kind: .mapping(.part), want: .optional, means: sentence(part.means))
          .wanted(part.want)
      } + (declaration.outside.map(outside) ?? [])
  }

  /// The keys that a checker of a plugin may take.
  static let outside: [Key] = [
    .optional("with", .anything, "Its parameters, as the plugin declares them."),
    .optional("columns", .table(of: .expression), "The columns that it is sent, by their roles."),
  ]

  /// The keys of what stands outside the program.
  private static func outside(_ declaration: OutsideDeclaration) -> [Key] {
    let hasColumns = !declaration.roles.isEmpty || declaration.failure != nil
    return hasColumns ? outside : Array(outside.prefix(1))
  }

  /// The same key, wanted as much as a checker wants it, and missed by the checker's own words.
  func wanted(_ want: CheckerDeclaration.Want?) -> Key {
    var result = self
    if want == .required { result.want = .told }
    return result
  }

  /// What declarations say in the middle of a sentence, as a sentence.
  static func sentence(_ text: String) -> String {
    guard let first = text.first, first != "`" else { return text }
    return first.uppercased() + text.dropFirst() + "."
  }
}

extension CheckerOption {
  fileprivate var sentence: String { Key.sentence(means) }
}

extension CheckerOption.Kind {
  /// The kind as shapes say it.
  fileprivate var kind: Kind {
    switch self {
    case .word(let words): .words(WordList(words))
    case .text: .filled
    case .integer(let range): .integer(range)
    case .percent: .like(.percent)
    case .items:
      .anyOf([.texts(atLeast: 1), .table(nil, .texts(atLeast: 1), atLeast: 1)])
    case .members:
      .anyOf([.list(.text, 1...Int.max), .table(nil, .mapping(.member), atLeast: 1)])
    case .number: .expression
    }
  }
}
