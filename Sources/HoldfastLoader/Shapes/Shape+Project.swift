import HoldfastModel

/// What a project says, so that commands need no options.
extension Shape {
  static let project = Shape(
    "project", "What holdfast takes where the command line does not say it.",
    [
      .optional("packs", .texts, "The packs: files, or folders with a pack.yaml."),
      .optional("data", .text, "The folder with institution.yaml and the institution's files."),
      .optional(
        "institutions", .texts,
        "Descriptions of institutions, or their folders, where they are not data/institution.yaml."),
      .optional("parameters", .texts, "Files with what packs leave open."),
      .optional("plugins", .texts, "Folders of plugins, or folders that hold such folders."),
      .optional("reports", .texts, "Reports: terminal, or junit=results.xml."),
      .optional("waivers", .text, "The dated exceptions, where they are not data/waivers.yaml."),
      .optional("responses", .text, "Answers to findings, where not data/responses.yaml."),
      .optional("log", .text, "The log that holdfast check appends each run to."),
    ])
}
