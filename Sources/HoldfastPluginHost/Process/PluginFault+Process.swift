internal import Glibc
internal import Processes

/// What is said about processes.
extension PluginFault {
  static func tooLong(_ limit: Duration, _ doing: String) -> PluginFault {
    PluginFault(
      .time, "was stopped because it took longer than \(limit.words) \(doing)",
      help: "see what it writes to standard error; a smaller dataset may need less time")
  }

  static let interrupted = PluginFault(
    .interrupted, "was stopped because the run was", help: "start the run again")

  static let chatter = PluginFault(
    .chatter, "wrote to its standard output without being asked",
    help: "standard output is for replies alone: let it write all else to standard error")

  static func tooMuch(_ limit: Int) -> PluginFault {
    PluginFault(
      .long, "wrote a reply of more than \(limit) bytes",
      help: "a reply is a summary: let the plugin keep less")
  }

  static func tooFull(_ limits: PluginLimits) -> PluginFault {
    PluginFault(
      .room,
      "was stopped because its private folder holds more than \(limits.folderFiles) files or "
        + "\(limits.folderBytes >> 20) MiB, or what cannot be looked into",
      help: "let the plugin keep less in HOLDFAST_TMP")
  }

  static func system(_ error: SystemError) -> PluginFault {
    PluginFault(
      .system, "cannot be talked to: the system gave error \(error.code)",
      help: "start the run again")
  }

  static func notStarted(_ error: SystemError) -> PluginFault {
    let help =
      switch error.code {
      case EMFILE, ENFILE: "too many files are open: run fewer things at a time"
      case EAGAIN, ENOMEM: "the machine has no room for another process: run fewer things at a time"
      case ENOSPC, EROFS, EACCES: "set the variable TMPDIR to a folder that can be written to"
      default: "run the command of its plugin.yaml by hand"
      }
    return PluginFault(
      .start, "cannot be started: the system gave error \(error.code)", help: help)
  }

  static func noFolder(_ folder: String) -> PluginFault {
    PluginFault(
      .start, "cannot be started: there is no folder '\(folder)'",
      help: "name the folder of its plugin.yaml")
  }

  static func noProgram(_ name: String) -> PluginFault {
    PluginFault(
      .start, "cannot be started: there is no program '\(name)' that may be run",
      help: name.contains("/")
        ? "a relative path is meant from the folder of the plugin; see that the file may be run"
        : "install it, or write its full path under command; it is looked for in /usr/bin and /bin")
  }

  static let closedOutput = PluginFault(
    .output, "closed its standard output without a reply and went on running")

  static func ended(_ end: ProcessEnd, inReply: Bool) -> PluginFault {
    let middle = inReply ? "in the middle of a reply" : "without a reply"
    switch end {
    case .exited(let code):
      return PluginFault(
        .exit, "ended \(middle), with exit code \(code)",
        help: "see what it wrote to standard error, and tell the author of the plugin")
    case .killed(SIGKILL):
      return PluginFault(
        .signal, "was killed \(middle) (signal 9), as when memory runs out",
        help: "give it more memory, or tell the author of the plugin")
    case .killed(SIGXCPU):
      return PluginFault(
        .signal, "was ended \(middle) because it used all the processor time it is allowed",
        help: "tell the author of the plugin")
    case .killed(let signal):
      return PluginFault(
        .signal, "was ended \(middle) by signal \(signal)", help: "tell the author of the plugin")
    }
  }
}
