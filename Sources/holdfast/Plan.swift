import ArgumentParser
import Diagnostics
import HoldfastEngine
import HoldfastModel
import HoldfastReports
import Tabular

/// `holdfast plan`
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what a run would count, and which commitments share it.",
    discussion: """
      Everything that can change a number has a part in its digest: tallies can be put together, and
      stand in for data, where digests are equal.

      Examples:
        holdfast plan pack.yaml --data northgate
        holdfast plan pack.yaml --data northgate --format json
      """)

  /// How a plan is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var options: RunOptions

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    do throws(DiagnosticList) {
      let request = try options.request(started: "", runsCommands: false).0
      complain(request.run.warnings)
      let plan = try Engine(request).plan()
      let text = format == .json ? PlanJSON().text(plan) : PlanText().text(plan)
      do throws(Diagnostic) { try Surroundings.writeOutput(text) } catch {
        throw DiagnosticList([error])
      }
    } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
  }
}
