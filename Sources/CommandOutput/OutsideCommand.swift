public import Diagnostics
import Processes

/// A program of this machine that prints a table: how databases, and formats that are not read
/// here, come in.
///
/// No shell stands between, so nothing in an argument is expanded or carried out. The program runs
/// in a session of its own with nothing on its standard input, so that it cannot ask questions and
/// ends with all that it started. It inherits the environment. What it prints counts only if it
/// says itself that all went well: exit code 0.
public struct OutsideCommand: Sendable {
  /// The program, by name or by path, and its arguments. A name is looked up on `PATH`, in absolute
  /// folders only; a relative path is meant from `folder`.
  public var arguments: [String]
  /// The folder that the program runs in: that of the institution's data.
  public var folder: String
  /// Seconds until it must have ended.
  public var timeLimit = 600
  /// Bytes that it may print.
  public var outputLimit = 10 << 30
  /// Whether the rows are about persons: then no message shows what the program wrote.
  public var isPersonal: Bool
  /// The whole cells that its reader takes as saying nothing.
  public var unknownTokens: [String] = []

  /// A command with the usual limits.
  public init(_ arguments: [String], folder: String, isPersonal: Bool = false) {
    self.arguments = arguments
    self.folder = folder
    self.isPersonal = isPersonal
  }

  /// What the program prints for a value that is missing, where that is not a blank cell and its
  /// arguments do not say otherwise: its reader has to know, for a missing value must never be
  /// taken for a text.
  public var wordForMissing: String? {
    let program = arguments.first?.split(separator: "/").last
    return program == "duckdb" && !arguments.contains { $0.contains("nullvalue") } ? "NULL" : nil
  }

  /// Runs the command to its end and keeps all that it printed in a private file.
  ///
  /// - Parameter name: What messages call the command.
  public func run(shownAs name: String) throws(Diagnostic) -> SpooledOutput {
    let words = CommandWords(self, name)
    do throws(CommandFailure) {
      let file = try SpoolFile()
      do throws(CommandFailure) {
        let end = try printed(limit: outputLimit) { bytes throws(SystemError) in
          try file.append(bytes)
        }
        guard end.bytes > 0 else { throw .nothingPrinted }
        return SpooledOutput(file, bytes: end.bytes, notices: words.notices(end.errors))
      } catch {
        file.remove()
        throw error
      }
    } catch {
      throw words.diagnostic(error)
    }
  }

  /// Runs the command to its end and reads all that it printed as one whole number.
  ///
  /// - Parameter name: What messages call the command.
  public func count(shownAs name: String) throws(Diagnostic) -> Int {
    do throws(CommandFailure) {
      var output: [UInt8] = []
      _ = try printed(limit: 4096) { bytes throws(SystemError) in output += bytes }
      guard let number = WholeNumber.read(output) else { throw .noNumber(output) }
      return number
    } catch {
      throw CommandWords(self, name).diagnostic(error)
    }
  }

  /// Hands on what the command prints, and fails unless it ended well and within its limits.
  private func printed(
    limit: Int, _ take: (ArraySlice<UInt8>) throws(SystemError) -> Void
  ) throws(CommandFailure) -> (bytes: Int, errors: [UInt8]) {
    let program = try ProgramFile(arguments, folder: folder)
    let signals = StopSignals()
    defer { signals.release() }
    do throws(CommandFailure) {
      let child = try ChildProcess(program, arguments, folder: folder)
      var watch = Watch(child, signals, seconds: timeLimit, limit: limit)
      let end = try watch.follow(take)
      guard end == .exited(0) else { throw .ended(end, errors: watch.lastErrors) }
      return (watch.bytes, watch.lastErrors)
    } catch {
      if case .interrupted(let signal) = error { signals.pass(on: signal) }
      throw error
    }
  }
}
