import HoldfastModel

/// What describes a plugin.
extension Shape {
  static let plugin = Shape(
    "plugin", "A checker outside the program: its program, and the digests of its files.",
    [
      .required(
        "name", .filled, "The word before the stroke in `check: plugin/checker`.",
        help: "give it a name: name: duplicate-suppliers"),
      .required("version", .filled, "Its version, which reports print."),
      .required(
        "protocol", .filled, "The protocol that it speaks.",
        help: "write protocol: \(PluginManifest.protocolName)"),
      .required(
        "command", .texts(atLeast: 1), "The program and its arguments, without a shell.",
        help: "write for example command: [python3, -BES, plugin.py]"),
      .required(
        "files", .table(of: .like(.digest)), "Each of its files, with its SHA-256 digest.",
        help: "let holdfast plugins pin FOLDER write it"),
      .optional(
        "starts_processes", .bool, "Whether it may start processes; without it, it cannot."),
      .optional(
        "memory", .integer(16 << 20...1 << 40),
        "Bytes of address space that it may have; 4 GiB if left out."),
      .optional("tests", .text, "The folder of recorded dialogues."),
    ])
}
