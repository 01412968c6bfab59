import HoldfastModel

/// The files beside packs and data.
extension Shape {
  static let tests = Shape(
    "tests", "What a pack's commitments should come to on small data of its own.",
    [.told("tests", .list(of: .test, atLeast: 1), "The tests.")])

  static let test = Shape(
    "test", "Some data, and what commitments should come to on it.",
    [
      .required(
        "name", .filled, "What the data is like.",
        help: "say what the data is like: every promise kept"),
      .required(
        "data", .texts(atLeast: 1),
        "The folder with institution.yaml, below that of this file; or those of institutions that "
          + "hold promises together.",
        help: "name the folder with institution.yaml"),
      .required(
        "as_of", .date, "The day to judge for.",
        help: "name the day to judge for: as_of: 2025-06-30"
      ),
      .optional("parameters", .text, "A parameters file, for templates."),
      .told(
        "expect", .table(nil, .word(Verdict.self), atLeast: 1), "The verdict of each commitment."),
    ])

  static let evidence = Shape(
    "evidence", "An institution's attestations.",
    [.optional("evidence", .list(of: .attestation), "The attestations.")])

  static let attestation = Shape(
    "attestation", "Evidence that something exists: a document, with who stands behind it.",
    [
      .required("id", .filled, "Its name.", help: "give it a name: id: mission-2024"),
      .required(
        "claim", .filled, "What it is evidence of: commitments ask for it by this name.",
        help: "say what it is evidence of: claim: anchor_mission"),
      .optional("document", .text, "The path of the document below the data folder."),
      .optional("sha256", .like(.digest), "The 64 digits that sha256sum prints for the document."),
      .optional("issuer", .text, "Who issued it."),
      .optional("signed_by", .text, "Who signed it."),
      .optional("role", .text, "The role of who signed it."),
      .optional("signed_on", .date, "When it was signed."),
      .optional("valid_until", .date, "The last day on which it holds."),
      .optional("signature", .word(Attestation.Signature.self), "How it was signed."),
      .optional("supersedes", .text, "The attestation that it takes the place of."),
    ])

  static let parameters = Shape(
    "parameters", "What a pack leaves open: values of parameters, and targets of templates.",
    [
      .required(
        "parameters", .filled, "The pack's name.", help: "name the pack: parameters: cleveland"),
      .optional("loosens", .filled, "Why what the pack itself sets is changed."),
      .optional("set", .table(of: .text), "The values, by the names of parameters."),
      .optional("targets", .table(of: .like(.target)), "The targets, by the ids of commitments."),
    ])
}
