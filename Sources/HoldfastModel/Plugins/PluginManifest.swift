/// What `plugin.yaml` says of a plugin.
public struct PluginManifest: Sendable {
  /// The only protocol that is spoken.
  public static let protocolName = "holdfast-plugin/1"
  /// The file that a manifest is read from, which pins all others.
  public static let fileName = "plugin.yaml"

  /// What the plugin is called: the word before the stroke in `check: plugin/checker`.
  public var name: Located<String>
  /// Its version, in the author's words.
  public var version: String
  /// The protocol that it speaks.
  public var protocolName: Located<String>
  /// The program that it is, by name, path, or path from its folder, and the arguments.
  public var command: Located<[String]>
  /// Every file of the plugin, with its digest.
  public var files: [Located<PluginPin>]
  /// The folder of the plugin, as the system opens it.
  public var folder: String
  /// Folders and files that the project, and never the plugin itself, lets it read besides, such
  /// as an interpreter outside `/usr`.
  public var reads: [String] = []
  /// Whether it may start processes; threads it may always have.
  public var startsProcesses = false
  /// Bytes of address space that it may have.
  public var memory = 4 << 30

  /// A manifest with the usual limits.
  public init(
    name: Located<String>, version: String, protocolName: Located<String>,
    command: Located<[String]>, files: [Located<PluginPin>], folder: String
  ) {
    self.name = name
    self.version = version
    self.protocolName = protocolName
    self.command = command
    self.files = files
    self.folder = folder
  }
}

/// A file of a plugin and what it holds.
public struct PluginPin: Sendable, Hashable {
  /// Its path from the folder of the plugin, with `/` between names.
  public var path: String
  /// The SHA-256 digest of its bytes, as 64 hexadecimal digits.
  public var sha256: String

  /// A pin.
  public init(_ path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}
