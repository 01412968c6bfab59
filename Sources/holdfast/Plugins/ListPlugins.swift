import ArgumentParser
import Tabular

/// `holdfast plugins list`
struct ListPlugins: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List plugins, without starting any.")

  @OptionGroup var options: PluginOptions

  func run() throws {
    let found = PluginFolders(options.folders)
    complain(found.problems)
    for plugin in found.manifests {
      try Surroundings.writeOutput(
        "\(plugin.name.value) \(plugin.version) (\(plugin.folder)), \(plugin.files.count) file(s) "
          + "as pinned\n")
    }
    if !found.problems.isEmpty { throw ExitCode.notEvaluated }
  }
}
