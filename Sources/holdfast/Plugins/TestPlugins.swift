import ArgumentParser
import Diagnostics
import HoldfastModel
import HoldfastPluginHost
import Tabular

/// `holdfast plugins test`
struct TestPlugins: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Hold plugins against their recorded dialogues.",
    discussion: """
      A recorded dialogue is a file NAME.dialogue.jsonl of the plugin, pinned like all others. The
      plugin has to answer as recorded, the same each time; and the rows of each dialogue have to
      come to the same in any batches and, if the checker is mergeable, however they are split.

      Examples:
        holdfast plugins test Plugins
        holdfast plugins test Plugins/local-multiplier --splits 200
        holdfast plugins test my-plugin --record

      Exit codes: 0 all held, 1 something did not, 3 something could not be tested.
      """)

  @OptionGroup var options: PluginOptions

  @Flag(help: "Write the replies that come now to the dialogues, and pin these.")
  var record = false

  @Option(help: "How often each dialogue is gone through.")
  var repeats = 3

  @Option(help: "How many ways to split the rows of a dialogue are tried.")
  var splits = 20

  @Flag(help: "Start plugins also where nothing can confine them.")
  var allowUnsandboxedPlugins = false

  func validate() throws {
    guard (1...1000).contains(repeats), (1...10_000).contains(splits) else {
      throw ValidationError("--repeats takes 1 to 1000, --splits 1 to 10000")
    }
  }

  func run() throws {
    let found = PluginFolders(options.folders, isRecording: record)
    var (problems, isBroken) = (found.problems, false)
    do throws(Diagnostic) {
      let level = try SandboxLevel.choose(allowNone: allowUnsandboxedPlugins)
      let host = PluginHost(level: level, version: Holdfast.version)
      for plugin in found.manifests {
        let trial = PluginTrial(plugin, in: host, repeats: repeats, splits: splits)
        let tested = TestedPlugin(plugin, trial, isRecording: record)
        problems += tested.problems
        complain(tested.broken)
        isBroken = isBroken || !tested.broken.isEmpty
        try Surroundings.writeOutput(tested.text)
      }
    } catch {
      problems.append(error)
    }
    complain(problems)
    if !problems.isEmpty { throw ExitCode.notEvaluated }
    if isBroken { throw ExitCode(1) }
  }
}
