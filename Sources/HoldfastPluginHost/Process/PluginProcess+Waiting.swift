internal import Glibc
internal import Processes

/// What the process does is waited for here, and read as soon as it is there.
extension PluginProcess {
  /// Waits for something to happen, and reads what is there; true where bytes can be written.
  func step(
    until end: SuspendingClock.Instant, _ limit: Duration, _ doing: String, writes: Bool
  ) throws(PluginFault) -> Bool {
    if let stopper, stopper.isStopped { throw .interrupted }
    let now = SuspendingClock.now
    guard now < deadline else { throw .tooLong(limits.whole, "in all") }
    guard now < end else { throw .tooLong(limit, doing) }
    try watch.look()
    let left = min(end, deadline) - now
    // Nothing wakes this thread when a signal is held back, or when a file is written.
    let pause = stopper == nil ? FolderWatch.interval.milliseconds : 50
    let wait = min(pause, left.milliseconds)
    let ready = try poll(writes: writes, Int32(clamping: wait))
    if ready.errors { try readErrors() }
    if ready.output { try readOutput() }
    if ready.life, !hasEnded {
      // What it wrote before its end is in the pipes already.
      hasEnded = true
      try readRest()
    }
    return ready.input
  }

  private func poll(
    writes: Bool, _ milliseconds: Int32
  ) throws(PluginFault) -> (input: Bool, output: Bool, errors: Bool, life: Bool) {
    func file(_ number: Int32, _ events: Int32, _ isWanted: Bool) -> pollfd {
      // The system passes over a number below 0.
      pollfd(fd: isWanted ? number : -1, events: Int16(events), revents: 0)
    }
    do throws(SystemError) {
      let answers = try System.poll(
        [
          file(child.input, POLLOUT, writes), file(child.output, POLLIN, isOutputOpen),
          file(child.errors, POLLIN, areErrorsOpen), file(child.life, POLLIN, !hasEnded),
        ], milliseconds: milliseconds
      ).map { $0 != 0 }
      return (answers[0], answers[1], answers[2], answers[3])
    } catch {
      throw .system(error)
    }
  }

  private func readOutput() throws(PluginFault) {
    guard let count = try read(child.output) else { return }
    isOutputOpen = count > 0
    // One byte more than is allowed is enough to know.
    written += buffer[..<min(count, max(0, limits.replyBytes + 1 - written.count))]
  }

  private func readErrors() throws(PluginFault) {
    guard let count = try read(child.errors) else { return }
    areErrorsOpen = count > 0
    tail.append(buffer[..<count])
  }

  /// What stands in the pipes when the plugin has ended; a program that it left behind may hold
  /// them open and write for ever.
  func readRest() throws(PluginFault) {
    for _ in 0..<64 where isOutputOpen || areErrorsOpen {
      let ready = try poll(writes: false, 0)
      guard ready.output || ready.errors else { return }
      if ready.output { try readOutput() }
      if ready.errors { try readErrors() }
    }
  }

  /// How many bytes are in the buffer now; nil where there is nothing to read yet.
  private func read(_ number: Int32) throws(PluginFault) -> Int? {
    do throws(SystemError) { return try System.read(number, into: &buffer) } catch {
      guard error.code != EAGAIN else { return nil }
      throw .system(error)
    }
  }

  func waitForLife(_ limit: Duration) -> Bool {
    let end = SuspendingClock.now.advanced(by: limit)
    while true {
      let left = max(.zero, end - .now).milliseconds
      let file = pollfd(fd: child.life, events: Int16(POLLIN), revents: 0)
      if let answers = try? System.poll([file], milliseconds: Int32(clamping: left)),
        answers[0] != 0
      {
        return true
      }
      if left == 0 { return false }
    }
  }
}
