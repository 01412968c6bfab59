import ArgumentParser
import Diagnostics
import HoldfastEngine
import HoldfastModel
import Tabular

/// `holdfast test`
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests of packs: what their commitments come to on small data of their own.",
    discussion: """
      A pack's tests stand in tests.yaml beside its pack.yaml. A folder of packs stands for all of
      them.

      Examples:
        holdfast test Rules
        holdfast test my-pack --require-coverage

      Exit codes: 0 all came to what was expected, 1 something did not, 3 a test could not be run.
      """)

  @Argument(help: "Folders of packs, or folders in which such folders are.")
  var folders: [String]

  @Flag(help: "Fail where a commitment is never seen to pass, or never seen to fail.")
  var requireCoverage = false

  @OptionGroup var plugins: PluginChoice

  func run() throws {
    let plugins = plugins.loaded()
    if !plugins.problems.isEmpty {
      complain(plugins.problems)
      throw ExitCode.notEvaluated
    }
    var (tested, problems) = ([TestedPack](), [Diagnostic]())
    for folder in folders {
      do throws(Diagnostic) {
        for pack in try PackFolder.below(folder.withoutSlash, with: "tests.yaml") {
          tested.append(TestedPack(pack, plugins))
        }
      } catch {
        problems.append(error)
      }
    }
    for pack in tested { problems += pack.problems }
    complain(problems)
    let isMissed = tested.contains { !$0.missed.isEmpty || requireCoverage && !$0.unseen.isEmpty }
    do throws(Diagnostic) {
      try Surroundings.writeOutput(tested.map(\.text).joined() + Self.summary(tested, problems))
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
    if DiagnosticList(problems).hasErrors { throw ExitCode.notEvaluated }
    if isMissed { throw ExitCode(1) }
  }

  private static func summary(_ tested: [TestedPack], _ problems: [Diagnostic]) -> String {
    let tests = tested.reduce(0) { $0 + $1.tests }
    let expectations = tested.reduce(0) { $0 + $1.expectations }
    let missed = tested.reduce(0) { $0 + $1.missed.count }
    let outcome =
      DiagnosticList(problems).hasErrors
      ? "not all could be run" : missed == 0 ? "all as expected" : "\(missed) otherwise"
    return "\(tested.count) pack(s), \(tests) test(s), \(expectations) verdict(s) expected, "
      + outcome + "\n"
  }
}
