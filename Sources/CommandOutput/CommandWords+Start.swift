import Glibc
import Processes

extension CommandWords {
  /// The message for what stops a command before it runs, and the help; nil for what does later.
  func before(_ failure: CommandFailure) -> (String, String)? {
    switch failure {
    case .noProgram:
      ("the command names no program", "write run: [program, argument, argument]")
    case .zeroByte:
      ("the command holds a zero byte, which no program can be given", "write the command again")
    case .noFolder(let folder):
      ("the command cannot run in '\(folder)', which is no folder", "name the data folder")
    case .notInstalled(let program):
      ("the program '\(program)' is in no folder on PATH", install(program))
    case .noSuchProgram(let path):
      (
        "there is no program at '\(path)'",
        "a relative path is meant from the data folder; for a program on PATH write its name alone"
      )
    case .notExecutable(let path):
      (
        "the file '\(path)' may not be run as a program",
        "name the program that reads it, such as run: [python3, \(path)], or run: chmod +x \(path)"
      )
    case .notStarted(let program, let error): notStarted(program, error)
    default: nil
    }
  }

  private func install(_ program: String) -> String {
    switch program {
    case "duckdb": "install it (pip install duckdb-cli) or write its full path"
    case "sqlite3": "install it (apt-get install sqlite3) or write its full path"
    case "psql": "install it (apt-get install postgresql-client) or write its full path"
    default: "install it or write its full path"
    }
  }

  private func notStarted(_ program: String, _ error: SystemError) -> (String, String) {
    let what = "the program '\(program)' cannot be started"
    return switch error.code {
    case ENOEXEC:
      (
        "\(what): it is no program for this machine and has no first line such as #!/bin/sh",
        "name the program that reads it as the first word of run"
      )
    case ENOENT:
      (
        "\(what): the program that its first line names is not there",
        "install that program, or name another as the first word of run"
      )
    case E2BIG:
      ("\(what): its arguments are too long", "put the query into a file and name that")
    default: ("\(what): the system gave error \(error.code)", "run it by hand in the data folder")
    }
  }
}
