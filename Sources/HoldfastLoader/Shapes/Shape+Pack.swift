import HoldfastModel

/// What a file `pack.yaml` says, but for its commitments.
extension Shape {
  static let pack = Shape(
    "pack", "The promises of one source.",
    [
      .required(
        "pack", .name(.identifier("a pack's name")), "The pack's name, unique in a run.",
        help: "name the pack: pack: cleveland"),
      .optional("title", .text, "What readers know it by."),
      .required("version", .filled, "The pack's version: 1.0.0."),
      .optional("effective", .date, "The first day on which the pack holds."),
      .optional("until", .date, "The last day on which the pack holds."),
      .optional("purpose", .text, "What the promises are for, for readers."),
      .optional(
        "sources", .table(of: .mapping(.source)),
        "The documents that commitments are taken from, by the names they are cited by."),
      .optional(
        "needs", .table(of: .table(of: .mapping(.need))),
        "What an institution must map for the pack to run: dataset, column, type. A dot leads into "
          + "a reference."),
      .optional(
        "parameters", .table(.variable("a parameter's name"), of: .mapping(.parameter)),
        "Values that others may supply; expressions read them as params.NAME."),
      .optional(
        "definitions", .table(.variable("a definition's name"), of: .expression),
        "Expressions by name, which commitments share."),
      .optional("context", .anything, "Figures that are no promises; they are not evaluated."),
      .optional(
        "extends", .anyOf([.text, .mapping(.extended)]),
        "The pack that this one is written over: the path from this file's folder."),
      .told(
        "commitments", .list(of: .commitment, atLeast: 1),
        "The promises; only a pack that extends another may do without."),
    ])

  static let source = Shape(
    "source", "A document that commitments are taken from.",
    [
      .required("title", .filled, "What the document is called."),
      .optional("locator", .text, "Where in it, or where it is to be found."),
    ])

  static let need = Shape(
    "need", "A column that an institution must map.",
    [
      .optional("type", .word(ColumnType.self), "What the column holds; text if left out."),
      .optional("basis", .texts, "Which amounts will do: net or gross of tax."),
      .optional("means", .text, "Which of several columns is meant, for who maps it."),
    ])

  static let parameter = Shape(
    "parameter", "A value that others may supply.",
    [
      .required(
        "type", .word(Parameter.Kind.self), "What kind of value it is.",
        help: "say which: type: percent"),
      .optional("default", .text, "The value where nobody supplies another."),
      .optional("means", .text, "What the value decides."),
    ])

  static let extended = Shape(
    "extended", "The pack that this one is written over.",
    [
      .required(
        "pack", .filled, "The path from this file's folder.", help: "name it: pack: ../cleveland"),
      .optional("loosens", .text, "Why a parameter or definition of the same name is another."),
    ])
}
