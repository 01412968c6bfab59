import HoldfastModel

/// What people say to findings: exceptions and answers.
extension Shape {
  static let waivers = Shape(
    "waivers", "An institution's dated exceptions from commitments.",
    [.optional("waivers", .list(of: .waiver), "The exceptions.")])

  static let waiver = Shape(
    "waiver",
    "A dated exception: until a day a commitment may be missed, since somebody approved that.",
    findingKeys(of: "the waiver") + [
      .required(
        "reason", .filled, "Why it may be missed.",
        help: "say why: reason: the new contract starts in September"),
      .required(
        "approver", .filled, "The person who approved it.",
        help: "name the person who approved it: approver: A. Person"),
      .required(
        "owner", .filled, "The person who answers for it, another than the approver.",
        help: "name the person who answers for it: owner: B. Person"),
      .required(
        "issued", .date, "The first day on which it holds.",
        help: "name the first day on which it holds: issued: 2025-04-01"),
      .required(
        "expires", .date, "The last day on which it holds, at most 366 days after issued.",
        help: "name the last day on which it holds: expires: 2025-09-30"),
    ])

  static let responses = Shape(
    "responses", "What parties answer to findings.",
    [.optional("responses", .list(of: .response), "The answers.")])

  static let response = Shape(
    "response", "A party's answer to a finding, shown beside it; it changes no verdict.",
    findingKeys(of: "the response") + [
      .required(
        "party", .filled, "Who answers: an institution, a department, a supplier.",
        help: "say who answers: party: Estates"),
      .optional("by", .filled, "The person who wrote it."),
      .required(
        "answered", .date, "The day of the answer.",
        help: "name the day of the answer: answered: 2025-05-12"),
      .required("says", .filled, "The answer.", help: "write the answer: says: ..."),
      .optional("document", .filled, "Where more can be read: a path or an address."),
    ])

  private static func findingKeys(of what: String) -> [Key] {
    [
      .required(
        "commitment", .like(.findingName),
        "The pack and the commitment: cleveland/CLE-1, or with a group cleveland/CLE-1[Estates].",
        help: "name the pack and the commitment: commitment: cleveland/CLE-1"),
      .optional("group", .filled, "The group that \(what) is of; without one it is of all."),
    ]
  }
}
