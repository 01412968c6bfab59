import Glibc

/// Holds back the signals that would end this process while a command runs, because the command, in
/// a session of its own, does not get them: it is to be stopped first.
struct StopSignals {
  private let held: [Int32]
  private let before: sigset_t

  /// Holds back those that would have an effect: a run under `nohup` ignores SIGHUP and goes on.
  init() {
    held = [SIGHUP, SIGINT, SIGTERM].filter { !System.isIgnored($0) && !System.isBlocked($0) }
    before = System.block(held)
  }

  /// A signal that came in the meantime.
  func next() -> Int32? { System.takeBlocked(held) }

  /// Lets signals through again as before.
  func release() { System.setBlocked(before) }

  /// Does what the signal was sent for.
  func pass(on signal: Int32) {
    release()
    _ = raise(signal)
  }
}
