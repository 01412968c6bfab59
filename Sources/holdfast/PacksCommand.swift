import ArgumentParser
import Diagnostics
import HoldfastModel
import Tabular

/// `holdfast packs`
struct PacksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packs",
    abstract: "List packs and their commitments: quotes, checks, targets, the data they need.",
    discussion: """
      Examples:
        holdfast packs Rules
        holdfast packs Rules/preston --markdown
      """)

  @Argument(help: "Folders of packs, or folders in which such folders are.")
  var folders: [String]

  @Flag(help: "Write all of it as a Markdown page.")
  var markdown = false

  func run() throws {
    do throws(DiagnosticList) {
      let catalogue = PackCatalogue(packs: try packs())
      let text = markdown ? try catalogue.page() : catalogue.list
      do throws(Diagnostic) { try Surroundings.writeOutput(text) } catch {
        throw DiagnosticList([error])
      }
    } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
  }

  private func packs() throws(DiagnosticList) -> [Pack] {
    var paths: [String] = []
    for folder in folders {
      do throws(Diagnostic) {
        paths += try PackFolder.below(folder.withoutSlash, with: "pack.yaml").map(\.path)
      } catch {
        throw DiagnosticList([error])
      }
    }
    let (packs, problems) = Inputs.packs(paths)
    try DiagnosticList(problems).throwIfErrors()
    return packs
  }
}
