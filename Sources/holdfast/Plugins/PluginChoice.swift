import ArgumentParser
import Diagnostics
import HoldfastCheckers
import HoldfastModel
import HoldfastPluginHost
import Tabular

/// The plugins that a command may ask.
struct PluginChoice: ParsableArguments {
  @Option(
    help: """
      A folder with plugin.yaml, or that holds such folders: packs may name the checkers of these \
      plugins. May be repeated.
      """)
  var plugins: [String] = []

  @Flag(help: "Start plugins also where nothing can confine them.")
  var allowUnsandboxedPlugins = false

  /// The plugins, started once to hear which checkers they have.
  func loaded() -> LoadedPlugins {
    guard !plugins.isEmpty else { return LoadedPlugins() }
    return LoadedPlugins(PluginFolders(plugins), allowNone: allowUnsandboxedPlugins)
  }
}

/// Plugins that packs may name.
struct LoadedPlugins {
  /// What the engine asks.
  private(set) var checkers = OutsideCheckers.none
  /// What keeps the plugins from being started at all.
  private(set) var problems: [Diagnostic] = []
  /// Each of them, asked or not.
  private(set) var all: [PluginUse] = []
  private var folders: [String] = []

  /// No plugins.
  init() {}

  /// Those of some folders. A plugin that does not say which checkers it has is no problem of the
  /// run: the commitments that name it are errors.
  init(_ found: PluginFolders, allowNone: Bool) {
    problems = found.problems
    guard problems.isEmpty, !found.manifests.isEmpty else { return }
    do throws(Diagnostic) {
      let level = try SandboxLevel.choose(allowNone: allowNone)
      start(found.manifests, PluginHost(level: level, version: Holdfast.version))
      all = found.manifests.map { PluginUse($0, level) }
    } catch {
      problems.append(error)
    }
    folders = found.manifests.map(\.folder)
  }

  private mutating func start(_ manifests: [PluginManifest], _ host: PluginHost) {
    var all: [any OutsideChecker] = []
    var failures: [String: Diagnostic] = [:]
    for manifest in manifests {
      do throws(Diagnostic) { all += try host.checkers(of: manifest) } catch {
        failures[manifest.name.value] = error
      }
    }
    checkers = OutsideCheckers(all, failures: failures)
  }

  /// The plugins that some packs name, for the report.
  func uses(of packs: [Pack]) -> [PluginUse] {
    let named = Set(
      packs.flatMap(\.commitments).compactMap { $0.outside?.declaration.plugin })
    return all.filter { named.contains($0.name) }.sorted { $0.name < $1.name }
  }

  /// Refuses plugins that lie in a data folder: data comes from strangers, and may bring no program.
  func strays(in folder: String) -> [Diagnostic] {
    guard let data = Files.realPath(folder) else { return [] }
    return folders.compactMap { plugin in
      guard let place = Files.realPath(plugin), (place + "/").hasPrefix(data + "/") else {
        return nil
      }
      return Diagnostic(
        .error, "the plugin in '\(plugin)' lies in the data folder", at: .file(plugin),
        help: "keep plugins beside the packs: data may bring no program along")
    }
  }
}

extension PluginUse {
  fileprivate init(_ manifest: PluginManifest, _ level: SandboxLevel) {
    self.init(
      name: manifest.name.value, version: manifest.version, digest: manifest.digest,
      confinement: level.words, isConfined: level != .none)
  }
}
