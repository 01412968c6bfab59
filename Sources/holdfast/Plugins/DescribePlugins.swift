import ArgumentParser
import Diagnostics
import HoldfastModel
import HoldfastPluginHost
import Tabular

/// `holdfast plugins describe`
struct DescribePlugins: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: "Start plugins, and print what checkers they bring.")

  @OptionGroup var options: PluginOptions

  @Flag(help: "Start plugins also where nothing can confine them.")
  var allowUnsandboxedPlugins = false

  func run() throws {
    let found = PluginFolders(options.folders)
    var problems = found.problems
    do throws(Diagnostic) {
      let level = try SandboxLevel.choose(allowNone: allowUnsandboxedPlugins)
      let host = PluginHost(level: level, version: Holdfast.version)
      for plugin in found.manifests {
        switch Result(catching: { () throws(PluginFailure) in try host.describe(plugin) }) {
        case .success(let checkers):
          try Surroundings.writeOutput(Self.text(plugin, checkers, level))
        case .failure(let failure):
          problems.append(failure.diagnostic(at: .file(plugin.folder)))
        }
      }
    } catch {
      problems.append(error)
    }
    complain(problems)
    if !problems.isEmpty { throw ExitCode.notEvaluated }
  }

  private static func text(
    _ plugin: PluginManifest, _ checkers: [PluginChecker], _ level: SandboxLevel
  ) -> String {
    var text = "\(plugin.name.value) \(plugin.version), confined by \(level.words)\n"
    for checker in checkers {
      text += "  \(checker.keyword): \(checker.summary) (\(checker.mode.rawValue))\n"
      for parameter in checker.parameters.properties {
        text += "    with \(parameter.name): \(parameter.summary ?? parameter.kind)\n"
      }
      for column in checker.columns {
        let want = column.isNullable ? ", may be left out" : ""
        text += "    column \(column.role) (\(column.type.rawValue)\(want)): \(column.means)\n"
      }
    }
    return text
  }
}
