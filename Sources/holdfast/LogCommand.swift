public import ArgumentParser
import Diagnostics
public import HoldfastEvidence
import Tabular

/// `holdfast log`
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show from a log what each commitment came to, run by run.",
    discussion: """
      The log is written by holdfast check --log FILE. It is checked before anything is shown of it.

      Examples:
        holdfast log --log runs.log
        holdfast log --log runs.log --only CLE-1 --format markdown
      """)

  @Option(help: "The log.")
  var log: String

  @Option(help: "A commitment, as CLE-1, cleveland/CLE-1 or with its group; may be repeated.")
  var only: [String] = []

  @Option(help: "How many days that runs speak about are shown, the last ones.")
  var last = 12

  @Option(help: "terminal, markdown or html.")
  var format = TrendFormat.terminal

  func validate() throws {
    guard last > 0 else { throw ValidationError("--last takes a number above zero.") }
  }

  func run() throws {
    do throws(Diagnostic) {
      let check = try LogCheck(log)
      guard check.problems.isEmpty else {
        complain(check.problems)
        throw Diagnostic(
          .error, "nothing is shown of a log that is not whole", at: .file(log),
          help: "holdfast verify --log \(log) says how far it can be trusted")
      }
      let trend = LogTrend(check.records, named: only, last: last)
      try Surroundings.writeOutput(format.render(trend))
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }
}

extension TrendFormat: ExpressibleByArgument {}
