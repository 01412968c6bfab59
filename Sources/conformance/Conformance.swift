import ArgumentParser
import Foundation

/// `conformance SUITE FILE`: runs a suite of cases that nobody here wrote against our readers.
@main
struct Conformance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Run the cases of a suite, one JSON object a line, against our readers.",
    discussion: """
      Suites: \(suites.map(\.key).joined(separator: ", ")).

      Exit codes: 0 no case failed, 1 a case failed, 3 the file cannot be read, 64 usage.
      """)

  @Argument(help: "The suite: \(suites.map(\.key).joined(separator: ", ")).")
  var suite: String

  @Argument(help: "The file of cases.")
  var file: String

  @Option(help: ArgumentHelp("Run the case with this id alone.", valueName: "id"))
  var only: String?

  @Flag(help: ArgumentHelp("Run the case of --only in this very process.", visibility: .hidden))
  var bounded = false

  func run() throws {
    guard let runner = suites.first(where: { $0.key == suite })?.value else {
      let known = suites.map(\.key).joined(separator: ", ")
      throw ValidationError("'\(suite)' is no suite; there are \(known).")
    }
    let cases: [Case]
    do throws(CaseFile.Problem) { cases = try CaseFile.read(file, only: only) } catch {
      try? FileHandle.standardError.write(contentsOf: Data("error: \(error.message)\n".utf8))
      throw ExitCode(3)
    }
    if bounded, let one = cases.first { return print(BoundedRun.here(one, of: runner).line) }
    var summary = Summary(suite: suite)
    for one in cases {
      summary.add(outcome(of: one, runner), id: one.id)
    }
    print(summary.text)
    if summary.hasFailures { throw ExitCode(1) }
  }

  /// What a case comes to, in a process of its own where it states bounds.
  private func outcome(of one: Case, _ runner: any Suite) -> Outcome {
    guard let bounds = runner.bounds(of: one) else { return runner.outcome(of: one) }
    return BoundedRun.outside([suite, file, "--only", one.id, "--bounded"], bounds)
  }
}
