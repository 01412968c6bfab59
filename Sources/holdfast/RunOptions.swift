import ArgumentParser
import CommandOutput
import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastEngine
import HoldfastLoader
import HoldfastModel
import Tabular

/// What every command that judges rows is told: packs, data, the day.
struct RunOptions: ParsableArguments {
  @Argument(help: "The packs: YAML files, or folders with a pack.yaml.")
  var packs: [String] = []

  @Option(help: "The folder with institution.yaml and the institution's files.")
  var data: String?

  @Option(
    help: """
      The description of the institution, where it is not DATA/institution.yaml. Without --data its \
      files stand beside it; holdfast check takes several.
      """)
  var institution: [String] = []

  @Option(help: "Values and targets that the packs leave open, as a YAML file; may be repeated.")
  var parameters: [String] = []

  @Option(help: "The day the run speaks about, as 2025-03-31; today if left out.")
  var asOf: String?

  @Option(help: "An id or a tag: evaluate only these commitments; may be repeated.")
  var only: [String] = []

  @OptionGroup var plugins: PluginChoice

  @Flag(help: "Run the commands that the description names as sources of rows.")
  var allowCommands = false

  @Option(help: "How many threads may read at once; as many as there are processors, at most 8.")
  var jobs: Int?

  @Option(
    help: ArgumentHelp("How many bytes of a file a thread takes at a time.", visibility: .hidden))
  var blockSize: Int?

  @Option(
    help: ArgumentHelp(
      "'scalar' judges rows one by one, which gives the same more slowly.", visibility: .hidden))
  var engine: String?

  @Flag(help: "Say the SHA-256 digest of every file that was read, in the JSON report.")
  var digests = false

  /// What the command line leaves out is taken from the project.
  private mutating func complete() throws {
    let (project, problems) = ProjectFile.here
    complain(problems)
    if DiagnosticList(problems).hasErrors { throw ExitCode.notEvaluated }
    if packs.isEmpty { packs = project.packs }
    if data == nil, institution.isEmpty {
      (data, institution) = (project.data, project.institutions)
    }
    if parameters.isEmpty { parameters = project.parameters }
    if plugins.plugins.isEmpty { plugins.plugins = project.plugins }
  }

  mutating func validate() throws {
    try complete()
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
    if let blockSize, blockSize < 1 {
      throw ValidationError("--block-size takes a number above zero.")
    }
    if let engine, !["scalar", "columns"].contains(engine) {
      throw ValidationError("--engine is 'scalar' or 'columns'.")
    }
    guard !packs.isEmpty else {
      throw ValidationError("Name at least one pack, or write packs: in holdfast.yaml.")
    }
    guard data != nil || !institution.isEmpty else {
      throw ValidationError(
        "Name the institution's folder: --data FOLDER, or write data: in holdfast.yaml.")
    }
    guard data == nil || institution.count < 2 else {
      throw ValidationError(
        "Several institutions have their files beside their descriptions: leave --data out.")
    }
    if let asOf, CivilDate(asOf) == nil {
      throw ValidationError("'\(asOf)' is no date; write --as-of 2025-03-31.")
    }
  }

  /// The run asked for, and the output of commands, to be kept while it lasts.
  /// Without `runsCommands` no row comes from a command, without `beside` nothing is waived.
  func request(
    started: String, runsCommands: Bool = true, beside: (any ReadBeside)? = nil
  ) throws(DiagnosticList) -> (RunRequest, CommandRows) {
    guard places.count == 1 else {
      throw DiagnosticList([
        Diagnostic(
          .error, "this command takes one institution, and \(places.count) are named",
          at: .file(places[1].file), help: "name one; holdfast check takes several")
      ])
    }
    return try request(
      of: places[0], started: started, runsCommands: runsCommands, beside: beside)
  }

  /// The same of one of several institutions.
  func request(
    of place: InstitutionPlace, started: String, runsCommands: Bool = true,
    beside: (any ReadBeside)? = nil, asking known: LoadedPlugins? = nil
  ) throws(DiagnosticList) -> (RunRequest, CommandRows) {
    let folder = place.folder
    let plugins = known ?? self.plugins.loaded()
    // Without plugins every checker that they would have brought would be a mistake.
    try DiagnosticList(plugins.problems + plugins.strays(in: folder)).throwIfErrors()
    var (packs, problems) = Inputs.packs(packs, plugins.checkers.book)
    var described = Inputs.institution(data: folder, file: place.file)
    problems += described.diagnostics
    for path in parameters { problems += Inputs.apply(path, to: &packs) }
    let answers = beside?.read(folder, packs: DiagnosticList(problems).hasErrors ? nil : packs)
    problems += answers?.problems ?? []
    described.institution = described.institution?.withRegisters(for: packs)
    // Expressions are checked over what could be read, so that one run shows every mistake.
    let checked = described.institution.map { Lint.checked(packs, $0, plugins.checkers.book) }
    problems += checked?.diagnostics ?? []
    try DiagnosticList(problems).throwIfErrors()
    guard var institution = described.institution else { throw DiagnosticList(problems) }
    let day = try day(in: institution)
    var rows =
      runsCommands
      ? try CommandRows(of: &institution, folder: folder, areAllowed: allowCommands) : CommandRows()
    let hasCommands = !rows.paths.isEmpty
    try rows.keepEvidence(for: institution, folder: folder, asOf: day)
    var run = RunInfo(
      version: Holdfast.version, started: started, milliseconds: 0, packs: self.packs,
      warnings: problems + rows.notices)
    run.plugins = plugins.uses(of: packs)
    var request = RunRequest(
      packs: packs, institution: institution, folder: folder, asOf: day, asOfIsGiven: asOf != nil,
      only: only, run: run)
    request.outputs = rows.paths
    request.attestations = rows.attestations
    (request.waivers, request.responses) = (answers?.waivers, answers?.responses)
    request.outside = plugins.checkers
    if let jobs { request.reading.jobs = jobs }
    if let blockSize { request.reading.blockSize = blockSize }
    request.reading.takesDigests = digests
    request.reading.mayUseColumns = engine != "scalar"
    // A command may bring tokens of its own that say nothing.
    if !hasCommands { request.checked = checked?.commitments }
    // Where the day cannot be told, nothing later than as-of is believed.
    request.today = (try? Today.date(in: institution)) ?? day
    return (request, rows)
  }

  /// Where the institutions stand.
  var places: [InstitutionPlace] {
    guard !institution.isEmpty else { return [InstitutionPlace(data: data ?? ".", file: nil)] }
    return institution.map { InstitutionPlace(data: data, file: $0) }
  }

  var folder: String { places[0].folder }

  /// The files that people wrote for the run.
  var written: [String] {
    packs + packs.map { "\($0.withoutSlash)/pack.yaml" } + parameters + places.map(\.file)
  }

  private func day(in institution: Institution) throws(DiagnosticList) -> CivilDate {
    if let given = asOf.flatMap({ CivilDate($0) }) { return given }
    do throws(Diagnostic) { return try Today.date(in: institution) } catch {
      throw DiagnosticList([error])
    }
  }
}
