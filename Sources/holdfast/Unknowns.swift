import ArgumentParser
import Diagnostics
import Exact
import HoldfastEngine
import HoldfastModel
import HoldfastReports
import Tabular

/// `holdfast unknowns`
struct Unknowns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unknowns",
    abstract: "List the cells for want of which rows cannot be judged, heaviest first.",
    discussion: """
      With --csv the list is a file to fill in: saved as corrections.csv in the data folder it is
      applied by the next check.

      Examples:
        holdfast unknowns pack.yaml --data northgate
        holdfast unknowns pack.yaml --data northgate --csv=unknowns.csv
      """)

  @OptionGroup var options: RunOptions

  @Option(
    defaultAsFlag: CSVPath.output, parsing: .next,
    help: "Write CSV to a file (--csv=unknowns.csv), or to standard output.")
  var csv: CSVPath?

  func run() throws {
    do throws(DiagnosticList) {
      let (request, rows) = try options.request(started: "")
      defer { rows.remove() }
      let cells = try Engine(request).unknowns()
      complain(request.run.warnings + Self.notices(cells))
      do throws(Diagnostic) { try write(cells) } catch { throw DiagnosticList([error]) }
    } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
  }

  /// Rows that lack something that the list cannot ask for.
  private static func notices(_ cells: UnknownCells) -> [Diagnostic] {
    var notices: [Diagnostic] = []
    if cells.hiddenRows > 0 {
      notices.append(
        Diagnostic(
          .warning, "\(cells.hiddenRows) row(s) lack cells about persons, which are not listed",
          help: "fill them in where the data comes from"))
    }
    if cells.unnamedRows > 0 {
      notices.append(
        Diagnostic(
          .warning,
          "\(cells.unnamedRows) row(s) lack cells that are not listed, since no key names them "
            + "alone",
          help: "declare a key that tells the rows apart, or correct the files themselves"))
    }
    return notices
  }

  private func write(_ cells: UnknownCells) throws(Diagnostic) {
    guard let csv else { return try Surroundings.writeOutput(UnknownsText().text(cells)) }
    let text = UnknownsCSV().text(cells)
    guard let path = csv.file else { return try Surroundings.writeOutput(text) }
    let inputs = options.written + cells.files.map { "\(options.folder)/\($0)" }
    try OutputGuard(inputs: inputs).check([path])
    guard !Files.exists(path) || path.hasPrefix("/dev/") else {
      throw Diagnostic(
        .error, "the file is there already, and may hold somebody's answers", at: .file(path),
        help: "choose another name, or remove the file first")
    }
    try Files.write(Array(text.utf8), to: path)
  }
}

/// Where CSV goes. Only a name that ends in `.csv` is taken for a file, so that a pack that
/// follows a bare `--csv` can never be written over.
struct CSVPath: ExpressibleByArgument {
  /// The file; nil is standard output.
  let file: String?

  static let output = CSVPath(file: nil)

  private init(file: String?) { self.file = file }

  init?(argument: String) {
    guard argument.lowercased().hasSuffix(".csv") || argument.hasPrefix("/dev/") else { return nil }
    file = argument
  }
}

extension CSVPath: CustomStringConvertible {
  var description: String { file ?? "standard output" }
}
