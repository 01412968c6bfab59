import ArgumentParser
import Diagnostics
import HoldfastEngine
import HoldfastModel
import HoldfastReports
import Tabular

/// `holdfast upcoming`
struct UpcomingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upcoming",
    abstract: "List what will change on days to come though no row does.",
    discussion: """
      Targets of schedules, waivers and attestations that end, packs that begin or end, misses that \
      begin to count: each with the first day on which it is otherwise.

      Examples:
        holdfast upcoming pack.yaml --data northgate
        holdfast upcoming pack.yaml --data northgate --as-of 2025-04-30 --days 90 --json
      """)

  @OptionGroup var options: RunOptions

  @OptionGroup var beside: BesideOptions

  @Option(help: "How many days ahead to look.")
  var days = Upcoming.horizon

  @Flag(help: "Write the list as JSON.")
  var json = false

  func validate() throws {
    guard (1...36_600).contains(days) else {
      throw ValidationError("--days takes a number from 1 to 36600.")
    }
  }

  func run() throws {
    do throws(DiagnosticList) { try write() } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
  }

  private func write() throws(DiagnosticList) {
    var (request, rows) = try options.request(started: Today.text(0), beside: beside)
    defer { rows.remove() }
    request.horizon = days
    let report = try Engine(request).run()
    let words = UpcomingWords(report: report)
    let lines = words.sentences.map { "\(Diagnostic.printable($0, limit: 4000))\n" }.joined()
    let nothing = "Nothing is to come within \(days) days of \(report.asOf).\n"
    do throws(Diagnostic) {
      try Surroundings.writeOutput(json ? words.document : lines.isEmpty ? nothing : lines)
    } catch {
      throw DiagnosticList([error])
    }
  }
}
