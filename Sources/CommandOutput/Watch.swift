import Processes

/// Follows a running program to its end, within its limits.
struct Watch {
  private let child: ChildProcess
  private let signals: StopSignals
  private let deadline: SuspendingClock.Instant
  private let limit: Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var isOutputOpen = true
  private var areErrorsOpen = true

  /// Bytes printed so far.
  private(set) var bytes = 0
  /// The last that the program wrote to standard error, at most 4 KiB.
  private(set) var lastErrors: [UInt8] = []

  init(_ child: ChildProcess, _ signals: StopSignals, seconds: Int, limit: Int) {
    self.child = child
    self.signals = signals
    deadline = .now.advanced(by: .seconds(seconds))
    self.limit = limit
  }

  /// Hands on what is printed until nobody can print any more: not only the program itself but all
  /// that it started and that holds its output, for else the table might lack its end.
  mutating func follow(
    _ take: (ArraySlice<UInt8>) throws(SystemError) -> Void
  ) throws(CommandFailure) -> ChildProcess.End {
    do throws(CommandFailure) {
      while try canStillPrint() { try step(take) }
      try readErrorsLeft()
    } catch {
      child.stop()
      throw error
    }
    return try child.end()
  }

  private func canStillPrint() throws(CommandFailure) -> Bool {
    if isOutputOpen { return true }
    return try !child.hasEnded()
  }

  private mutating func step(
    _ take: (ArraySlice<UInt8>) throws(SystemError) -> Void
  ) throws(CommandFailure) {
    if let signal = signals.next() { throw .interrupted(signal) }
    guard SuspendingClock.now < deadline else { throw .tooLong(hasEnded: try child.hasEnded()) }
    // Nothing wakes this thread when a program ends whose output is closed.
    let ready = try wait(milliseconds: isOutputOpen ? 50 : 2)
    if ready.output {
      let count = try read(child.output)
      isOutputOpen = count > 0
      bytes += count
      guard bytes <= limit else { throw .tooMuch(limit: limit) }
      do throws(SystemError) { try take(buffer[..<count]) } catch { throw .notKept(error) }
    }
    if ready.errors { try readErrors() }
  }

  private func wait(
    milliseconds: Int32
  ) throws(CommandFailure) -> (output: Bool, errors: Bool) {
    do throws(SystemError) {
      return try System.wait(
        isOutputOpen ? child.output : nil, areErrorsOpen ? child.errors : nil, milliseconds)
    } catch {
      throw .lost(error)
    }
  }

  private mutating func read(_ number: Int32) throws(CommandFailure) -> Int {
    do throws(SystemError) { return try System.read(number, into: &buffer) } catch {
      throw .lost(error)
    }
  }

  private mutating func readErrors() throws(CommandFailure) {
    let count = try read(child.errors)
    areErrorsOpen = count > 0
    lastErrors += buffer[..<count]
    lastErrors.removeFirst(max(0, lastErrors.count - 4096))
  }

  /// What stands in the pipe when the program has ended; a program that it left behind may hold
  /// the pipe open and write for ever.
  private mutating func readErrorsLeft() throws(CommandFailure) {
    for _ in 0..<16 where areErrorsOpen {
      guard try wait(milliseconds: 0).errors else { return }
      try readErrors()
    }
  }
}
