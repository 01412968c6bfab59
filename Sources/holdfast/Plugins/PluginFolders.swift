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

  /// - Parameter isRecording: Whether recorded dialogues, and they alone, may be others than those
  ///   that were pinned.
  init(_ paths: [String], isRecording: Bool = false) {
    for path in paths {
      do throws(Diagnostic) {
        let folders = try PackFolder.below(path.withoutSlash, with: PluginManifest.fileName)
        for folder in folders { try take(folder.path, isRecording) }
      } catch {
        problems.append(error)
      }
    }
  }

  private mutating func take(_ folder: String, _ isRecording: Bool) throws(Diagnostic) {
    let source = try Inputs.source("\(folder)/\(PluginManifest.fileName)")
    let loaded = PluginManifestLoader().load(source, in: folder)
    problems += loaded.diagnostics
    guard var manifest = loaded.value, loaded.diagnostics.isEmpty else { return }
    if isRecording { try Self.pinRecordings(of: &manifest) }
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

  /// Puts the digests of the recorded dialogues as they are now in place of those in the manifest.
  private static func pinRecordings(of manifest: inout PluginManifest) throws(Diagnostic) {
    let span = manifest.name.span
    manifest.files.removeAll { $0.value.path.hasSuffix(Recording.ending) }
    manifest.files += try PluginPins.compute(manifest.folder)
      .filter { $0.path.hasSuffix(Recording.ending) }.map { Located($0, at: span) }
  }
}
