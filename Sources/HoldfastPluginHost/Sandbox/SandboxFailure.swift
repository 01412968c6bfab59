internal import CSandbox
internal import Glibc

/// Why the launcher could not start a plugin, in words.
struct SandboxFailure {
  /// Whether the sandbox stands and only the program could not be run in it.
  let isOfProgram: Bool
  /// What is wrong.
  let words: String

  init(_ failure: csb_failure) {
    isOfProgram = unsafe failure.kind == CSB_NOT_STARTED
    let step = unsafe failure.step.map { unsafe String(cString: $0) } ?? "an unknown step"
    let subject = unsafe failure.subject.map { unsafe " of \(String(cString: $0))" } ?? ""
    let reason = unsafe failure.error == 0 ? "" : ": \(String(cString: strerror(failure.error)))"
    let lead =
      switch unsafe failure.kind {
      case CSB_UNAVAILABLE: "this machine lacks what the sandbox is made of: "
      case CSB_REFUSED: "what was asked for would not be safe: "
      case CSB_NOT_HELD: "the sandbox does not hold: "
      case CSB_NOT_STARTED: "the program cannot be run: "
      default: "the sandbox cannot be set up: "
      }
    words = lead + step + subject + reason
  }

  /// A program that the system does not run.
  init(ofProgram program: String, _ error: Int32) {
    isOfProgram = true
    words = "the program cannot be run: \(program): \(unsafe String(cString: strerror(error)))"
  }

  init(_ words: String) { (isOfProgram, self.words) = (false, words) }
}

/// What the launcher writes to standard error, so that its words are told from a plugin's.
enum LauncherNotice {
  /// The exit code of a launcher that started nothing.
  static let exitCode: Int32 = 125
  private static let sandboxMark = "holdfast-launcher sandbox: "
  private static let programMark = "holdfast-launcher program: "

  static func line(_ failure: SandboxFailure) -> String {
    (failure.isOfProgram ? programMark : sandboxMark) + failure.words + "\n"
  }

  /// The fault that the launcher tells of, if what was written is its.
  static func fault(_ end: ProcessEnd?, _ written: [UInt8]) -> PluginFault? {
    guard end == .exited(exitCode) else { return nil }
    let text = String(decoding: written, as: UTF8.self)
    if text.hasPrefix(sandboxMark) {
      return PluginFault(
        .sandbox, "was not started: \(text.dropFirst(sandboxMark.count).line)",
        help: "choose another sandbox, or run on a machine that has what this one needs")
    }
    guard text.hasPrefix(programMark) else { return nil }
    return PluginFault(
      .start, "cannot be started: \(text.dropFirst(programMark.count).line)",
      help: "run the command of its plugin.yaml by hand; a program outside /usr needs leave to be "
        + "read")
  }
}

extension Substring {
  /// Up to the first line end.
  fileprivate var line: Substring { prefix { !$0.isNewline } }
}
