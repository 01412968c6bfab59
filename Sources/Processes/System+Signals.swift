package import Glibc

extension System {
  package static func send(_ signal: Int32, toGroup number: Int32) { _ = kill(-number, signal) }

  package static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// Whether a signal is held back on this thread.
  package static func isBlocked(_ signal: Int32) -> Bool {
    var held = block([])
    return unsafe sigismember(&held, signal) == 1
  }

  /// Holds signals back on this thread and gives what was held back before.
  package static func block(_ signals: [Int32]) -> sigset_t {
    var before = sigset_t()
    var set = Self.set(signals)
    unsafe pthread_sigmask(SIG_BLOCK, &set, &before)
    return before
  }

  /// Holds all signals back on this thread and gives what was held back before.
  package static func blockAll() -> sigset_t {
    var before = sigset_t()
    var set = sigset_t()
    unsafe sigfillset(&set)
    unsafe pthread_sigmask(SIG_BLOCK, &set, &before)
    return before
  }

  package static func setBlocked(_ set: sigset_t) {
    var set = set
    unsafe pthread_sigmask(SIG_SETMASK, &set, nil)
  }

  /// One of the signals that were sent while they were held back.
  package static func takeBlocked(_ signals: [Int32]) -> Int32? {
    guard !signals.isEmpty else { return nil }
    var set = Self.set(signals)
    var now = timespec()
    let signal = unsafe sigtimedwait(&set, nil, &now)
    return signal > 0 ? signal : nil
  }

  private static func set(_ signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in signals { unsafe sigaddset(&set, signal) }
    return set
  }
}
