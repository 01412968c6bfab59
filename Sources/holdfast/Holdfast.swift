import ArgumentParser
import HoldfastPluginHost
import Tabular

/// The command line.
@main
struct Holdfast: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holdfast",
    abstract: "Holds an institution's data to its public commitments.",
    discussion: """
      Commitments stand in packs (YAML), the institution and its files in institution.yaml.
      Every commitment passes, fails, or cannot be told from the data.

      Examples:
        holdfast check examples/northgate-hospital/pack.yaml --data examples/northgate-hospital
        holdfast lint my-pack.yaml

      Exit codes: 0 every blocking commitment passed, 1 one failed, 2 one cannot be told or
      nothing was evaluated, 3 something could not be evaluated, 64 wrong use of the command line.
      """,
    version: version,
    subcommands: [
      Init.self, Check.self, GateCommand.self, Waive.self, UpcomingCommand.self,
      ExplainCommand.self,
      DiffCommand.self,
      LogCommand.self, AuditCommand.self, VerifyCommand.self, SampleCommand.self, Keygen.self,
      Unknowns.self, Plan.self,
      TallyCommand.self, Merge.self,
      Lint.self,
      TestCommand.self, PacksCommand.self, ListCheckers.self, PluginsCommand.self,
      SchemaCommand.self, Functions.self,
      Eval.self,
    ])

  static let version = "0.1.0"

  static func main() {
    // A plugin is started by this program itself, which confines it first and becomes it then.
    let words = CommandLine.arguments.dropFirst()
    if words.first == "__exec-plugin" { PluginLauncher.enter(Array(words.dropFirst())) }
    Surroundings.ignoreBrokenPipes()
    Surroundings.ignoreFileLimits()
    if let unknown = UnknownCommand(words) { exit(withError: ValidationError(unknown.message)) }
    main(nil)
  }
}
