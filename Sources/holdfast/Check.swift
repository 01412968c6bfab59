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
    abstract: "Evaluate commitments over an institution's data.",
    discussion: """
      Examples:
        holdfast check pack.yaml --data northgate
        holdfast check pack.yaml --data northgate --as-of 2025-04-30 --report junit=out.xml
        holdfast check pack.yaml --data northgate --only CLE-1 --report json
      """)

  @Argument(help: "The packs: YAML files, or folders with a pack.yaml.")
  var packs: [String]

  @Option(help: "The folder with institution.yaml and the institution's files.")
  var data: String

  @Option(help: "The description of the institution, where it is not DATA/institution.yaml.")
  var institution: String?

  @Option(help: "Values and targets that the packs leave open, as a YAML file; may be repeated.")
  var parameters: [String] = []

  @Option(help: "The day the run speaks about, as 2025-03-31; today if left out.")
  var asOf: String?

  @Option(help: "An id or a tag: evaluate only these commitments; may be repeated.")
  var only: [String] = []

  @Option(help: "FORMAT or FORMAT=FILE: terminal, json or junit; may be repeated.")
  var report: [ReportOption] = []

  @Flag(help: "Write times as 0, so that equal inputs give equal bytes.")
  var reproducible = false

  func validate() throws {
    guard !packs.isEmpty else { throw ValidationError("Name at least one pack.") }
    try ReportOption.check(report)
    if let asOf, CivilDate(asOf) == nil {
      throw ValidationError("'\(asOf)' is no date; write --as-of 2025-03-31.")
    }
  }

  func run() throws {
    let start = Surroundings.steadyMilliseconds()
    var code = ExitCode.notEvaluated.rawValue
    do throws(DiagnosticList) {
      let request = try request()
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

  private func request() throws(DiagnosticList) -> RunRequest {
    var (packs, problems) = Inputs.packs(packs)
    let described = Inputs.institution(data: data, file: institution)
    problems += described.diagnostics
    for path in parameters { problems += Inputs.apply(path, to: &packs) }
    // Expressions are checked over what could be read, so that one run shows every mistake.
    if let institution = described.institution {
      problems += Lint.expressionProblems(packs, institution)
    }
    try DiagnosticList(problems).throwIfErrors()
    guard let institution = described.institution else { throw DiagnosticList(problems) }
    let given = asOf.flatMap { CivilDate($0) }
    do throws(Diagnostic) {
      let day: CivilDate
      if let given { day = given } else { day = try Today.date(in: institution) }
      return RunRequest(
        packs: packs, institution: institution, folder: data.withoutSlash, asOf: day,
        asOfIsGiven: given != nil, only: only, run: circumstances(problems))
    } catch {
      throw DiagnosticList([error])
    }
  }

  private func circumstances(_ warnings: [Diagnostic]) -> RunInfo {
    RunInfo(
      version: Holdfast.version,
      started: Today.text(reproducible ? 0 : Surroundings.secondsSince1970()), milliseconds: 0,
      packs: packs, warnings: warnings)
  }

  /// Every file that the run was made from.
  private func inputs(_ result: Report) -> [String] {
    let folder = data.withoutSlash
    return packs + packs.map { "\($0.withoutSlash)/pack.yaml" } + parameters
      + [institution ?? "\(folder)/institution.yaml"]
      + result.datasets.flatMap(\.files).map { "\(folder)/\($0.path)" }
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
