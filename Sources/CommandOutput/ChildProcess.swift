import Glibc
import Processes

/// A program that was started, and the ends of the pipes that it writes to.
struct ChildProcess {
  /// How a program came to its end.
  enum End: Equatable {
    /// By itself, with an exit code.
    case exited(Int32)
    /// By a signal.
    case killed(Int32)
  }

  /// The number of the process, which is also that of the group of all that it starts.
  let number: Int32
  /// Where its standard output is read.
  let output: Int32
  /// Where its standard error is read.
  let errors: Int32

  init(_ program: ProgramFile, _ arguments: [String], folder: String) throws(CommandFailure) {
    do throws(SystemError) {
      let (output, errors) = try Self.pipes()
      defer { [output.write, errors.write].forEach(System.closeFile) }
      do throws(SystemError) {
        number = try System.spawn(
          Spawning(
            program.path, arguments, folder: folder, output: output.write, errors: errors.write))
      } catch {
        [output.read, errors.read].forEach(System.closeFile)
        throw error
      }
      (self.output, self.errors) = (output.read, errors.read)
    } catch {
      throw .notStarted(arguments.first ?? program.path, error)
    }
  }

  private static func pipes() throws(SystemError) -> (output: System.Pipe, errors: System.Pipe) {
    let output = try System.makePipe()
    do throws(SystemError) { return (output, try System.makePipe()) } catch {
      [output.read, output.write].forEach(System.closeFile)
      throw error
    }
  }

  /// Whether the program has ended; its number stays taken until `end` is called.
  func hasEnded() throws(CommandFailure) -> Bool {
    do throws(SystemError) { return try System.hasEnded(number) } catch { throw .lost(error) }
  }

  /// How the program ended, which it must have done.
  func end() throws(CommandFailure) -> End {
    close()
    do throws(SystemError) {
      let status = try System.reap(number)
      return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
    } catch {
      throw .lost(error)
    }
  }

  /// Stops the program with all that it started: asked first, and after two seconds by force.
  func stop() {
    System.send(SIGTERM, toGroup: number)
    for _ in 0..<200 where (try? hasEnded()) == false { System.sleep(milliseconds: 10) }
    // The number is not given to another process before `reap`, so that no stranger is hit.
    System.send(SIGKILL, toGroup: number)
    close()
    _ = try? System.reap(number)
  }

  private func close() { [output, errors].forEach(System.closeFile) }
}
