public import Diagnostics
public import HoldfastModel
import YAMLSource

/// Reads what a plugin's folder says of it, from its `plugin.yaml`.
public struct PluginManifestLoader {
  /// A loader.
  public init() {}

  /// Reads a manifest and reports every mistake in it.
  ///
  /// - Parameter folder: The folder that it stands in.
  public func load(_ source: SourceText, in folder: String) -> Loaded<PluginManifest> {
    let problems = Problems()
    do {
      let node = try YAML.parse(source)
      guard var fields = Fields(node, .plugin, "the plugin", problems) else {
        return Loaded(value: nil, diagnostics: problems.items)
      }
      let manifest = manifest(&fields, folder)
      fields.finish()
      return Loaded(value: manifest, diagnostics: problems.items)
    } catch {
      return Loaded(value: nil, diagnostics: error.items)
    }
  }

  private func manifest(_ fields: inout Fields, _ folder: String) -> PluginManifest? {
    let name = fields.text("name")
    let version = fields.text("version")
    let language = fields.text("protocol")
    let command = fields.texts("command") ?? []
    let span = fields.node("command")?.span
    let files = fields.pairs("files").compactMap { path, node -> Located<PluginPin>? in
      guard let digest = node.scalar?.text else { return nil }
      return Located(PluginPin(path.value, sha256: digest), at: path.span)
    }
    _ = fields.text("tests")
    let startsProcesses = fields.bool("starts_processes") ?? false
    let memory = fields.integer("memory")
    guard let name, let version, let language, let span else { return nil }
    var result = PluginManifest(
      name: name, version: version.value, protocolName: language,
      command: Located(command.map(\.value), at: span), files: files, folder: folder)
    result.startsProcesses = startsProcesses
    if let memory { result.memory = memory }
    return result
  }
}
