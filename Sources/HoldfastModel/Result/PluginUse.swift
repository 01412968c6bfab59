/// A plugin that a run asked.
public struct PluginUse: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Its version, in its author's words.
  public var version: String
  /// A digest of its files and of how it is started.
  public var digest: String
  /// What confined it, in words; `none` where nothing did.
  public var confinement: String
  /// Whether anything confined it.
  public var isConfined: Bool

  /// A plugin.
  public init(
    name: String, version: String, digest: String, confinement: String, isConfined: Bool
  ) {
    self.name = name
    self.version = version
    self.digest = digest
    self.confinement = confinement
    self.isConfined = isConfined
  }
}
