import ArgumentParser
import Diagnostics
import Exact
import HoldfastEngine
import HoldfastEvidence
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
        holdfast check pack.yaml --data northgate --report terminal --report html=board.html
        holdfast check pack.yaml --data northgate --only CLE-1 --report json
        holdfast check pack.yaml --data northgate --tallies northgate.tally
        holdfast check pack.yaml --data northgate --cache ~/.cache/holdfast
        holdfast check pack.yaml --institution northgate --institution southmoor --report html=m.html
      """)

  @OptionGroup var options: RunOptions

  @Option(
    help: """
      FORMAT or FORMAT=FILE: terminal, html, markdown, csv, json, junit, junit-strict, sarif or \
      github, of several institutions terminal, html, csv, json, junit or junit-strict; may be \
      repeated.
      """)
  var report: [ReportOption] = []

  @Option(help: "Take numbers from this tally, and read no rows of the datasets that it holds.")
  var tallies: String?

  @Option(help: "Append the run to this log, which holdfast log and holdfast verify read.")
  var log: String?

  @Option(help: "Fail only on what got worse since this report, which --report json=FILE wrote.")
  var baseline: String?

  @OptionGroup var cache: CacheOptions

  @OptionGroup var beside: BesideOptions

  @Flag(help: "Write times as 0, so that equal inputs give equal bytes.")
  var reproducible = false

  mutating func validate() throws {
    if report.isEmpty { report = ProjectFile.here.project.reports.compactMap(ReportOption.init) }
    if log == nil { log = ProjectFile.here.project.log }
    let isJoint = options.institution.count > 1
    try ReportOption.check(report, isJoint: isJoint)
    if isJoint, tallies != nil {
      throw ValidationError("--tallies is of one institution; name one with --institution.")
    }
    if isJoint, baseline != nil {
      throw ValidationError("--baseline is of one institution; name one with --institution.")
    }
    if isJoint, beside.exceptions.waivers != nil || beside.responses != nil {
      throw ValidationError(
        "--waivers and --responses are of one institution; of several each has its own beside its "
          + "description.")
    }
  }

  func run() throws {
    let start = Surroundings.steadyMilliseconds()
    var code = ExitCode.notEvaluated.rawValue
    do throws(DiagnosticList) {
      code = options.places.count > 1 ? try runAll(since: start) : try runOne(since: start)
    } catch {
      complain(error.items)
    }
    if code != 0 { throw ExitCode(code) }
  }

  private var started: String {
    Today.text(reproducible ? 0 : Surroundings.secondsSince1970())
  }

  private func runOne(since start: Int64) throws(DiagnosticList) -> Int32 {
    // A report that cannot be read is known before any data is.
    let earlier = try baseline.map { path throws(DiagnosticList) in try Inputs.report(path) }
    var (request, rows) = try options.request(started: started, beside: beside)
    defer { rows.remove() }
    request.cache = cache.settings
    if let tallies {
      let bytes = try Inputs.tally(tallies)
      do throws(Diagnostic) { try request.take(tallies: bytes, of: tallies) } catch {
        throw DiagnosticList([error])
      }
    }
    var result = try Engine(request).run()
    if let earlier {
      do throws(Diagnostic) { result = try earlier.compared(with: result) } catch {
        throw DiagnosticList([error])
      }
    }
    if !reproducible { result.run.milliseconds = Int(Surroundings.steadyMilliseconds() - start) }
    let inputs =
      Self.inputs(result, below: options.folder) + [tallies, log, baseline].compactMap { $0 }
      + beside.written(options.folder)
    let outputs = ReportOutputs(options: report, inputs: options.written + inputs)
    // A result that could not be written down is not given out.
    try append(RunEntries.of(result))
    try outputs.write { option, text in
      let isTerminal = option.format == "terminal" && option.file == nil
      let reporter: (any Reporter)? =
        isTerminal
        ? TerminalReporter(isColoured: Surroundings.mayColourOutput)
        : Reporters.named(option.format)
      reporter?.render(result, to: &text)
    }
    return result.exitCode
  }

  /// Several institutions, each with its own run, and what they promised together.
  private func runAll(since start: Int64) throws(DiagnosticList) -> Int32 {
    var requests: [RunRequest] = []
    var kept: [CommandRows] = []
    defer { for rows in kept { rows.remove() } }
    let plugins = options.plugins.loaded()
    for place in options.places {
      var (request, rows) = try options.request(
        of: place, started: started, beside: beside, asking: plugins)
      request.cache = cache.settings
      requests.append(request)
      kept.append(rows)
    }
    var result = try JointEngine(requests).run()
    if !reproducible {
      result.reports[0].run.milliseconds = Int(Surroundings.steadyMilliseconds() - start)
    }
    let read = zip(options.places, result.reports).flatMap { Self.inputs($1, below: $0.folder) }
    let besides = options.places.flatMap { beside.written($0.folder) }
    let outputs = ReportOutputs(
      options: report, inputs: options.written + read + besides + [log].compactMap { $0 })
    try append(RunEntries.of(result))
    try outputs.write { option, text in
      let isTerminal = option.format == "terminal" && option.file == nil
      let reporter: (any JointReporter)? =
        isTerminal
        ? MatrixReporter(isColoured: Surroundings.mayColourOutput)
        : JointReporters.named(option.format)
      reporter?.render(result, to: &text)
    }
    return result.exitCode
  }

  /// Appends records to the log, where one is wanted.
  private func append(_ entries: [LogEntry]) throws(DiagnosticList) {
    guard let log else { return }
    do throws(Diagnostic) {
      let appended = try EvidenceLog(path: log).append(entries)
      guard let file = appended.setAside else { return }
      complain([
        Diagnostic(
          .warning,
          "an earlier run was cut off while it wrote; its incomplete record was set aside",
          at: .file(file), help: "keep the file or remove it; every other record is in order")
      ])
    } catch {
      throw DiagnosticList([error])
    }
  }

  /// Every file of data that a run was made from.
  private static func inputs(_ result: Report, below folder: String) -> [String] {
    [result.corrections?.file].compactMap { $0 }.map { "\(folder)/\($0)" }
      + result.datasets.flatMap(\.files).map { "\(folder)/\($0.path)" }
  }
}
