import ArgumentParser
import Diagnostics
import Exact
import HoldfastEngine
import HoldfastEvidence
import HoldfastLoader
import HoldfastModel
import HoldfastReports
import Tabular

extension GateCommand {
  /// `holdfast gate PROPOSAL`
  struct Judge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "judge", abstract: "Judge a proposal; the word may be left out.")

    @Argument(help: "The proposal: a YAML, JSON or CSV file.")
    var proposal: String

    @OptionGroup var options: RunOptions

    @Option(help: "Take numbers from this tally, and read no rows of the datasets that it holds.")
    var tallies: String?

    @Option(help: "Judge only this alternative.")
    var alternative: String?

    @Flag(help: "Refer an award that makes a commitment fail which only warns.")
    var warnRefers = false

    @Option(help: "Where it is approved, reserve the award under this name.")
    var reserve: String?

    @Option(
      help: "The last day of the reservation; twelve months from the day of the run if left out.")
    var until: String?

    @OptionGroup var place: ReservationOptions

    @OptionGroup var exceptions: WaiverOptions

    @Option(
      help: "FORMAT or FORMAT=FILE: terminal, json or markdown; may be repeated.")
    var report: [ReportOption] = []

    @Flag(help: "Write times as 0, so that equal inputs give equal bytes.")
    var reproducible = false

    func validate() throws {
      try ReportOption.check(report, names: GateReporters.all.map(\.name))
      if let reserve, !Self.isName(reserve) {
        throw ValidationError(
          "--reserve takes a name of up to 64 letters, digits, '.', '_' and '-'.")
      }
      if until != nil, reserve == nil { throw ValidationError("--until is for --reserve.") }
      if let until, CivilDate(until) == nil {
        throw ValidationError("'\(until)' is no date; write --until 2026-03-31.")
      }
    }

    private static func isName(_ text: String) -> Bool {
      (1...64).contains(text.utf8.count)
        && text.unicodeScalars.allSatisfy {
          $0.isASCII
            && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
              || "._-".unicodeScalars.contains($0))
        }
    }

    func run() throws {
      let start = Surroundings.steadyMilliseconds()
      var code = ExitCode.notEvaluated.rawValue
      do throws(DiagnosticList) { code = try judge(since: start) } catch { complain(error.items) }
      if code != 0 { throw ExitCode(code) }
    }

    private func judge(since start: Int64) throws(DiagnosticList) -> Int32 {
      let started = Today.text(reproducible ? 0 : Surroundings.secondsSince1970())
      var (request, rows) = try options.request(started: started, beside: exceptions)
      defer { rows.remove() }
      let award = try Inputs.proposal(proposal, for: request.institution)
      try checkReserves(award)
      if let tallies {
        let bytes = try Inputs.tally(tallies)
        do throws(Diagnostic) { try request.take(tallies: bytes, of: tallies) } catch {
          throw DiagnosticList([error])
        }
      }
      let store = place.store(in: options.folder, at: started)
      // What is settled while the data is read may not be in it.
      let earlier = reserve == nil ? nil : try store.book().book
      let gate = try Gate(request, base: award.base)
      var result = try decide(award, gate, store, earlier)
      if !reproducible { result.run.milliseconds = Int(Surroundings.steadyMilliseconds() - start) }
      try write(result)
      return result.decision.exitCode
    }

    /// Room is reserved for one award, not for several of which one will be made.
    private func checkReserves(_ award: Proposal) throws(DiagnosticList) {
      guard reserve != nil, alternative == nil, award.alternatives.count > 1 else { return }
      let names = award.alternatives.map(\.id).joined(separator: ", ")
      throw DiagnosticList([
        Diagnostic(
          .error, "the proposal has several alternatives, and one award is reserved",
          at: .file(proposal), help: "say which: --alternative NAME, of \(names)")
      ])
    }

    private func decide(
      _ award: Proposal, _ gate: Gate, _ store: some ReservationStore, _ earlier: ReservationBook?
    ) throws(DiagnosticList) -> GateReport {
      var rules = Gate.Rules()
      rules.alternative = alternative
      rules.warnRefers = warnRefers
      guard let name = reserve else {
        let (book, warnings) = try store.book()
        var report = try gate.report(on: award, book, rules: rules)
        report.run.warnings += warnings
        return report
      }
      let last = until.flatMap { CivilDate($0) }
      var (report, warnings) = try store.transaction { (book) throws(DiagnosticList) in
        try gate.reserve(
          name, for: award, until: last, in: book.beside(dataOf: earlier ?? book), rules: rules)
      }
      report.run.warnings += warnings
      return report
    }

    private func write(_ result: GateReport) throws(DiagnosticList) {
      let inputs =
        options.written + [proposal, place.path(in: options.folder)]
        + [tallies, exceptions.file(options.folder)].compactMap { $0 }
      try ReportOutputs(options: report, inputs: inputs).write { option, text in
        let isTerminal = option.format == "terminal" && option.file == nil
        let reporter: (any GateReporter)? =
          isTerminal
          ? GateTerminalReporter(isColoured: Surroundings.mayColourOutput)
          : GateReporters.named(option.format)
        reporter?.render(result, to: &text)
      }
    }
  }
}

extension Inputs {
  /// What an award would add, as a file says it.
  static func proposal(
    _ path: String, for institution: Institution
  ) throws(DiagnosticList) -> Proposal {
    if path.lowercased().hasSuffix(".csv") {
      return try ProposalTable(path, institution).proposal()
    }
    let loaded: Loaded<Proposal>
    do throws(Diagnostic) { loaded = ProposalLoader().load(try source(path)) } catch {
      throw DiagnosticList([error])
    }
    try DiagnosticList(loaded.diagnostics).throwIfErrors()
    guard let proposal = loaded.value else { throw DiagnosticList(loaded.diagnostics) }
    return proposal
  }
}
