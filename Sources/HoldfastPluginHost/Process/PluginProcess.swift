internal import Glibc
internal import Processes

/// How a process came to its end.
enum ProcessEnd: Equatable {
  /// By itself, with an exit code.
  case exited(Int32)
  /// By a signal.
  case killed(Int32)

  /// - Parameter isWrapped: Whether it ran inside bubblewrap, which tells a signal as a code.
  init(status: Int32, isWrapped: Bool) {
    let code = status >> 8 & 0xFF
    if status & 0x7F != 0 {
      self = .killed(status & 0x7F)
    } else {
      self = isWrapped && code > 128 && code <= 192 ? .killed(code - 128) : .exited(code)
    }
  }
}

/// A plugin's process with its private folder: it is talked to in bytes, and goes without a trace.
///
/// While anything waits, standard error is read and the limits of time are kept. After the first
/// fault the only thing to do is `stop`.
final class PluginProcess {
  let limits: PluginLimits
  let child: Child
  let folder: PrivateFolder
  var watch: FolderWatch
  let stopper: PluginStopper?
  let deadline: SuspendingClock.Instant
  /// Whether nothing keeps what it starts from leaving its group.
  let isUnconfined: Bool
  let isWrapped: Bool

  /// What it wrote to standard output and nobody has taken yet.
  var written: [UInt8] = []
  var isInputOpen = true
  var isOutputOpen = true
  var areErrorsOpen = true
  var hasEnded = false
  private var isStopped = false
  var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// How it ended by itself; nil while it runs, and where it was stopped.
  var end: ProcessEnd?
  /// The last that it wrote to standard error.
  var tail: ErrorTail

  /// Starts a plugin.
  init(
    _ plan: ProcessPlan, limits: PluginLimits, stopper: PluginStopper?
  ) throws(PluginFault) {
    self.limits = limits
    self.stopper = stopper
    isUnconfined = plan.policy.walls == .none
    isWrapped = plan.policy.walls == .bubblewrap
    tail = ErrorTail(limit: limits.errorBytes)
    deadline = .now.advanced(by: limits.whole)
    do throws(SystemError) {
      let folder = try PrivateFolder()
      do throws(SystemError) {
        child = try Child(
          plan.words(folder.path), folder: "/", environment: plan.environment(folder.path))
      } catch {
        folder.remove()
        throw error
      }
      self.folder = folder
      watch = FolderWatch(folder, limits)
    } catch {
      throw .notStarted(error)
    }
  }

  deinit { stop() }

  /// Writes all bytes; what the plugin says meanwhile is out of turn.
  ///
  /// - Parameters:
  ///   - end: When it has to be done.
  ///   - limit: How long that was, for the message.
  func send(
    _ bytes: [UInt8], until end: SuspendingClock.Instant, _ limit: Duration
  ) throws(PluginFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard written.isEmpty else { throw .chatter }
      guard try step(until: end, limit, "to take in what it was sent", writes: true) else {
        continue
      }
      do throws(SystemError) {
        rest = rest.dropFirst(try System.offer(rest, to: child.input))
      } catch {
        guard error.code == EPIPE else { throw .system(error) }
        throw gone()
      }
    }
  }

  /// The next line, without its end, behind which nothing may stand.
  func line(
    until end: SuspendingClock.Instant, _ limit: Duration
  ) throws(PluginFault) -> [UInt8] {
    var searched = 0
    while true {
      if let feed = written[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        guard feed < limits.replyBytes else { throw .tooMuch(limits.replyBytes) }
        guard feed == written.count - 1 else { throw .chatter }
        defer { written = [] }
        return Array(written[..<feed])
      }
      searched = written.count
      guard searched < limits.replyBytes else { throw .tooMuch(limits.replyBytes) }
      guard isOutputOpen, !hasEnded else { throw gone() }
      _ = try step(until: end, limit, "to reply", writes: false)
    }
  }

  /// Waits for the end after the plugin was told to: exit code 0, without another word.
  func waitForEnd() throws(PluginFault) {
    closeInput()
    let end = SuspendingClock.now.advanced(by: limits.close)
    while !hasEnded { _ = try step(until: end, limits.close, "to end", writes: false) }
    guard written.isEmpty else { throw .chatter }
    let result = reap()
    guard result == .exited(0) else { throw .ended(result, inReply: false) }
  }

  /// Ends the plugin and all that is left of it; does nothing where that was done.
  func stop() {
    guard !isStopped else { return }
    isStopped = true
    closeInput()
    if end == nil {
      if !hasEnded {
        System.send(SIGTERM, toGroup: child.number)
        hasEnded = waitForLife(limits.terminate)
      }
      reap(isOwn: false)
    }
    if isUnconfined { Leftovers.end(of: folder) }
    [child.output, child.errors, child.life].forEach(System.closeFile)
    folder.remove()
  }
}

extension PluginProcess {
  /// Why the conversation broke off: the plugin ended, or does not speak any more.
  func gone() -> PluginFault {
    if !hasEnded {
      hasEnded = waitForLife(limits.close)
      try? readRest()
    }
    guard hasEnded else { return .closedOutput }
    return .ended(reap(), inReply: !written.isEmpty)
  }

  /// Ends the group, and takes the status of the plugin, so that nothing is left of it.
  @discardableResult func reap(isOwn: Bool = true) -> ProcessEnd {
    // The number is not given to another process before its status is taken, so that no stranger
    // is hit.
    System.send(SIGKILL, toGroup: child.number)
    // One that is stuck in the system is left, rather than waited for without end.
    guard hasEnded || waitForLife(.seconds(10)), let status = try? System.reap(child.number) else {
      return .killed(SIGKILL)
    }
    let result = ProcessEnd(status: status, isWrapped: isWrapped)
    if isOwn { end = result }
    return result
  }

  func closeInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    System.closeFile(child.input)
  }
}
