internal import Processes
internal import Synchronization

/// What stops all plugins of a run before they are done: a call, or a signal that would end the
/// process and leave their folders behind.
///
/// SIGHUP, SIGINT and SIGTERM are held back on the thread that makes it and on those that are
/// started from there until `release`; it is to be made before there are other threads.
public final class PluginStopper: Sendable {
  /// The signal that came; −1 where a call said stop, 0 where nothing did.
  private let cause = Atomic<Int32>(0)
  private let signals = StopSignals()

  /// Holds signals back from now on.
  public init() {}

  /// Stops every plugin: what waits for one throws a failure. May be called from any thread.
  public func cancel() { _ = cause.compareExchange(expected: 0, desired: -1, ordering: .relaxed) }

  /// The signal that came, if one did.
  public var signal: Int32? {
    let cause = cause.load(ordering: .relaxed)
    return cause > 0 ? cause : nil
  }

  /// Lets signals through again, on the thread that made this; one that came now does what it was
  /// sent for.
  public func release() {
    if let signal { signals.pass(on: signal) } else { signals.release() }
  }

  /// Whether to stop.
  var isStopped: Bool {
    if let signal = signals.next() {
      _ = cause.compareExchange(expected: 0, desired: signal, ordering: .relaxed)
    }
    return cause.load(ordering: .relaxed) != 0
  }
}
