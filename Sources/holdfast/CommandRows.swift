import CommandOutput
import Diagnostics
import HoldfastModel

/// The rows that commands print, kept while a run reads them.
struct CommandRows {
  /// Where the rows of each dataset are.
  private(set) var paths: [String: String] = [:]
  /// What the commands had to say though nothing is wrong.
  private(set) var notices: [Diagnostic] = []
  private var outputs: [SpooledOutput] = []

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

  /// Gives the disk back that the rows take.
  func remove() { for output in outputs { output.remove() } }
}
