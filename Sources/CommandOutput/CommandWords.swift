import Diagnostics
import Glibc
import Processes

/// What is said about a command, all in one place.
struct CommandWords {
  let command: OutsideCommand
  private let name: String

  init(_ command: OutsideCommand, _ name: String) {
    self.command = command
    self.name = name
  }

  /// The error that a failure is.
  func diagnostic(_ failure: CommandFailure) -> Diagnostic {
    let (message, help) = before(failure) ?? during(failure)
    return Diagnostic(.error, message, at: .file(name), help: help)
  }

  /// What the reader should know of a command that ended well.
  func notices(_ errors: [UInt8]) -> [Diagnostic] {
    var notices: [Diagnostic] = []
    if let words = lastWords(errors) {
      let what =
        command.isPersonal
        ? "the command wrote to standard error, which is not shown because the data is personal"
        : "the command ended well and wrote to standard error: \(words)"
      notices.append(warning(what, "see whether anything is missing in what it printed"))
    }
    if let word = command.wordForMissing, !command.unknownTokens.contains(word) {
      notices.append(
        warning(
          "the program prints a missing value as the text \(word), which is read as a text",
          "add -nullvalue, \"\" to run, or \(word) to unknown_tokens"))
    }
    return notices
  }

  private func warning(_ message: String, _ help: String) -> Diagnostic {
    Diagnostic(.warning, message, at: .file(name), help: help)
  }

  private func during(_ failure: CommandFailure) -> (String, String) {
    switch failure {
    case .tooLong(let hasEnded):
      (
        "the command was stopped because it took longer than \(command.timeLimit) seconds",
        hasEnded
          ? "it ended itself, but a program that it started kept its output open"
          : "make the query smaller, or save what it prints as a file and name that under files"
      )
    case .tooMuch(let limit):
      (
        "the command was stopped because it printed more than \(limit) bytes",
        "select only the columns and rows that are needed"
      )
    case .interrupted(let signal):
      ("the command was stopped because the run was (signal \(signal))", "start the run again")
    case .notKept(let error): notKept(error)
    case .ended(let end, let errors): ended(end, errors)
    case .nothingPrinted:
      (
        "the command printed nothing, not even headers",
        "let it print a line of headers, also where there are no rows"
      )
    case .noNumber(let output): noNumber(output)
    default:
      (
        "it cannot be known how the command ended",
        "run it by hand, save what it prints as a file and name that under files"
      )
    }
  }

  private func notKept(_ error: SystemError) -> (String, String) {
    let reason =
      switch error.code {
      case ENOSPC, EDQUOT: "the disk is full"
      case EFBIG: "a file may not be that big"
      case ENOENT, ENOTDIR: "there is no such folder"
      case EACCES, EPERM, EROFS: "it may not be written to"
      default: "the system gave error \(error.code)"
      }
    return (
      "what the command prints cannot be kept in '\(SpoolFile.folder)' because \(reason)",
      "set the variable TMPDIR to a folder with room"
    )
  }

  private func ended(_ end: ChildProcess.End, _ errors: [UInt8]) -> (String, String) {
    let how =
      switch end {
      case .exited(let code): "the command ended with exit code \(code)"
      case .killed(SIGKILL): "the command was killed (signal 9), as when memory runs out"
      case .killed(let signal): "the command was ended by signal \(signal)"
      }
    let help = "run it by hand in the data folder; only exit code 0 says that its rows are complete"
    guard let words = lastWords(errors) else { return ("\(how) and gave no reason", help) }
    guard !command.isPersonal else {
      return ("\(how); what it wrote is not shown because the data is personal", help)
    }
    return ("\(how): \(words)", help)
  }

  private func noNumber(_ output: [UInt8]) -> (String, String) {
    let help = "let it print one whole number, without a header (-noheader, psql -At)"
    guard let words = lastWords(output) else { return ("the command printed no number", help) }
    guard !command.isPersonal else { return ("the command did not print one number alone", help) }
    return ("the command should print one whole number and printed '\(words)'", help)
  }

  /// The end of what a program wrote, on one line; nil where it wrote nothing.
  private func lastWords(_ bytes: [UInt8]) -> String? {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .map { line in line.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
    guard !lines.isEmpty else { return nil }
    let text = Diagnostic.printable(lines.joined(separator: " | "), limit: .max)
    let end = text.unicodeScalars.suffix(1500)
    return end.count < text.unicodeScalars.count ? "..." + String(end) : text
  }
}
