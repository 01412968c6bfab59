import ArgumentParser
import Diagnostics
import HoldfastInit
import HoldfastModel
import Tabular

/// `holdfast init`
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Describe an institution from its files, and ask what they do not say.",
    discussion: """
      Reads every table of a folder (CSV, TSV, JSON, Excel, gzipped or not), finds out how it is \
      written, and writes FOLDER/institution.yaml. What it could not find out stands there behind \
      QUESTION; no cell of the files does. An existing description is never overwritten.

      Examples:
        holdfast init my-folder
        holdfast init my-folder --pack pack.yaml --name "Northgate Hospitals" --currency GBP
        holdfast init my-folder --output -
      """)

  @Argument(help: "The folder with the institution's files.")
  var folder: String

  @Option(help: "A pack: ask for exactly the columns that it needs; may be repeated.")
  var pack: [String] = []

  @Option(help: "Where to write; - prints it. FOLDER/institution.yaml if left out.")
  var output: String?

  @Option(help: "The institution's name.")
  var name: String?

  @Option(help: "The code of its currency, as GBP.")
  var currency: String?

  func validate() throws {
    guard let currency else { return }
    guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw ValidationError("'\(currency)' is no currency code; write --currency GBP.")
    }
  }

  func run() throws {
    do throws(Diagnostic) {
      try draft()
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }

  private func draft() throws(Diagnostic) {
    let folder = folder.withoutSlash
    guard Files.isDirectory(folder) else {
      throw Diagnostic(
        .error, "'\(folder)' is no folder", at: .file(folder),
        help: "name the folder that holds the institution's files")
    }
    let path = output ?? "\(folder)/institution.yaml"
    if path != "-", Files.exists(path) {
      throw Diagnostic(
        .error, "the description exists and would be overwritten", at: .file(path),
        help: "write another one beside it with --output, or remove it first")
    }
    let (packs, problems) = Inputs.packs(pack)
    complain(problems)
    guard !DiagnosticList(problems).hasErrors else {
      throw Diagnostic(.error, "the packs have mistakes", help: "correct them first")
    }
    let draft = try InstitutionDraft(
      folder: folder, .init(name: name, currency: currency, packs: packs))
    try write(draft, to: path, folder)
  }

  /// Where the description itself is printed, what was found goes to standard error.
  private func write(
    _ draft: InstitutionDraft, to path: String, _ folder: String
  ) throws(Diagnostic) {
    guard path != "-" else {
      Surroundings.writeError(draft.summary)
      return try Surroundings.writeOutput(draft.text)
    }
    try Files.write(Array(draft.text.utf8), to: path)
    let packs = pack.map { " \($0)" }.joined()
    let described = output.map { " --institution \($0)" } ?? ""
    try Surroundings.writeOutput(
      draft.summary + "Written: \(path)\nNext: open it, answer the questions, then run\n"
        + "  holdfast lint\(packs) --data \(folder)\(described)\n")
  }
}
