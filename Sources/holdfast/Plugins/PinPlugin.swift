import ArgumentParser
import Diagnostics
import HoldfastModel
import HoldfastPluginHost
import Tabular

/// `holdfast plugins pin`
struct PinPlugin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: "Print the digests of a plugin's files, as plugin.yaml has them under files.")

  @Argument(help: "The folder of the plugin.")
  var folder: String

  func run() throws {
    do throws(Diagnostic) {
      let pins = try PluginPins.compute(folder.withoutSlash)
      let lines = pins.map { "  \"\($0.path)\": \($0.sha256)\n" }.joined()
      try Surroundings.writeOutput("files:\n\(lines)")
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }
}
