import Processes

/// Why there is no output of a command that could be used.
enum CommandFailure: Error {
  // Before it runs.
  case noProgram, zeroByte
  case noFolder(String)
  case notInstalled(String)
  case noSuchProgram(String)
  case notExecutable(String)
  case notStarted(String, SystemError)
  // While it runs.
  case tooLong(hasEnded: Bool)
  case tooMuch(limit: Int)
  case interrupted(Int32)
  case notKept(SystemError)
  case lost(SystemError)
  // When it has run.
  case ended(ChildProcess.End, errors: [UInt8])
  case nothingPrinted
  case noNumber([UInt8])
}
