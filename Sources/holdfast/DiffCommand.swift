import ArgumentParser
import Diagnostics
import HoldfastCheckers
import HoldfastLoader
import HoldfastModel
import HoldfastReports
import Tabular

/// `holdfast diff`
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what is other in one report, or pack, than in another.",
    discussion: """
      Of two JSON reports: verdicts, numbers, terms, choices, and the files that are other, with what they
      may have moved. Of two packs: which commitments are new, gone, tightened or loosened. Numbers about
      persons that moved by fewer than ten of them are not told.

      Exit codes: 0 nothing is other, 1 something is, 3 one of them cannot be read.

      Examples:
        holdfast diff march.json april.json
        holdfast diff pack-2024.yaml pack-2025.yaml --format markdown
      """)

  /// How a difference is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal, markdown, json
  }

  @Argument(help: "The earlier report or pack.")
  var old: String

  @Argument(help: "The later one.")
  var new: String

  @Option(help: "terminal, markdown or json.")
  var format = Format.terminal

  @OptionGroup var plugins: PluginChoice

  func run() throws {
    var isOther = false
    do throws(DiagnosticList) {
      let difference = try areReports() ? reports() : packs()
      isOther = !difference.entries.isEmpty
      let text = DifferenceText(difference)
      do throws(Diagnostic) {
        switch format {
        case .terminal: try Surroundings.writeOutput(text.terminal)
        case .markdown: try Surroundings.writeOutput(text.markdown)
        case .json: try Surroundings.writeOutput(text.json)
        }
      } catch { throw DiagnosticList([error]) }
    } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
    if isOther { throw ExitCode(1) }
  }

  /// Whether both are reports, and not packs.
  private func areReports() throws(DiagnosticList) -> Bool {
    do throws(Diagnostic) {
      let (isOld, isNew) = (try isReport(old), try isReport(new))
      guard isOld == isNew else {
        throw Diagnostic(
          .error, "this is a report, and the other is none", at: .file(isOld ? old : new),
          help: "name two reports of --report json, or two packs")
      }
      return isOld
    } catch { throw DiagnosticList([error]) }
  }

  /// Whether a file begins as JSON does.
  private func isReport(_ path: String) throws(Diagnostic) -> Bool {
    guard !Files.isDirectory(path) else { return false }
    let blanks = Array(" \t\r\n".utf8)
    return try Inputs.reportBytes(path).first { !blanks.contains($0) } == UInt8(ascii: "{")
  }

  private func reports() throws(DiagnosticList) -> Difference {
    do throws(Diagnostic) {
      return try ReportDifference(
        (old, try Inputs.reportBytes(old)), (new, try Inputs.reportBytes(new))
      ).difference
    } catch { throw DiagnosticList([error]) }
  }

  private func packs() throws(DiagnosticList) -> Difference {
    let book = plugins.loaded().checkers.book
    let (was, problems) = Inputs.packs([old], book)
    let (now, others) = Inputs.packs([new], book)
    try DiagnosticList(problems + others).throwIfErrors()
    guard let before = was.first, let after = now.first else {
      throw DiagnosticList(problems + others)
    }
    return PackComparison(before, after).difference(names: (old, new))
  }
}
