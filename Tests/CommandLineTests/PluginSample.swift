import Foundation
import Testing

/// The sample institution, a folder of a plugin, and a pack that asks it beside a checker that is
/// built in.
struct PluginSample {
  /// The folder of the repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  let workdir: Workdir

  /// A sample whose plugin is those Python files of a folder of the repository that are named; all
  /// where none is.
  init(
    _ name: String, command: [String], from folder: String, only files: [String] = [],
    keys: String
  ) throws {
    try self.init(keys: keys)
    let source = Self.repository.appending(path: folder)
    for file in try FileManager.default.contentsOfDirectory(atPath: source.path())
    where file.hasSuffix(".py") && (files.isEmpty || files.contains(file)) {
      let text = try String(contentsOf: source.appending(path: file), encoding: .utf8)
      try workdir.write("plugin/\(file)", text)
    }
    try pin(name, command)
  }

  /// A sample whose plugin is a script over the SDK.
  init(_ script: String, keys: String) throws {
    try self.init(keys: keys)
    let kit = Self.repository.appending(path: "Plugins/python/holdfast_plugin.py")
    try workdir.write("plugin/holdfast_plugin.py", String(contentsOf: kit, encoding: .utf8))
    try workdir.write("plugin/plugin.py", script)
    try pin("echo", ["python3", "-BES", "plugin.py"])
  }

  private init(keys: String) throws {
    workdir = try Workdir()
    for (file, text) in Sample().files { try workdir.write(file, text) }
    try workdir.write("pack.yaml", Self.pack(keys))
  }

  /// Writes the manifest, with the digests of the files as they are.
  func pin(_ name: String, _ command: [String]) throws {
    let pins = try workdir.run("plugins", "pin", "plugin")
    #expect(pins.exit == 0, "\(pins.text)")
    let words = command.map { "\"\($0)\"" }.joined(separator: ", ")
    try workdir.write(
      "plugin/plugin.yaml",
      "name: \(name)\nversion: 1.0.0\nprotocol: holdfast-plugin/1\ncommand: [\(words)]\n" + pins.out
    )
  }

  static func pack(_ keys: String) -> String {
    """
    pack: asked
    title: What a plugin is asked
    version: 1.0.0
    commitments:
      - { id: M, title: A plugin measures it, of: spend, period: fiscal_year, \(keys) }
      - { id: OK, title: It is counted here, of: spend, check: total, measure: amount,
          period: fiscal_year, target: ">= £700" }

    """
  }

  func check(_ more: String...) throws -> Outcome { try check(more) }

  func check(_ more: [String]) throws -> Outcome {
    try workdir.run(
      ["check", "pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--plugins", "plugin"]
        + more)
  }
}
