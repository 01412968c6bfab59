public import Diagnostics
public import HoldfastCheckers
public import HoldfastModel
internal import Synchronization

/// A plugin of a run: what starts it, and the processes that conclude for it from sums.
///
/// The processes are started when they are first asked, and end with `close`; asked again later,
/// they are started again.
final class OutsidePlugin: Sendable {
  /// What runs while somebody is asked.
  private struct Running: Sendable {
    var stopper: PluginStopper?
    /// One for what is about persons, and one for what is not.
    var sessions: [Bool: AggregatesSession] = [:]
  }

  let manifest: PluginManifest
  private let level: SandboxLevel
  private let limits: PluginLimits
  private let launcher: [String]
  private let version: String
  private let running = Mutex(Running())

  init(_ manifest: PluginManifest, _ host: PluginHost) {
    self.manifest = manifest
    level = host.level
    limits = host.limits
    launcher = host.launcher
    version = host.version
  }

  /// The process that concludes from sums.
  func session(isPersonal: Bool) throws(PluginFailure) -> AggregatesSession {
    if let session = running.withLock({ $0.sessions[isPersonal] }) { return session }
    let session = try host().aggregates(manifest, isPersonal: isPersonal)
    running.withLock { $0.sessions[isPersonal] = session }
    return session
  }

  /// Starts a process that reads rows.
  func rows(_ opening: RowsOpening, isPersonal: Bool) throws(PluginFailure) -> RowsSession {
    try host().rows(opening, of: manifest, isPersonal: isPersonal)
  }

  /// Ends every process, in good order where it concluded from sums.
  func close() throws(PluginFailure) {
    let ended = running.withLock { running in
      defer { running = Running() }
      return running
    }
    defer { ended.stopper?.release() }
    for isPersonal in [false, true] { try ended.sessions[isPersonal]?.close() }
  }

  /// What starts it: as long as anything runs, signals that would end this process end that first.
  private func host() -> PluginHost {
    let stopper = running.withLock { running in
      let stopper = running.stopper ?? PluginStopper()
      running.stopper = stopper
      return stopper
    }
    return PluginHost(
      level: level, limits: limits, stopper: stopper, launcher: launcher, version: version)
  }
}

extension PluginHost {
  /// The checkers of a plugin, as commitments ask them: starts it, to hear which it has.
  ///
  /// - Throws: Why it does not say which it has.
  public func checkers(
    of manifest: PluginManifest
  ) throws(Diagnostic) -> [any OutsideChecker] {
    do throws(PluginFailure) {
      let plugin = OutsidePlugin(manifest, self)
      return try describe(manifest).map { PluginOutside($0, of: plugin) }
    } catch {
      throw error.diagnostic(at: .file("\(manifest.folder)/\(PluginManifest.fileName)"))
    }
  }
}
