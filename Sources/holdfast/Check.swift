import ArgumentParser
import Diagnostics
import Exact
import HoldfastEngine
import HoldfastLoader
import HoldfastModel
import HoldfastReports
import Tabular

/// `holdfast check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Evaluate commitments over an institution's data.",
    discussion: """
      Examples:
        holdfast check pack.yaml --data northgate
        holdfast check pack.yaml --data northgate --as-of 2025-04-30 --report junit=out.xml
        holdfast check pack.yaml --data northgate --only CLE-1 --report json
        holdfast check pack.yaml --data northgate --tallies northgate.tally
        holdfast check pack.yaml --data northgate --cache ~/.cache/holdfast
      """)

  @OptionGroup var options: RunOptions

  @Option(help: "FORMAT or FORMAT=FILE: terminal, json or junit; may be repeated.")
  var report: [ReportOption] = []

  @Option(help: "Take numbers from this tally, and read no rows of the datasets that it holds.")
  var tallies: String?

  @OptionGroup var cache: CacheOptions

  @Flag(help: "Write times as 0, so that equal inputs give equal bytes.")
  var reproducible = false

  func validate() throws {
    try ReportOption.check(report)
  }

  func run() throws {
    let start = Surroundings.steadyMilliseconds()
    var code = ExitCode.notEvaluated.rawValue
    do throws(DiagnosticList) {
      var (request, rows) = try options.request(
        started: Today.text(reproducible ? 0 : Surroundings.secondsSince1970()))
      defer { rows.remove() }
      request.cache = cache.settings
      if let tallies {
        let bytes = try Inputs.tally(tallies)
        do throws(Diagnostic) { try request.take(tallies: bytes, of: tallies) } catch {
          throw DiagnosticList([error])
        }
      }
      var result = try Engine(request).run()
      if !reproducible {
        result.run.milliseconds = Int(Surroundings.steadyMilliseconds() - start)
      }
      try write(result)
      code = result.exitCode
    } catch {
      complain(error.items)
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// Every file that the run was made from.
  private func inputs(_ result: Report) -> [String] {
    options.written + [tallies].compactMap { $0 }
      + [result.corrections?.file].compactMap { $0 }.map { "\(options.folder)/\($0)" }
      + result.datasets.flatMap(\.files).map { "\(options.folder)/\($0.path)" }
  }

  /// Renders every report before it writes the first, so that a failure leaves nothing half done.
  private func write(_ result: Report) throws(DiagnosticList) {
    let wanted = report.isEmpty ? [ReportOption(format: "terminal")] : report
    var outputs: [(option: ReportOption, text: String)] = []
    for option in wanted {
      var text = ""
      let isTerminal = option.format == "terminal" && option.file == nil
      let reporter: (any Reporter)? =
        isTerminal
        ? TerminalReporter(isColoured: Surroundings.mayColourOutput)
        : Reporters.named(option.format)
      reporter?.render(result, to: &text)
      outputs.append((option, text))
    }
    do throws(Diagnostic) {
      try OutputGuard(inputs: inputs(result)).check(outputs.compactMap(\.option.file))
      try Files.writeAll(
        outputs.compactMap { option, text in option.file.map { ($0, Array(text.utf8)) } })
      for (option, text) in outputs where option.file == nil {
        try Surroundings.writeOutput(text)
      }
    } catch {
      throw DiagnosticList([error])
    }
  }
}
