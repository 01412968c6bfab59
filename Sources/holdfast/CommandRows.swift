import CommandOutput
import Diagnostics
import Exact
import HoldfastEngine
import HoldfastLoader
import HoldfastModel
import Tabular

/// The rows that commands print, kept while a run reads them.
struct CommandRows {
  /// Where the rows of each dataset are.
  private(set) var paths: [String: String] = [:]
  /// What the commands had to say though nothing is wrong.
  private(set) var notices: [Diagnostic] = []
  /// What the institution attests, where it is asked.
  private(set) var attestations: [Attestation] = []
  private var outputs: [SpooledOutput] = []
  private var files: [ScratchFile] = []

  /// No rows.
  init() {}

  /// Runs the commands of an institution's datasets; where a command counts the rows, their number
  /// is expected. Throws where commands are not allowed, or one fails.
  init(
    of institution: inout Institution, folder: String, areAllowed: Bool
  ) throws(DiagnosticList) {
    let places = institution.datasets.indices.filter { institution.datasets[$0].command != nil }
    guard areAllowed || places.isEmpty else {
      throw DiagnosticList(places.compactMap { Self.refusal(institution.datasets[$0]) })
    }
    do throws(Diagnostic) {
      for place in places { try run(&institution.datasets[place], folder) }
    } catch {
      throw DiagnosticList([error])
    }
  }

  private mutating func run(_ dataset: inout Dataset, _ folder: String) throws(Diagnostic) {
    guard let source = dataset.command else { return }
    let name = "command of \(dataset.name)"
    let isPersonal = dataset.isPersonal || dataset.columns.contains(where: \.isPersonal)
    var command = OutsideCommand(source.run, folder: folder, isPersonal: isPersonal)
    if let word = command.wordForMissing { dataset.unknownTokens.append(word) }
    command.unknownTokens = dataset.unknownTokens
    let output = try command.run(shownAs: name)
    outputs.append(output)
    paths[dataset.name] = output.path
    notices += output.notices
    guard let count = source.count else { return }
    let counter = OutsideCommand(count, folder: folder, isPersonal: isPersonal)
    var expectation = dataset.expectation ?? Expectation()
    expectation.rows = Located(
      try counter.count(shownAs: "count of \(dataset.name)"), at: source.span)
    dataset.expectation = expectation
  }

  private static func refusal(_ dataset: Dataset) -> Diagnostic? {
    dataset.command.map { command in
      Diagnostic(
        "the rows of '\(dataset.name)' come from a command, and commands are not run unasked",
        at: command.span,
        help: "read what it runs (\(command.run.first ?? "")), then add --allow-commands")
    }
  }

  /// Keeps the attestations of an institution that is asked for them; without a file there are none.
  mutating func keepEvidence(
    for institution: Institution, folder: String, asOf: CivilDate
  ) throws(DiagnosticList) {
    guard institution.dataset(EvidenceRegister.name)?.isRegister == true else { return }
    let path = "\(folder)/\(EvidenceRegister.file)"
    if Files.exists(path) {
      let loaded: Loaded<[Attestation]>
      do throws(Diagnostic) { loaded = EvidenceLoader().load(try Inputs.source(path)) } catch {
        throw DiagnosticList([error])
      }
      try DiagnosticList(loaded.diagnostics).throwIfErrors()
      attestations = loaded.value ?? []
    }
    let text = EvidenceRows(folder: folder, asOf: asOf).csv(attestations)
    do throws(Diagnostic) {
      let file = try ScratchFile(Array(text.utf8))
      files.append(file)
      paths[EvidenceRegister.name] = file.path
    } catch {
      throw DiagnosticList([error])
    }
  }

  /// Gives the disk back that the rows take.
  func remove() {
    for output in outputs { output.remove() }
    for file in files { file.remove() }
  }
}
