public import HoldfastModel

/// Starts plugins: one for a run.
///
/// Nothing here reads a manifest's pins: `PluginManifest.problems` is to be asked before a plugin is
/// started, and only one without problems may be.
public struct PluginHost: Sendable {
  /// How plugins are confined.
  public let level: SandboxLevel
  /// How long they may take, and how much they may use.
  public let limits: PluginLimits
  let stopper: PluginStopper?
  let launcher: [String]
  let version: String

  /// The words that start the launcher: this program itself, which has to hand the words behind
  /// `__exec-plugin` to `PluginLauncher.enter`.
  public static let ownLauncher = ["/proc/self/exe", "__exec-plugin"]

  /// A host.
  ///
  /// - Parameters:
  ///   - level: How plugins are confined, as `SandboxLevel.choose` found out.
  ///   - limits: How long they may take.
  ///   - stopper: What stops them early.
  ///   - launcher: The words that start the launcher.
  ///   - version: The version of holdfast that plugins are told.
  public init(
    level: SandboxLevel, limits: PluginLimits = PluginLimits(), stopper: PluginStopper? = nil,
    launcher: [String] = PluginHost.ownLauncher, version: String = "0.1.0"
  ) {
    self.level = level
    self.limits = limits
    self.stopper = stopper
    self.launcher = launcher
    self.version = version
  }

  /// Asks a plugin what checkers it has: starts it, and ends it again.
  public func describe(_ manifest: PluginManifest) throws(PluginFailure) -> [PluginChecker] {
    let dialogue = try PluginDialogue(manifest, of: self, isPersonal: false)
    let checkers = try Self.checkers(of: dialogue)
    try dialogue.close()
    return checkers
  }

  /// Starts a plugin for checkers that work from aggregates; it may be asked for as many
  /// commitments as wanted.
  ///
  /// - Parameter isPersonal: Whether it is to be sent what is about persons.
  public func aggregates(
    _ manifest: PluginManifest, isPersonal: Bool
  ) throws(PluginFailure) -> AggregatesSession {
    AggregatesSession(try PluginDialogue(manifest, of: self, isPersonal: isPersonal))
  }

  /// Starts a plugin to read rows for one commitment, and opens its session.
  ///
  /// - Parameter isPersonal: Whether it is to be sent what is about persons.
  public func rows(
    _ opening: RowsOpening, of manifest: PluginManifest, isPersonal: Bool
  ) throws(PluginFailure) -> RowsSession {
    let dialogue = try PluginDialogue(manifest, of: self, isPersonal: isPersonal)
    return try RowsSession(dialogue, opening, manifest, limits)
  }

  static func checkers(of dialogue: PluginDialogue) throws(PluginFailure) -> [PluginChecker] {
    let line = JSONWriter.line { $0.member("type", "describe") }
    let name = dialogue.name
    return try dialogue.ask(.describe, line) { reply throws(PluginFault) in
      try Replies.description(reply, of: name)
    }
  }
}
