import ArgumentParser
import Diagnostics
import HoldfastModel
import Tabular

/// `holdfast plugins list`
struct ListPlugins: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List plugins, without starting any.")

  @OptionGroup var options: PluginOptions

  func run() throws {
    let found = PluginFolders(options.folders)
    var problems = found.problems
    let lines = found.manifests.map { plugin in
      "\(plugin.name.value) \(plugin.version) (\(plugin.folder)), \(plugin.files.count) file(s) "
        + "as pinned\n"
    }
    do throws(Diagnostic) { try Surroundings.writeOutput(lines.joined()) } catch {
      problems.append(error)
    }
    complain(problems)
    if !problems.isEmpty { throw ExitCode.notEvaluated }
  }
}
