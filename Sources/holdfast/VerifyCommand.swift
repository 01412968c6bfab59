import ArgumentParser
import Diagnostics
import HoldfastEvidence
import Tabular

/// `holdfast verify`
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Find edits, deletions and reorderings in a log.",
    discussion: """
      Whoever can write the file can write all of it anew, or take records away from its end: keep \
      the head of an earlier day elsewhere and name it with --head.

      Exit codes: 0 the log is whole, 1 it is not, 3 it cannot be read.

      Examples:
        holdfast verify --log runs.log
        holdfast verify --log runs.log --head 3f2a...
      """)

  @Option(help: "The log.")
  var log: String

  @Option(help: "The digest of a record that once was the last: it has to be there still.")
  var head: String?

  func validate() throws {
    guard let head else { return }
    guard head.utf8.count == 64, head.allSatisfy({ $0.isHexDigit && $0.isASCII }) else {
      throw ValidationError("--head takes the 64 digits that holdfast verify printed as head.")
    }
  }

  func run() throws {
    var isWhole = false
    do throws(Diagnostic) {
      let check = try LogCheck(log)
      let pinned = head.flatMap { check.problem(pinned: $0, log) }
      let problems = check.problems + [pinned].compactMap { $0 }
      isWhole = problems.isEmpty
      complain(problems)
      let count = check.records.count == 1 ? "1 record" : "\(check.records.count) records"
      try Surroundings.writeOutput(
        isWhole
          ? "Whole: \(count), head \(check.head)\n"
          : "Not whole: \(count) in order before that, the last \(check.head)\n")
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
    if !isWhole { throw ExitCode(1) }
  }
}
