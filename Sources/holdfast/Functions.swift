import ArgumentParser
import CEL
import Diagnostics
import HoldfastExpressions
import Tabular

/// `holdfast functions`
struct Functions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "functions",
    abstract: "List what expressions can say: operators, functions and macros.",
    discussion: """
      Examples:
        holdfast functions
        holdfast functions startsWith
        holdfast functions --markdown > functions.md
      """)

  @Argument(help: "A function or library: show it in full.")
  var name: String?

  @Flag(help: "Write all of it as a Markdown page.")
  var markdown = false

  func validate() throws {
    guard let name, sections(named: name).isEmpty else { return }
    let names = FunctionReference.sections.flatMap { [$0.title] + $0.entries.map(\.name) }
    let help = Nearest.hint(for: name, in: names) ?? "holdfast functions lists them"
    throw ValidationError("There is no function or library '\(name)'; \(help).")
  }

  func run() throws {
    let text =
      if let name {
        sections(named: name).flatMap(\.entries).map(\.full).joined(separator: "\n")
      } else if markdown {
        FunctionReference.page
      } else {
        FunctionReference.list
      }
    do throws(Diagnostic) { try Surroundings.writeOutput(text) } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }

  /// A library as a whole, or the entries of that name.
  private func sections(named name: String) -> [FunctionReference.Section] {
    FunctionReference.sections.compactMap { section in
      guard section.title != name else { return section }
      let entries = section.entries.filter {
        $0.name == name || $0.name.split(separator: ".").last.map(String.init) == name
      }
      return entries.isEmpty
        ? nil : FunctionReference.Section(title: section.title, entries: entries)
    }
  }
}

extension ReferenceEntry {
  /// All that is known of it.
  fileprivate var full: String {
    "\(name): \(doc)\n" + forms.map { "  \($0)\n" }.joined() + "  Example: \(example)\n"
  }
}
