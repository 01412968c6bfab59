import Glibc

/// Holds back the signals that would end this process while a program runs that, in a session of
/// its own, does not get them: it is to be stopped first.
package struct StopSignals: Sendable {
  /// The signals that are held back.
  package let held: [Int32]
  private let before: sigset_t

  /// Holds back those that would have an effect: a run under `nohup` ignores SIGHUP and goes on.
  package init() {
    held = [SIGHUP, SIGINT, SIGTERM].filter { !System.isIgnored($0) && !System.isBlocked($0) }
    before = System.block(held)
  }

  /// A signal that came in the meantime.
  package func next() -> Int32? { System.takeBlocked(held) }

  /// Lets signals through again as before.
  package func release() { System.setBlocked(before) }

  /// Does what the signal was sent for.
  package func pass(on signal: Int32) {
    release()
    _ = raise(signal)
  }
}
