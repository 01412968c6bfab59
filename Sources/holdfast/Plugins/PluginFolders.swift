import Diagnostics
import HoldfastLoader
import HoldfastModel
import HoldfastPluginHost
import Tabular

/// Plugins in the folders that somebody named: those with a plugin.yaml, or with such folders in
/// them. They are looked for nowhere else.
struct PluginFolders {
  /// The plugins that may be started.
  private(set) var manifests: [PluginManifest] = []
  /// What keeps others from it.
  private(set) var problems: [Diagnostic] = []

  init(_ paths: [String]) {
    for path in paths {
      do throws(Diagnostic) {
        let folders = try PackFolder.below(path.withoutSlash, with: PluginManifest.fileName)
        for folder in folders { try take(folder.path) }
      } catch {
        problems.append(error)
      }
    }
  }

  private mutating func take(_ folder: String) throws(Diagnostic) {
    let source = try Inputs.source("\(folder)/\(PluginManifest.fileName)")
    let loaded = PluginManifestLoader().load(source, in: folder)
    problems += loaded.diagnostics
    guard let manifest = loaded.value, loaded.diagnostics.isEmpty else { return }
    let found = manifest.problems()
    problems += found
    if let twin = manifests.first(where: { $0.name.value == manifest.name.value }) {
      problems.append(
        Diagnostic(
          "two plugins are called '\(manifest.name.value)', the other is in \(twin.folder)",
          at: manifest.name.span, help: "name each plugin once"))
      return
    }
    if found.isEmpty { manifests.append(manifest) }
  }
}
